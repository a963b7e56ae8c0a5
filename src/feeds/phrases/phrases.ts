import type {
  ApprovalMeaning,
  Certainty,
  ClaimKind,
  Direction,
  PartialDate,
  RegulatoryStatus,
  SourceType,
  Stance,
  StudyDesign,
  StudyStatus,
} from '../../domain/model/index.ts'

/** Every word that the feed says by itself, in one language. */
export interface Phrases {
  /** Says that people named in an item do not exist. */
  readonly fictitiousSigners: string
  readonly fictitious: string
  readonly claimKinds: Readonly<Record<ClaimKind, string>>
  readonly directions: Readonly<Record<Direction, string>>
  readonly certainties: Readonly<Record<Certainty, string>>
  readonly regulatoryStatuses: Readonly<Record<RegulatoryStatus, string>>
  readonly designs: Readonly<Record<StudyDesign, string>>
  readonly sourceTypes: Readonly<Record<SourceType, string>>
  readonly studyStatuses: Readonly<Record<StudyStatus, string>>
  readonly meanings: Readonly<Record<ApprovalMeaning, string>>
  /** Heading over the sources with this stance. */
  readonly evidence: Readonly<Record<Stance, string>>
  /** Joins the sources with this stance to a statement: `contradicted by[^a]`. */
  readonly stances: Readonly<Record<Stance, string>>
  /** What a source is to a statement that cites it. */
  readonly citedAs: Readonly<Record<Stance, string>>
  readonly certainty: (certainty: Certainty) => string
  readonly months: (months: number) => string
  readonly design: (design: StudyDesign, included?: StudyDesign) => string
  readonly oxfordLevel: (level: number) => string
  readonly jurisdiction: (code: string) => string
  readonly date: (date: PartialDate) => string
  readonly notEstablished: (about: {
    readonly therapy: string
    readonly jurisdiction: string
    readonly searchedOn: string
  }) => string
  readonly claimRemoved: (about: { readonly date: string; readonly reason: string }) => string
  readonly sourceNotice: (about: {
    readonly status: StudyStatus
    readonly notice?: string
  }) => string
  /** When the status of a source was looked up, if ever. */
  readonly statusChecked: (date: PartialDate | undefined) => string
  readonly leftChannel: string
  readonly headings: {
    readonly regulatoryStatus: string
    readonly record: string
    readonly citedBy: string
    readonly reviewedBy: string
  }
  readonly labels: Readonly<Record<Label, string>>
  readonly yes: string
  readonly no: string
  readonly harmsNotReported: string
  readonly citedByNone: string
}

/** The facts that an item names line by line. */
export type Label =
  | 'kind'
  | 'direction'
  | 'certainty'
  | 'certaintyReason'
  | 'therapy'
  | 'condition'
  | 'population'
  | 'outcome'
  | 'comparator'
  | 'followUp'
  | 'jurisdiction'
  | 'regulatoryStatus'
  | 'sourceType'
  | 'design'
  | 'sampleSize'
  | 'intervention'
  | 'primaryOutcomeMet'
  | 'result'
  | 'harms'
  | 'funding'
  | 'status'
  | 'locator'
  | 'quote'
