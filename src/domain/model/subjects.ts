import type { RichText } from './richText.ts'
import type {
  Certainty,
  ClaimKind,
  Direction,
  HealthAspect,
  MarkdownDialect,
  RegulatoryStatus,
  SlotPlace,
  SourceType,
  Stance,
  StudyDesign,
  StudyStatus,
  SubjectKind,
} from './vocabulary.ts'

/**
 * The subjects. Every reference to another subject is its `key`: a kebab-case name, unique per
 * kind, fixed once created. An absent optional property means unknown or not applicable; empty
 * strings and empty lists do not occur in optional properties.
 */

export interface PersonName {
  readonly family: string
  readonly given?: string
}

/** An author: a person, or a body such as a regulator. */
export type Author = PersonName | { readonly literal: string }

/** A date as precise as it is known: `2021`, `2021-06` or `2021-06-03`. */
export type PartialDate = string

export interface Identifiers {
  /** Without resolver prefix, e.g. `10.1136/ard-2024-225771`. */
  readonly doi?: string
  readonly pmid?: string
  /** With prefix, e.g. `PMC5009698`. */
  readonly pmcid?: string
  /** ClinicalTrials.gov number, e.g. `NCT03737461`. */
  readonly nct?: string
}

export interface Study {
  readonly kind: 'study'
  readonly key: string
  readonly sourceType: SourceType
  readonly title: string
  readonly authors: readonly Author[]
  /** False when only the first authors are known: references then say "et al." */
  readonly authorsComplete: boolean
  readonly containerTitle?: string
  readonly publisher?: string
  readonly issued?: PartialDate
  readonly volume?: string
  readonly issue?: string
  readonly page?: string
  readonly identifiers: Identifiers
  readonly url?: string
  /** ISO date on which `url` was read. */
  readonly accessed?: string
  readonly design?: StudyDesign
  /** For reviews: the strongest design among what they include. */
  readonly includedDesign?: StudyDesign
  readonly sampleSize?: number
  readonly population?: string
  readonly intervention?: string
  readonly comparator?: string
  readonly followUpMonths?: number
  readonly primaryOutcomeMet?: boolean
  readonly result?: string
  readonly harms?: string
  readonly funding?: string
  readonly status: StudyStatus
  /** ISO date on which `status` was last checked against a source; absent means never checked. */
  readonly statusChecked?: string
  readonly noticeDoi?: string
  /** Jurisdiction a regulatory document speaks for, e.g. `us`. */
  readonly jurisdiction?: string
}

export interface Citation {
  readonly study: string
  readonly stance: Stance
  readonly locator?: string
  readonly quote?: string
}

export interface Claim {
  readonly kind: 'claim'
  readonly key: string
  /** BCP 47 primary language, e.g. `en`. */
  readonly language: string
  readonly translationOf?: string
  readonly therapy: string
  readonly condition?: string
  readonly claimKind: ClaimKind
  readonly direction: Direction
  /** One sentence of plain text, with its final stop. */
  readonly statement: string
  readonly outcome?: string
  readonly population?: string
  readonly comparator?: string
  readonly followUpMonths?: number
  readonly certainty?: Certainty
  /** Why the certainty is what it is: GRADE domains in words. */
  readonly certaintyReason?: string
  /** Regulatory claims only: whose regulator, e.g. `us`. */
  readonly jurisdiction?: string
  readonly regulatoryStatus?: RegulatoryStatus
  readonly citations: readonly Citation[]
}

export interface Section {
  readonly heading: string
  readonly aspect: HealthAspect
  readonly body: RichText
}

/**
 * Says on a page that no regulator's document on the therapy was found for a jurisdiction. It is
 * shown as such; it is the honest form of a status that nobody has stated.
 */
export interface StatusNotEstablished {
  readonly therapy: string
  readonly jurisdiction: string
  /** ISO date of the search that found nothing. */
  readonly searchedOn: string
}

interface PageBody {
  readonly key: string
  readonly language: string
  readonly translationOf?: string
  readonly title: string
  readonly summary: string
  readonly conditions: readonly string[]
  /** Keys of the channels the page goes to. */
  readonly channels: readonly string[]
  readonly sections: readonly Section[]
  readonly statusNotEstablished: readonly StatusNotEstablished[]
}

export interface Therapy extends PageBody {
  readonly kind: 'therapy'
  readonly alternateNames: readonly string[]
}

export interface Article extends PageBody {
  readonly kind: 'article'
  /** The therapies the article speaks of. */
  readonly therapies: readonly string[]
}

/** A page is what readers open: a therapy or an article. */
export type Page = Therapy | Article

export interface Condition {
  readonly kind: 'condition'
  readonly key: string
  readonly name: string
  /** ICD-10 code, e.g. `M54.5`. */
  readonly icd10?: string
  /** MeSH descriptor unique id, e.g. `D017116`. */
  readonly mesh?: string
}

export interface Disclaimer {
  readonly kind: 'disclaimer'
  readonly key: string
  readonly language: string
  readonly translationOf?: string
  /** Keys of the slots it fills. */
  readonly slots: readonly string[]
  /** Limits it to these jurisdictions; empty means all. */
  readonly jurisdictions: readonly string[]
  readonly body: RichText
}

export type Subject = Study | Claim | Therapy | Article | Condition | Disclaimer

export type SubjectOf<K extends SubjectKind> = Extract<Subject, { kind: K }>

/** `kind/key`, the stable public name of a subject. */
export type SubjectName = `${SubjectKind}/${string}`

/** When a slot is required. Properties are joined by "and", the members of one by "or"; none means always. */
export interface SlotCondition {
  readonly claimKinds: readonly ClaimKind[]
  readonly directions: readonly Direction[]
  readonly certainties: readonly Certainty[]
  readonly regulatoryStatuses: readonly RegulatoryStatus[]
  readonly therapies: readonly string[]
}

export interface DisclaimerSlot {
  /** Kebab-case name, unique in its channel. */
  readonly key: string
  readonly place: SlotPlace
  readonly when: SlotCondition
}

/** One audience's view of what is live. A setting kept by administrators, not a subject. */
export interface Channel {
  /** Jurisdiction and language, e.g. `us-en`. */
  readonly key: string
  readonly title: string
  readonly jurisdiction: string
  readonly language: string
  /** Absent: anybody reads it. Private: sites with a key do. */
  readonly access?: 'private'
  readonly slots: readonly DisclaimerSlot[]
  /** How its Markdown marks claims and disclaimers; `gfm` unless said otherwise. */
  readonly dialect?: MarkdownDialect
}
