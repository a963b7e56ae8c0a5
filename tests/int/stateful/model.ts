import type { LiveState, LogAction, ReviewState, Role } from '../../../src/domain/model/index.ts'
import type { Label, StudyLabel, Words, WordsOf } from './content.ts'
import { firstWords, isBenefit, isStudy, labels } from './content.ts'

/*
 * A second, small telling of the rules, made of the design's words and of none of the program's code:
 * what is live, what is signed, and who wrote it. It follows what was accepted, and so can say
 * beforehand what has to be accepted and what must not be.
 */

export const roles = {
  editor: ['editor'],
  otherEditor: ['editor'],
  reviewer: ['reviewer'],
  secondReviewer: ['reviewer'],
  both: ['editor', 'reviewer'],
  admin: ['admin'],
  stranger: [],
} as const satisfies Record<string, readonly Role[]>
export type PersonName = keyof typeof roles
/** Whoever acts: a person, or the program where nobody does. */
export type ActorName = PersonName | 'citegate'

export const hasRole = (who: PersonName, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => (roles[who] as readonly Role[]).includes(role))

/** What happened, as far as anything follows from it. */
export interface Deed {
  readonly label: Label
  readonly action: LogAction
  readonly who: ActorName
  /** What a signature on it would cover. */
  readonly text: string
  /** Whether the newest text was the live one then, with no draft beside it. */
  readonly onLive: boolean
  /** edit: the citations, or a study's facts, changed with it. */
  readonly isOfSubstance?: boolean
  /** approve: how many signatures the text needs. */
  readonly needed?: number
  /** comment: what it asks. */
  readonly question?: string
  /** resolve: number of the comment. */
  readonly answers?: number
}

/** With its number in the log. */
export type Entry = Deed & { readonly n: number }

export interface Subject {
  /** The newest words; absent before it is made. */
  words?: Words
  live?: Words
  /** Whether the newest version is saved as a draft. */
  isDraft: boolean
  isDeleted: boolean
  assignee?: PersonName
  schedule?: { readonly n: number; readonly text: string; readonly who: PersonName }
}

export class Model {
  readonly log: Entry[] = []
  private readonly subjects = new Map<Label, Subject>(
    labels.map((label) => [label, { isDraft: true, isDeleted: false }]),
  )
  private wordings = 0

  of(label: Label): Subject {
    return this.subjects.get(label) as Subject
  }

  /** A number that no text has said yet. */
  newWording(): number {
    this.wordings += 1
    return this.wordings
  }

  isThere(label: Label): boolean {
    const { words, isDeleted } = this.of(label)
    return words !== undefined && !isDeleted
  }

  newest(label: Label): Words {
    return this.of(label).words ?? firstWords[label]
  }

  /** What a signature covers: the words, and for a claim the facts of what it cites. */
  textOf(words: Words): string {
    const facts = words.kind === 'claim' ? words.cites.map((study) => this.factsOf(study)) : []
    return JSON.stringify([words, facts])
  }

  newestText(label: Label): string {
    return this.textOf(this.newest(label))
  }

  liveText(label: Label): string | undefined {
    const { live } = this.of(label)
    return live && this.textOf(live)
  }

  isLiveAsItIs(label: Label): boolean {
    return this.liveText(label) === this.newestText(label)
  }

  /** A study as claims rest on it: the live one, or the newest draft where none is live. */
  study(label: StudyLabel): WordsOf<'study'> {
    const { live, words } = this.of(label)
    return (live ?? words ?? firstWords[label]) as WordsOf<'study'>
  }

  private factsOf(label: StudyLabel): readonly unknown[] {
    const { sample, status } = this.study(label)
    return [label, sample, status]
  }

  entriesOf(label: Label): readonly Entry[] {
    return this.log.filter((entry) => entry.label === label)
  }

  liveState(label: Label): LiveState {
    if (this.of(label).live !== undefined) return 'live'
    return this.entriesOf(label).some(isPublication) ? 'withdrawn' : 'never'
  }

  /** How many signatures a text needs. */
  needed(label: Label, words: Words): number {
    if (isStudy(label)) return 0
    return isBenefit(label) && words.kind === 'claim' && words.certainty === 'low' ? 2 : 1
  }

  /** Numbers of the comments that nobody has resolved, and what they ask. */
  openComments(label: Label): readonly Entry[] {
    const entries = this.entriesOf(label)
    const answered = new Set(entries.map(({ answers }) => answers))
    return entries.filter(({ action, n }) => action === 'comment' && !answered.has(n))
  }

  /**
   * What is about a text. A live one is untouched by what happens to the drafts beside it; for a
   * draft all that went before counts.
   */
  private about(label: Label, isLiveText: boolean): readonly Entry[] {
    const entries = this.entriesOf(label)
    if (!isLiveText || this.of(label).live === undefined) return entries
    const published = entries.findLastIndex(isPublication)
    return entries.filter(
      ({ action, onLive }, at) => at <= published || (onLive && action !== 'edit'),
    )
  }

  /**
   * Where a text stands: an edit, a refusal and a withdrawal void every signature there is; facts
   * that change leave it with its reviewers.
   *
   * @param unsaved - an edit that would come before it
   */
  standing(
    label: Label,
    words: Words,
    unsaved?: Deed,
  ): { state: ReviewState; signers: ActorName[] } {
    const text = this.textOf(words)
    const isLiveText = text === this.liveText(label)
    let state: ReviewState = isStudy(label) ? 'approved' : 'draft'
    let signed: Entry[] = []
    const entries: readonly Entry[] = this.about(label, isLiveText)
    const last = unsaved === undefined || isLiveText ? [] : [{ ...unsaved, n: Infinity }]
    for (const entry of [...entries, ...last]) {
      const { action } = entry
      if (action === 'submit') state = 'in-review'
      if (action === 'edit' || action === 'withdraw') state = 'draft'
      if (action === 'request-changes') state = 'changes-requested'
      if (action === 'approve') signed.push(entry)
      if (voiding.has(action)) signed = []
    }
    if (isStudy(label)) return { state: 'approved', signers: [] }
    const onText = signed.filter((entry) => entry.text === text)
    const isSigned = onText.length > 0 && onText.length >= (onText.at(-1)?.needed ?? 1)
    return { state: isSigned ? 'approved' : state, signers: onText.map(({ who }) => who) }
  }

  /** Everybody who wrote a part of a text, or of the facts it cites, since its last approval. */
  authors(label: Label, words: Words): ReadonlySet<ActorName> {
    const text = this.textOf(words)
    const entries = this.about(label, text === this.liveText(label))
    const last = Math.max(
      0,
      ...completions(entries)
        .filter((each) => each.text !== text)
        .map(byN),
    )
    const own = entries.filter(({ action, n }) => action === 'edit' && n > last)
    // New citations make the facts behind them new to the text, whenever they were written.
    const citesAnew = own.some(({ isOfSubstance }) => isOfSubstance === true)
    const cites = words.kind === 'claim' ? words.cites : []
    const facts = cites.flatMap((study) => this.factWriting(study))
    return new Set([
      ...own.map(({ who }) => who),
      ...facts.filter(({ n }) => citesAnew || n > last).map(({ who }) => who),
    ])
  }

  /** Who wrote facts of a study: they reach the claims when written, and again when published. */
  private factWriting(study: StudyLabel): readonly { who: ActorName; n: number }[] {
    const entries = this.entriesOf(study)
    return entries
      .filter(({ action, isOfSubstance }) => action === 'edit' && isOfSubstance === true)
      .flatMap(({ who, n }) => {
        const published = entries.find((entry) => entry.n > n && isPublication(entry))
        return published === undefined
          ? [{ who, n }]
          : [
              { who, n },
              { who, n: published.n },
            ]
      })
  }
}

const voiding: ReadonlySet<LogAction> = new Set(['edit', 'request-changes', 'withdraw'])

export const isPublication = ({ action }: Deed): boolean =>
  action === 'publish' || action === 'reinstate'

const byN = ({ n }: { readonly n: number }): number => n

/** The entries that completed the approval of a text. */
function completions(entries: readonly Entry[]): readonly Entry[] {
  let signed: Entry[] = []
  return entries.filter((entry) => {
    if (voiding.has(entry.action)) signed = []
    if (entry.action !== 'approve') return false
    signed.push(entry)
    return signed.filter(({ text }) => text === entry.text).length >= (entry.needed ?? 1)
  })
}
