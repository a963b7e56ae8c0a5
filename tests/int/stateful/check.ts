import type { LogEntry } from '../../../src/domain/model/index.ts'
import { linkFault } from '../../../src/domain/review/index.ts'
import type { Label } from './content.ts'
import { isClaim, isStudy, labels } from './content.ts'
import { wordingsInFeed } from './feed.ts'
import { claimsOnLivePage, isReleased } from './gate.ts'
import type { Deed, Entry, Model } from './model.ts'
import type { Seen, SeenText } from './observe.ts'
import { isReleaseQueued, labelOfName, releasedLabels, releasedTexts } from './observe.ts'
import type { Operation } from './operations.ts'
import type { World } from './world.ts'

/** Something happened that must not. */
export class Violation extends Error {
  override name = 'Violation'
}

function demand(holds: boolean, message: string): asserts holds {
  if (!holds) throw new Violation(message)
}

const json = (value: unknown): string => JSON.stringify(value)

/** Whether the answer is the one that the model foresees. */
export function checkAnswer({ expected }: Operation, status: number): void {
  demand(status < 500, `The answer is ${String(status)}: something broke.`)
  const isAccepted = status < 300
  demand(
    isAccepted === expected.isAccepted,
    isAccepted
      ? 'It was accepted, and must not be.'
      : `It was refused (${String(status)}), and must not be.`,
  )
  if (expected.isAccepted) return
  demand(
    expected.statuses.includes(status),
    `It was refused with ${String(status)} instead of ${expected.statuses.join(' or ')}.`,
  )
}

/** The chain goes on, and says what happened and nothing else: nothing, where nothing did. */
export function checkEntries(
  world: World,
  { expected }: Operation,
  entries: readonly LogEntry[],
): readonly Entry[] {
  let head = world.head
  for (const entry of entries) {
    const fault = linkFault(head, entry)
    demand(fault === undefined, fault?.message ?? '')
    head = entry
  }
  world.head = head
  const deeds: readonly Deed[] = expected.isAccepted ? expected.deeds : []
  const made = entries.map(({ subject, action, actor }) => [
    labelOfName(world, subject),
    action,
    world.actorOf(actor.key),
  ])
  const foreseen = deeds.map(({ label, action, who }) => [label, action, who])
  demand(
    json(made) === json(foreseen),
    `The log got ${json(made)}, and should have got ${json(foreseen)}.`,
  )
  return deeds.map((deed, at) => ({ ...deed, n: entries[at]?.sequence ?? 0 }))
}

/** What was refused changed nothing at all. */
export function checkUntouched(before: Seen, after: Seen): void {
  const names = new Set([...before.bytes.keys(), ...after.bytes.keys()])
  const changed = [...names].filter((name) => before.bytes.get(name) !== after.bytes.get(name))
  demand(changed.length === 0, `It was refused, and changed ${changed.join(', ')}.`)
}

/** Words and states are stored as the model foresees them, and as the program derives them. */
export function checkStored(model: Model, seen: Seen): void {
  for (const label of labels) {
    const { words, live, isDraft } = model.of(label)
    const newest = seen.newest.get(label)
    const isThere = model.isThere(label)
    demand(isThere === (newest !== undefined), `${label} is${isThere ? ' not' : ''} there.`)
    if (newest === undefined || words === undefined) continue
    demand(
      json(newest.words) === json(words),
      `The newest text of ${label} is ${json(newest.words)}.`,
    )
    demand(newest.isPublished === !isDraft, `The newest version of ${label} has another status.`)
    const main = seen.live.get(label)
    demand(
      json(main?.words) === json(live),
      `Live as ${label} is ${json(main?.words)}, and should be ${json(live)}.`,
    )
    checkState(model, label, newest, model.standing(label, words).state)
    if (main !== undefined && live !== undefined) {
      checkState(model, label, main, model.standing(label, live).state)
    }
  }
}

function checkState(
  model: Model,
  label: Label,
  { stored, derived }: SeenText,
  state: string,
): void {
  demand(derived === state, `A text of ${label} counts as ${derived}, and should be ${state}.`)
  if (isStudy(label)) return
  demand(
    stored.reviewStatus === derived,
    `A text of ${label} is stored as ${String(stored.reviewStatus)}, and counts as ${derived}.`,
  )
  const { assignee, schedule } = model.of(label)
  const foreseen = [
    model.liveState(label),
    model.openComments(label).length,
    assignee !== undefined,
    schedule !== undefined,
  ]
  const { liveStatus, openComments, assignedTo, publishAt } = stored
  const found = [liveStatus, openComments, isSet(assignedTo), isSet(publishAt)]
  demand(
    json(found) === json(foreseen),
    `Stored of ${label} (live, comments, assigned, scheduled): ${json(found)}, not ${json(foreseen)}.`,
  )
}

const isSet = (value: unknown): boolean => value !== null && value !== undefined

/** The next release lets out what is signed and sound, and nothing else. */
export function checkPlan(world: World, model: Model, seen: Seen): void {
  const released = releasedLabels(world, seen.plan)
  for (const label of labels) {
    const isOut = released.has(label)
    if (isStudy(label)) {
      const isCited = labels.some(
        (each) => isClaim(each) && released.has(each) && cites(model, each, label),
      )
      demand(isOut === isCited, `The plan ${isOut ? 'holds' : 'lacks'} ${label}.`)
    } else if (isClaim(label)) {
      demand(
        isOut === isReleased(model, label),
        isOut ? `The plan holds ${label}, and must not.` : `The plan lacks ${label}.`,
      )
    }
  }
  checkPage(model, released)
}

function cites(model: Model, claim: Label, study: Label): boolean {
  const { live } = model.of(claim)
  return live?.kind === 'claim' && (live.cites as readonly Label[]).includes(study)
}

/** A page whose claims all stand is out; one with fallen claims may be, with notices, if it is signed. */
function checkPage(model: Model, released: ReadonlySet<Label>): void {
  const isSigned = isReleased(model, 't')
  const isOut = released.has('t')
  demand(isSigned || !isOut, 'The plan holds a page that nobody signed as it is.')
  const isWhole = claimsOnLivePage(model).every((claim) => released.has(claim))
  demand(isOut || !isSigned || !isWhole, 'The plan lacks a page with which nothing is wrong.')
  const promises = claimsOnLivePage(model).includes('c1') && released.has('c1')
  const warns = released.has('c2')
  demand(
    !isOut || !promises || warns,
    'The plan holds a page with a benefit and without its harms.',
  )
}

/** What readers have is what the plan lets out, or a release is on its way: nobody has to be awake. */
export async function checkFeed(world: World, seen: Seen): Promise<void> {
  const { lastReleased } = world
  if (lastReleased === undefined) return
  const due = releasedTexts(world, seen)
  if (due !== lastReleased) {
    demand(
      await isReleaseQueued(world),
      `Readers have ${lastReleased}, should have ${due}, and no release is queued.`,
    )
    return
  }
  const inFeed = await wordingsInFeed(world)
  for (const label of releasedLabels(world, seen.plan)) {
    const words = seen.live.get(label)?.words
    if (words?.kind !== 'claim') continue
    demand(
      inFeed.get(label) === words.wording,
      `The feed says wording ${String(inFeed.get(label))} of ${label}, and live is ${json(words)}.`,
    )
  }
  const tooMany = [...inFeed.keys()].filter((label) => !releasedLabels(world, seen.plan).has(label))
  demand(tooMany.length === 0, `The feed holds ${tooMany.join(', ')}, and must not.`)
}
