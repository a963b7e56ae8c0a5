import type {
  Graph,
  LogEntry,
  NewLogEntry,
  Subject,
  SubjectKind,
} from '../../../src/domain/model/index.ts'
import { subjectName } from '../../../src/domain/model/index.ts'
import type { ChainHead } from '../../../src/domain/review/index.ts'
import { appendEntry, contentHash, policyFor } from '../../../src/domain/review/index.ts'
import { demoContent } from '../../../src/demo/content/index.ts'

const actors = demoContent.people.map(({ key, name, credentials, roles, isFictitious }) => ({
  key,
  name,
  ...(credentials === undefined ? {} : { credentials }),
  roles,
  isFictitious,
}))
const [editor] = actors
const reviewers = actors.filter(({ roles }) => roles.includes('reviewer'))

const places: Readonly<Record<SubjectKind, readonly string[]>> = {
  condition: ['name'],
  study: ['title', 'authors', 'result'],
  disclaimer: ['body'],
  claim: ['statement', 'citations'],
  therapy: ['title', 'sections'],
  article: ['title', 'sections'],
}

/**
 * How a text came to be live: an invented person of the demo content wrote and submitted it, others
 * signed it as often as the policy asks, and the first published it. Continues the chain at `head`.
 */
export function historyOf(
  subject: Subject,
  studies: Graph['studies'],
  head: ChainHead | undefined,
): readonly LogEntry[] {
  if (editor === undefined) throw new Error('The demo content has no people.')
  const hash = contentHash(subject, { studies })
  const about = { subject: subjectName(subject), contentHash: hash, actor: editor }
  const policy = policyFor(subject)
  const steps: readonly NewLogEntry[] = [
    { ...about, at: at(9), action: 'edit', changed: places[subject.kind] },
    ...(policy.approvals === 0 ? [] : [{ ...about, at: at(10), action: 'submit' as const }]),
    ...reviewers.slice(0, policy.approvals).map((actor, index): NewLogEntry => ({
      ...about,
      at: at(11 + index),
      action: 'approve',
      actor,
      meaning: 'evidence-checked',
      policy,
    })),
    { ...about, at: at(14), action: 'publish' },
  ]
  const entries: LogEntry[] = []
  for (const step of steps) entries.push(appendEntry(entries.at(-1) ?? head, step))
  return entries
}

function at(hour: number): string {
  return `2026-01-10T${String(hour).padStart(2, '0')}:00:00.000Z`
}
