import type { LogAction, LogEntry } from '../model/index.ts'
import { isPublication } from '../model/index.ts'
import { workflowOf } from '../review/index.ts'
import type { Notice, NoticeKind } from './notice.ts'
import { peopleIn, reviewersOf, signaturesMissing, writersOf } from './participants.ts'

/** What an entry means to people: who is told, and what beside the entry's own words. */
interface Message extends Pick<Notice, 'due' | 'missing' | 'place' | 'publishAt' | 'reason'> {
  readonly kind: NoticeKind
  readonly people: readonly string[]
}

type Teller = (entry: LogEntry, earlier: readonly LogEntry[]) => Message

/** The actions that people are told of. */
const tellers: Readonly<Partial<Record<LogAction, Teller>>> = {
  assign: ({ assignee, due }) => ({
    kind: 'assigned',
    people: assignee === undefined ? [] : [assignee],
    ...(due === undefined ? {} : { due }),
  }),
  submit: (_entry, earlier) => ({ kind: 'submitted', people: assigneeOf(earlier) }),
  approve: (entry, earlier) => ({
    kind: 'approved',
    people: writersOf(earlier),
    missing: signaturesMissing(entry, earlier),
  }),
  'request-changes': ({ reason }, earlier) => ({
    kind: 'changes-requested',
    people: writersOf(earlier),
    ...because(reason),
  }),
  comment: ({ actor, place, text }, earlier) => ({
    kind: 'comment',
    people: writersOf(earlier).includes(actor.key)
      ? [...writersOf(earlier), ...assigneeOf(earlier), ...reviewersOf(earlier)]
      : writersOf(earlier),
    ...(place === undefined ? {} : { place }),
    ...because(text),
  }),
  'schedule-failed': ({ reason, refersTo }, earlier) => {
    const schedule =
      earlier.find(({ sequence }) => sequence === refersTo) ??
      earlier.findLast(({ action }) => action === 'schedule')
    return {
      kind: 'schedule-failed',
      people: schedule === undefined ? [] : [schedule.actor.key],
      ...(schedule?.publishAt === undefined ? {} : { publishAt: schedule.publishAt }),
      ...because(reason),
    }
  },
  withhold: (entry, earlier) => ({
    kind: 'withheld',
    people: behindLiveText(entry, earlier),
    ...because(entry.reason),
  }),
}

/** Whether people are told of this action at all. */
export function isTold(action: LogAction): boolean {
  return tellers[action] !== undefined
}

/**
 * Who is told what about a log entry. Nobody is told of what they did themselves; a schedule is
 * carried out by the program, in whoever's name.
 *
 * @param log - the subject's whole log up to and with the entry, oldest first
 */
export function noticesOf(entry: LogEntry, log: readonly LogEntry[]): readonly Notice[] {
  const earlier = log.filter(({ sequence }) => sequence < entry.sequence)
  const message = tellers[entry.action]?.(entry, earlier)
  if (message === undefined) return []
  const { people, ...told } = message
  const isByProgram = told.kind === 'schedule-failed' || told.kind === 'withheld'
  return [...new Set(people)]
    .filter((person) => isByProgram || person !== entry.actor.key)
    .map((person) => ({
      person,
      subject: entry.subject,
      occasion: String(entry.sequence),
      ...told,
      ...(isByProgram ? {} : { by: entry.actor.name }),
    }))
}

function assigneeOf(log: readonly LogEntry[]): readonly string[] {
  const { assignment } = workflowOf(log)
  return assignment === undefined ? [] : [assignment.assignee]
}

/** Who wrote and who signed the text that is live; a draft beside it is none of its history. */
function behindLiveText(entry: LogEntry, earlier: readonly LogEntry[]): readonly string[] {
  const published = earlier.findLastIndex(isPublication)
  const hashes = new Set([entry.contentHash, earlier[published]?.contentHash])
  const signatures = earlier.filter(
    ({ action, contentHash }) => action === 'approve' && hashes.has(contentHash),
  )
  return [...writersOf(earlier.slice(0, published + 1)), ...peopleIn(signatures)]
}

function because(reason: string | undefined): Pick<Notice, 'reason'> {
  return reason === undefined || reason === '' ? {} : { reason }
}
