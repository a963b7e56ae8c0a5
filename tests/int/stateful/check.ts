import type { LogEntry } from '../../../src/domain/model/index.ts'
import { linkFault } from '../../../src/domain/review/index.ts'
import type { Label, Words } from './content.ts'
import { isBenefit, isClaim, isStudy, labels } from './content.ts'
import type { Feed } from './feed.ts'
import { problemsInFeed, readFeed } from './feed.ts'
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

/** The log goes on, and says what happened and nothing else: nothing, where nothing did. */
export function checkEntries(
  world: World,
  { expected }: Operation,
  log: readonly LogEntry[],
): readonly Entry[] {
  const past = world.log
  demand(json(log.slice(0, past.length)) === json(past), 'What was in the log has changed.')
  const entries = log.slice(past.length)
  let head = past.at(-1)
  for (const entry of entries) {
    const fault = linkFault(head, entry)
    demand(fault === undefined, fault?.message ?? '')
    head = entry
  }
  world.log = log
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
  return deeds.map((deed, at) => {
    const entry = entries[at]
    demand(entry !== undefined && saysAll(entry, deed), `The entry lacks words: ${json(entry)}.`)
    checkHash(world, deed, entry.contentHash)
    return { ...deed, n: entry.sequence }
  })
}

/** Whether an entry says with it what its action has to say. */
function saysAll(entry: LogEntry, { needed, answers }: Deed): boolean {
  const { action, reason = '', meaning, policy, withdrawalKind, refersTo, text = '' } = entry
  switch (action) {
    case 'approve':
      return meaning === 'medically-accurate' && policy?.approvals === needed
    case 'withdraw':
      return reason !== '' && withdrawalKind !== undefined
    case 'request-changes':
    case 'reinstate':
    case 'schedule-failed':
    case 'withhold':
      return reason !== ''
    case 'comment':
      return text !== ''
    case 'resolve':
      return refersTo === answers
    case 'edit':
      return entry.changed !== undefined && entry.changed.length > 0
    default:
      return true
  }
}

/** One text has one hash, and another text another. */
function checkHash({ hashes }: World, { label, action, text }: Deed, hash: string): void {
  const name = `${label} ${text}`
  const known = hashes.get(name)
  demand(
    known === undefined || known === hash,
    `The ${action} names ${hash}, and ${name} has ${String(known)}.`,
  )
  const other = [...hashes].find(([each, its]) => its === hash && each !== name)
  demand(other === undefined, `The ${action} of ${name} names the hash of ${String(other?.[0])}.`)
  hashes.set(name, hash)
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
    checkState(model, label, newest, words)
    if (main !== undefined && live !== undefined) checkState(model, label, main, live)
  }
}

function checkState(model: Model, label: Label, { stored, derived }: SeenText, words: Words): void {
  const { state, signers } = model.standing(label, words)
  if (isStudy(label)) {
    demand(derived.state === state, `A text of ${label} counts as ${derived.state}.`)
    return
  }
  const foreseenNow = {
    state,
    signers: signers.toSorted(),
    authors: [...model.authors(label, words)].sort(),
  }
  demand(
    json(derived) === json(foreseenNow),
    `A text of ${label} counts as ${json(derived)}, and should be ${json(foreseenNow)}.`,
  )
  demand(
    stored.reviewStatus === state,
    `A text of ${label} is stored as ${String(stored.reviewStatus)}, and counts as ${state}.`,
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
export async function checkFeed(world: World, model: Model, seen: Seen): Promise<void> {
  const { lastReleased } = world
  if (lastReleased === undefined) return
  const due = releasedTexts(world, model, seen)
  if (due !== lastReleased) {
    demand(
      await isReleaseQueued(world),
      `Readers have ${lastReleased}, should have ${due}, and no release is queued.`,
    )
    return
  }
  const feed = await readFeed(world)
  demand(feed.release >= world.release, `Release ${String(feed.release)} came after a later one.`)
  if (feed.release > world.release) {
    const problems = await problemsInFeed()
    demand(problems.length === 0, `The release does not verify: ${problems.join(', ')}.`)
  }
  world.release = feed.release
  checkItems(model, seen, feed, releasedLabels(world, seen.plan))
  checkGraves(model, feed, world.everReleased)
}

/** Readers find exactly what is let out, in the words that were signed. */
function checkItems(model: Model, seen: Seen, { items }: Feed, released: ReadonlySet<Label>): void {
  const out = [...released].sort()
  demand(
    json([...items.keys()].sort()) === json(out),
    `The feed holds ${[...items.keys()].join(', ')}, and should hold ${out.join(', ')}.`,
  )
  const { live: advice } = model.of('d')
  for (const [label, { contentHash, approvals, disclaimers }] of items) {
    const live = seen.live.get(label)
    demand(contentHash === live?.hash, `The feed holds another text of ${label} than the live one.`)
    const { signers } = model.standing(label, live.words)
    demand(
      approvals.length === signers.length,
      `The feed shows ${String(approvals.length)} signatures on ${label}, of ${json(signers)}.`,
    )
    const promises =
      label === 't'
        ? claimsOnLivePage(model).some((each) => isBenefit(each) && released.has(each))
        : isBenefit(label)
    const isAdvised = disclaimers.some(({ text }) =>
      text.includes(`wording ${String(advice?.wording)} `),
    )
    demand(isAdvised || !promises, `The feed holds ${label} without the disclaimer as it is live.`)
  }
}

/** What left stands as a tombstone, with a reason, until it comes back. */
function checkGraves(model: Model, { items, graves }: Feed, everReleased: Set<Label>): void {
  for (const label of items.keys()) everReleased.add(label)
  for (const label of everReleased) {
    const grave = graves.get(label)
    demand(items.has(label) !== (grave !== undefined), `${label} is there and gone, or neither.`)
    if (grave === undefined) continue
    const isWithdrawn = model.liveState(label) === 'withdrawn'
    demand(grave.reason !== '', `The tombstone of ${label} gives no reason.`)
    demand(
      isWithdrawn === (grave.withdrawalKind !== undefined),
      `The tombstone of ${label} says ${json(grave)}.`,
    )
  }
}
