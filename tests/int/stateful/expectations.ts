import type { LogAction, Role } from '../../../src/domain/model/index.ts'
import type { ReleasePlan } from '../../../src/domain/release/index.ts'
import type { Label, Words } from './content.ts'
import { isStudy, labels, shows } from './content.ts'
import { claimsOnLivePage, isRightText, passesGate } from './gate.ts'
import type { ActorName, Deed, Entry, Model, PersonName } from './model.ts'
import { hasRole } from './model.ts'

/** What has to come of a request, by the model alone. */
export type Expectation =
  | {
      readonly isAccepted: true
      /** The entries it leaves in the log, in order. */
      readonly deeds: readonly Deed[]
      /** Follows in the model, once the entries have their numbers. */
      readonly follow: (entries: readonly Entry[]) => void
    }
  | {
      readonly isAccepted: false
      readonly statuses: readonly number[]
      /** All is right but one thing: whoever forgets that thing lets it through. */
      readonly isNear: boolean
    }

/** This person may not. */
const forbidden = (who: PersonName): Expectation => refused(who === 'stranger' ? 401 : 403)

const refused = (...statuses: readonly number[]): Expectation => ({
  isAccepted: false,
  statuses,
  isNear: false,
})

const nearly = (...statuses: readonly number[]): Expectation => ({
  isAccepted: false,
  statuses,
  isNear: true,
})

/** Not from here, not this text, or not by the rules. */
const impossible = refused(400, 404, 409, 422)
const nearlyPossible = nearly(400, 404, 409, 422)

function accepted(
  deeds: readonly Deed[],
  follow: (entries: readonly Entry[]) => void = () => undefined,
): Expectation {
  return { isAccepted: true, deeds, follow }
}

function deed(
  model: Model,
  label: Label,
  action: LogAction,
  who: ActorName,
  more: Partial<Deed> = {},
): Deed {
  const { words } = model.of(label)
  const onLive = words !== undefined && model.isLiveAsItIs(label)
  return { label, action, who, text: model.newestText(label), onLive, ...more }
}

function editing(model: Model, label: Label, who: PersonName, next: Words): Deed {
  const { words } = model.of(label)
  return deed(model, label, 'edit', who, {
    text: model.textOf(next),
    onLive: false,
    isOfSubstance: substanceOf(words) !== substanceOf(next),
  })
}

/** The part of a text that others rest on: a study's facts, a claim's citations. */
function substanceOf(words: Words | undefined): string {
  if (words?.kind === 'study') return JSON.stringify([words.sample, words.status])
  return words?.kind === 'claim' ? JSON.stringify(words.cites) : ''
}

const says = (one: Words | undefined, other: Words): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** Where a write puts the words: beside what is live, or into its place as a draft or for all. */
export type Mode = 'beside' | 'draft' | 'published'

/** A write of words by a stock route. */
export function expectWrite(
  model: Model,
  label: Label,
  who: PersonName,
  words: Words,
  mode: Mode,
): Expectation {
  if (!hasRole(who, 'editor')) return forbidden(who)
  if (model.of(label).isDeleted || refersToNothing(model, words)) return impossible
  const subject = model.of(label)
  const edit = says(subject.words, words) ? undefined : editing(model, label, who, words)
  const edits = edit === undefined ? [] : [edit]
  if (mode !== 'published') {
    if (mode === 'draft' && subject.live !== undefined) return nearlyPossible
    return accepted(edits, () => Object.assign(subject, { words, isDraft: true }))
  }
  if (model.liveState(label) === 'withdrawn' || !passesGate(model, label, words, edit)) {
    return nearlyPossible
  }
  const isAsItWas = subject.live !== undefined && says(subject.live, words)
  const goesLive = isAsItWas
    ? []
    : [deed(model, label, 'publish', who, { text: model.textOf(words), onLive: false })]
  return accepted([...edits, ...goesLive, ...questions(model, label, goesLive)], (entries) => {
    Object.assign(subject, { words, live: words, isDraft: false })
    if (entries.some(({ action }) => action === 'publish')) delete subject.schedule
  })
}

/** The first write of a subject. */
export function expectCreation(
  model: Model,
  label: Label,
  who: PersonName,
  words: Words,
  mode: Mode,
): Expectation {
  if (!hasRole(who, 'editor')) return forbidden(who)
  // A key is never used again.
  if (model.of(label).words !== undefined) return impossible
  return expectWrite(model, label, who, words, mode)
}

function refersToNothing(model: Model, words: Words): boolean {
  if (words.kind === 'therapy') return shows[words.shows].some((claim) => !model.isThere(claim))
  return words.kind === 'claim' && words.cites.some((study) => !model.isThere(study))
}

/** Another claim on a live page: its reviewers are asked to read the page again, once. */
function questions(model: Model, label: Label, changes: readonly Deed[]): readonly Deed[] {
  const [change] = changes
  if (change === undefined || !claimsOnLivePage(model).includes(label)) return []
  if (model.liveState(label) === 'never') return []
  const question = `${change.action === 'withdraw' ? 'withdrawn' : 'changed'} ${label}`
  const isAsked = model.openComments('t').some((comment) => comment.question === question)
  const text = model.liveText('t') ?? ''
  return isAsked ? [] : [deed(model, 't', 'comment', 'citegate', { question, text, onLive: true })]
}

/** The text a request says was read: the newest, one before it, or none. */
export type Reading = 'newest' | 'older' | 'unsaid'

function isStale(reading: Reading, mustBeNamed: boolean): boolean {
  return reading === 'older' || (reading === 'unsaid' && mustBeNamed)
}

interface Step {
  readonly model: Model
  readonly label: Label
  readonly who: PersonName
}

/** What every step of a review asks first. */
function permitted(
  { model, label, who }: Step,
  ...wanted: readonly Role[]
): Expectation | undefined {
  if (who === 'stranger') return forbidden(who)
  if (!model.isThere(label)) return refused(403, 404)
  return hasRole(who, ...wanted) ? undefined : forbidden(who)
}

export function expectSubmission(step: Step, reading: Reading): Expectation {
  const { model, label, who } = step
  const { state } = model.standing(label, model.newest(label))
  const isFromHere = state === 'draft' || state === 'changes-requested'
  return (
    permitted(step, 'editor') ??
    (isStudy(label) || !isFromHere
      ? impossible
      : isStale(reading, false)
        ? nearlyPossible
        : accepted([deed(model, label, 'submit', who)]))
  )
}

export function expectApproval(
  step: Step,
  reading: Reading,
  { hasMeaning, isRightPassword }: Readonly<Record<'hasMeaning' | 'isRightPassword', boolean>>,
): Expectation {
  const { model, label, who } = step
  const words = model.newest(label)
  const { state, signers } = model.standing(label, words)
  const refusal = permitted(step, 'reviewer')
  if (refusal !== undefined) return refusal
  if (isStudy(label) || state !== 'in-review') return impossible
  if (isStale(reading, true)) return nearlyPossible
  if (model.authors(label, words).has(who)) return nearly(403)
  if (signers.includes(who) || model.openComments(label).length > 0) return nearlyPossible
  if (!isRightText(model, words)) return nearlyPossible
  if (!hasMeaning) return nearlyPossible
  if (!isRightPassword) return nearly(403)
  const needed = model.needed(label, words)
  return accepted([deed(model, label, 'approve', who, { needed })], () => {
    if (model.of(label).assignee === who) delete model.of(label).assignee
  })
}

export function expectRefusal(step: Step, reading: Reading, hasReason: boolean): Expectation {
  const { model, label, who } = step
  const { state } = model.standing(label, model.newest(label))
  const isFromHere = state === 'in-review' || state === 'approved'
  return (
    permitted(step, 'reviewer') ??
    (isStudy(label) || !isFromHere
      ? impossible
      : isStale(reading, true) || !hasReason
        ? nearlyPossible
        : accepted([deed(model, label, 'request-changes', who)]))
  )
}

/**
 * Publishing the newest text by the review, or bringing it back after a withdrawal.
 *
 * @param isExplained - with a reason, which only a return needs
 */
export function expectPublication(
  step: Step,
  action: 'publish' | 'reinstate',
  reading: Reading,
  isExplained: boolean,
): Expectation {
  const { model, label, who } = step
  const isSaid = !isStale(reading, false) && (isExplained || action === 'publish')
  return (
    permitted(step, 'editor', 'reviewer') ??
    (!isSaid || !isPublishable(model, label, action)
      ? unpublishable(model, label, action)
      : published(model, label, action, who))
  )
}

/** A text that is another one than the live one, and only lacks something. */
function unpublishable(model: Model, label: Label, action: 'publish' | 'reinstate'): Expectation {
  const isReturn = model.liveState(label) === 'withdrawn'
  const isNew = model.of(label).live === undefined || !model.isLiveAsItIs(label)
  return isNew && isReturn === (action === 'reinstate') ? nearlyPossible : impossible
}

function isPublishable(model: Model, label: Label, action: 'publish' | 'reinstate'): boolean {
  const isReturn = model.liveState(label) === 'withdrawn'
  if (isReturn !== (action === 'reinstate')) return false
  if (model.of(label).live !== undefined && model.isLiveAsItIs(label)) return false
  if (model.openComments(label).length > 0) return false
  return passesGate(model, label, model.newest(label))
}

function published(
  model: Model,
  label: Label,
  action: 'publish' | 'reinstate',
  who: PersonName,
): Expectation {
  const subject = model.of(label)
  const change = deed(model, label, action, who, { onLive: false })
  return accepted([change, ...questions(model, label, [change])], () => {
    subject.live = model.newest(label)
    subject.isDraft = false
    delete subject.schedule
  })
}

/** @param isExplained - with a reason, a kind and, if superseded, what is live instead */
export function expectWithdrawal(step: Step, isExplained: boolean): Expectation {
  const { model, label, who } = step
  const refusal = permitted(step, 'editor', 'reviewer')
  if (refusal !== undefined) return refusal
  const subject = model.of(label)
  const text = model.liveText(label)
  if (text === undefined) return impossible
  if (!isExplained) return nearlyPossible
  const change = deed(model, label, 'withdraw', who, { text })
  return accepted([change, ...questions(model, label, [change])], () => {
    delete subject.live
    delete subject.schedule
    subject.isDraft = true
  })
}

export function expectComment(step: Step): Expectation {
  const { model, label, who } = step
  return (
    permitted(step, 'editor', 'reviewer') ??
    accepted([deed(model, label, 'comment', who, { question: 'a remark' })])
  )
}

/** @param comment - its number; undefined: there is none to name */
export function expectResolution(step: Step, comment: Entry | undefined): Expectation {
  const { model, label, who } = step
  const refusal = permitted(step, 'editor', 'reviewer')
  if (refusal !== undefined) return refusal
  if (comment === undefined) return impossible
  // Its writer or any reviewer; somebody else's comment is the person's matter, not the state's.
  if (comment.who !== who && !hasRole(who, 'reviewer')) return nearly(403)
  return accepted([deed(model, label, 'resolve', who, { answers: comment.n })])
}

/** @param assignee - null: nobody any more */
export function expectAssignment(step: Step, assignee: PersonName | null): Expectation {
  const { model, label, who } = step
  const refusal = permitted(step, 'editor', 'reviewer')
  if (refusal !== undefined) return refusal
  const subject = model.of(label)
  if (isStudy(label)) return impossible
  if (assignee === null) {
    return subject.assignee === undefined
      ? impossible
      : accepted([deed(model, label, 'assign', who)], () => delete subject.assignee)
  }
  const words = model.newest(label)
  const isFit =
    hasRole(assignee, 'reviewer') &&
    !model.authors(label, words).has(assignee) &&
    !model.standing(label, words).signers.includes(assignee)
  return isFit
    ? accepted([deed(model, label, 'assign', who)], () => {
        subject.assignee = assignee
      })
    : nearlyPossible
}

export function expectSchedule(step: Step, reading: Reading): Expectation {
  const { model, label, who } = step
  const refusal = permitted(step, 'editor', 'reviewer')
  if (refusal !== undefined) return refusal
  const subject = model.of(label)
  if (subject.schedule !== undefined) return impossible
  if (isStale(reading, true) || !isPublishable(model, label, 'publish')) {
    return unpublishable(model, label, 'publish')
  }
  const text = model.newestText(label)
  return accepted([deed(model, label, 'schedule', who)], ([entry]) => {
    subject.schedule = { n: entry?.n ?? 0, text, who }
  })
}

export function expectUnscheduling(step: Step): Expectation {
  const { model, label, who } = step
  const subject = model.of(label)
  return (
    permitted(step, 'editor', 'reviewer') ??
    (subject.schedule === undefined
      ? impossible
      : accepted([deed(model, label, 'unschedule', who)], () => delete subject.schedule))
  )
}

/** The moment of a schedule comes: the same text passes once more, or the schedule has failed. */
export function expectFiring(model: Model, label: Label): Expectation {
  const subject = model.of(label)
  const { schedule } = subject
  if (schedule === undefined) return accepted([])
  const isSame = schedule.text === model.newestText(label)
  if (isSame && isPublishable(model, label, 'publish')) {
    return published(model, label, 'publish', schedule.who)
  }
  return accepted([deed(model, label, 'schedule-failed', 'citegate')], () => {
    delete subject.schedule
  })
}

export function expectDeletion({ model, label, who }: Step): Expectation {
  if (!hasRole(who, 'editor')) return forbidden(who)
  if (!model.isThere(label)) return impossible
  if (model.entriesOf(label).some(({ action }) => action === 'publish')) return nearlyPossible
  if (isReferredTo(model, label)) return nearlyPossible
  return accepted([deed(model, label, 'delete', who)], () => {
    model.of(label).isDeleted = true
    delete model.of(label).schedule
  })
}

function isReferredTo(model: Model, label: Label): boolean {
  return labels.some((other) => {
    if (!model.isThere(other)) return false
    const { words, live } = model.of(other)
    return [words, live].some((each) => {
      if (each?.kind === 'claim') return label === 't' || (each.cites as Label[]).includes(label)
      return each?.kind === 'therapy' && (shows[each.shows] as readonly Label[]).includes(label)
    })
  })
}

/** A release writes down what it withholds from now on, and what it does not any more. */
export function expectRelease(
  model: Model,
  { withheld, readmitted }: ReleasePlan,
  labelOf: (name: string) => Label | undefined,
): Expectation {
  const noted = [...new Set(withheld.flatMap((each) => (each.isRecorded ? [] : each.subject)))]
  const deeds = (names: readonly string[], action: LogAction) =>
    names.flatMap((name) => {
      const label = labelOf(name)
      const text = label && model.liveText(label)
      return text === undefined ? [] : deed(model, label ?? 't', action, 'citegate', { text })
    })
  return accepted([...deeds(noted, 'withhold'), ...deeds(readmitted, 'readmit')])
}

/** What is recorded stays as it was, whoever asks. */
export const expectTampering = (who: PersonName): Expectation =>
  refused(...(who === 'stranger' ? [401, 403] : [403, 404, 405]))
