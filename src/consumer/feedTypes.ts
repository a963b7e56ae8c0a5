/**
 * The JSON files of a feed. Written by `npm run generate` from the schemas that the feed serves; a
 * site needs no library to use them. Objects are open: a later release may add optional properties.
 */

export type ReferencesFile = CslItem[]

/**
 * Every JSON file of a feed and every event of a webhook, by the name of its schema.
 */
export interface FeedFiles {
  index: IndexFile
  channel: ChannelIndexFile
  changes: ChangesFile
  therapy: TherapyItem
  article: ArticleItem
  claim: ClaimItem
  study: StudyItem
  feed: JsonFeedFile
  references: ReferencesFile
  'release-published': ReleasePublishedEvent
  'webhook-test': WebhookTestEvent
}
export interface IndexFile {
  $schema: string
  release: number
  /**
   * The release before and the SHA-256 of its index.json, which names all its content.
   */
  previous?: {
    release: number
    digest?: string
  }
  channels: {
    /**
     * Stable public name, unique per kind, never reused.
     */
    key: string
    title: string
    jurisdiction: string
    language: string
    /**
     * Only sites with a key read this channel; absent where anybody does.
     */
    access?: 'private'
    path: string
    changes: string
    /**
     * Path of the newest items as JSON Feed 1.1.
     */
    feed?: string
    /**
     * Path of the newest items as Atom (RFC 4287, 6721).
     */
    atom?: string
    /**
     * Path of the bibliography as BibTeX.
     */
    bibliography?: string
    /**
     * SHA-256 of the bytes of each list of the channel.
     */
    digests?: {
      index: string
      changes: string
      references: string
      feed?: string
      atom?: string
      bibliography?: string
    }
  }[]
  /**
   * Path of each JSON Schema, by its name.
   */
  schemas: {
    [k: string]: string
  }
  /**
   * SHA-256 of the bytes of each JSON Schema, by its name.
   */
  schemaDigests?: {
    [k: string]: string
  }
  /**
   * What the feed is and how to treat it, for readers that know nothing of it.
   */
  guide?: {
    path: string
    digest: string
  }
  /**
   * Says what the terms of JSON-LD mean that are not those of schema.org.
   */
  vocabulary?: {
    path: string
    digest: string
  }
  publisher: Publisher
  licence: Licence
}
/**
 * Who answers for the feed.
 */
export interface Publisher {
  name: string
  url: string
}
/**
 * Terms under which the feed may be used.
 */
export interface Licence {
  name: string
  url: string
}
export interface ChannelIndexFile {
  $schema: string
  channel: {
    /**
     * Stable public name, unique per kind, never reused.
     */
    key: string
    title: string
    jurisdiction: string
    language: string
    /**
     * What disclaimers the channel requires, in the order in which they are read.
     */
    slots?: Slot[]
  }
  items: IndexItem[]
  tombstones: Tombstone[]
  /**
   * Path of the bibliography.
   */
  references: string
  publisher: Publisher
  licence: Licence
}
/**
 * A place that a disclaimer has to fill.
 */
export interface Slot {
  /**
   * Stable public name, unique per kind, never reused.
   */
  slot: string
  place: 'top' | 'beside-claim' | 'end'
  /**
   * A claim has to match every list; an empty list asks nothing. A slot that asks for therapies alone is also required on pages about one of them, and one that asks for nothing always.
   */
  when: {
    claimKinds: ('benefit' | 'harm' | 'mechanism' | 'comparison' | 'procedure' | 'regulatory')[]
    directions: ('favours' | 'noDifference' | 'against' | 'unclear')[]
    certainties: ('high' | 'moderate' | 'low' | 'very-low')[]
    regulatoryStatuses: (
      'authorised' | 'off-label' | 'not-authorised' | 'investigational' | 'not-established'
    )[]
    therapies: string[]
  }
}
export interface IndexItem {
  kind: 'therapy' | 'article' | 'claim' | 'study'
  /**
   * Stable public name, unique per kind, never reused.
   */
  key: string
  title: string
  /**
   * How often the subject was published.
   */
  version: number
  /**
   * SHA-256 of the bytes of each form.
   */
  digests: {
    json: string
    markdown: string
  }
  /**
   * Relative to the root of the feed.
   */
  paths: {
    json: string
    markdown: string
  }
  /**
   * Paths of the files that the item shows; a file is named by its SHA-256.
   */
  media?: string[]
  lastReviewed?: string
  reviewDue?: string
  /**
   * When what it says was last published, signed or withheld in part.
   */
  modified?: string
}
/**
 * An item that left the channel. Take it down.
 */
export interface Tombstone {
  kind: 'therapy' | 'article' | 'claim' | 'study'
  /**
   * Stable public name, unique per kind, never reused.
   */
  key: string
  title: string
  /**
   * How often the subject was published.
   */
  version: number
  reason: string
  reasonKind: 'withdrawn' | 'withheld' | 'left-channel'
  /**
   * Why a person withdrew it: its evidence fell, it could harm, it may not be said, or another item takes its place.
   */
  withdrawalKind?: 'evidence' | 'safety' | 'legal' | 'superseded'
  /**
   * What takes its place; it need not be in this channel.
   */
  supersededBy?: {
    kind: 'therapy' | 'article' | 'claim' | 'study'
    /**
     * Stable public name, unique per kind, never reused.
     */
    key: string
  }
  date: string
  /**
   * The instant at which it left; tombstones of early releases have only the date.
   */
  at?: string
  release: number
}
export interface ChangesFile {
  $schema: string
  /**
   * Stable public name, unique per kind, never reused.
   */
  channel: string
  release: number
  /**
   * The release that these changes start from.
   */
  previous?: number
  upserts: {
    kind: 'therapy' | 'article' | 'claim' | 'study'
    /**
     * Stable public name, unique per kind, never reused.
     */
    key: string
    title: string
    /**
     * How often the subject was published.
     */
    version: number
    /**
     * SHA-256 of the bytes of each form.
     */
    digests: {
      json: string
      markdown: string
    }
    /**
     * Relative to the root of the feed.
     */
    paths: {
      json: string
      markdown: string
    }
    /**
     * Paths of the files that the item shows; a file is named by its SHA-256.
     */
    media?: string[]
    lastReviewed?: string
    reviewDue?: string
    /**
     * When what it says was last published, signed or withheld in part.
     */
    modified?: string
    change: 'added' | 'changed'
  }[]
  withdrawals: Tombstone[]
}
export interface TherapyItem {
  $schema: string
  /**
   * Stable public name, unique per kind, never reused.
   */
  key: string
  /**
   * How often the subject was published.
   */
  version: number
  /**
   * Stable public name, unique per kind, never reused.
   */
  channel: string
  language: string
  title: string
  url: string
  markdownUrl: string
  /**
   * Names exactly the text that was signed: scheme number and SHA-256 of its projection.
   */
  contentHash: string
  lastReviewed?: string
  reviewDue?: string
  approvals: Approval[]
  fictitiousSigners: boolean
  /**
   * Says so when people named in the item do not exist.
   */
  notice?: string
  disclaimers: Disclaimer[]
  references: CslItem[]
  /**
   * The item in schema.org terms.
   */
  jsonLd: {
    [k: string]: unknown
  }
  publisher: Publisher
  licence: Licence
  summary: string
  /**
   * Stable public name, unique per kind, never reused.
   */
  translationOf?: string
  conditions: Condition[]
  sections: Section[]
  /**
   * Every claim on the page, in the order of their keys.
   */
  claims: Claim[]
  statusNotEstablished: StatusNotEstablished[]
  notices: ClaimNotice[]
  media: Media[]
  kind: 'therapy'
  alternateNames: string[]
}
/**
 * A signature on exactly the text with this content hash.
 */
export interface Approval {
  name: string
  credentials?: string
  orcid?: string
  meaning: 'medically-accurate' | 'evidence-checked' | 'approved-for-publication'
  at: string
  /**
   * Names exactly the text that was signed: scheme number and SHA-256 of its projection.
   */
  contentHash: string
  /**
   * True for people of the demonstration content.
   */
  fictitious: boolean
}
export interface Disclaimer {
  /**
   * Stable public name, unique per kind, never reused.
   */
  key: string
  /**
   * The slot of the channel that it fills.
   */
  slot: string
  place: 'top' | 'beside-claim' | 'end'
  /**
   * The claims that made it necessary; none: the whole page.
   */
  claims: string[]
  text: string
  markdown: string
}
/**
 * A source in CSL-JSON.
 */
export interface CslItem {
  id: string
  type: 'article-journal' | 'article' | 'report' | 'webpage'
  title: string
  author?: (
    | {
        family: string
        given?: string
      }
    | {
        literal: string
      }
  )[]
  'container-title'?: string
  publisher?: string
  issued?: {
    /**
     * @minItems 1
     * @maxItems 1
     */
    'date-parts': [[number] | [number, number] | [number, number, number]]
  }
  accessed?: {
    /**
     * @minItems 1
     * @maxItems 1
     */
    'date-parts': [[number] | [number, number] | [number, number, number]]
  }
  volume?: string
  issue?: string
  page?: string
  DOI?: string
  PMID?: string
  PMCID?: string
  URL?: string
  /**
   * Set when the source was corrected or retracted.
   */
  status?: string
  custom?: {
    /**
     * ClinicalTrials.gov number.
     */
    nct?: string
    authorsComplete?: false
  }
}
export interface Condition {
  /**
   * Stable public name, unique per kind, never reused.
   */
  key: string
  name: string
  icd10?: string
  mesh?: string
}
export interface Section {
  heading: string
  /**
   * schema.org HealthAspectEnumeration.
   */
  aspect:
    | 'OverviewHealthAspect'
    | 'HowItWorksHealthAspect'
    | 'EffectivenessHealthAspect'
    | 'BenefitsHealthAspect'
    | 'RisksOrComplicationsHealthAspect'
    | 'SideEffectsHealthAspect'
    | 'SafetyHealthAspect'
    | 'GettingAccessHealthAspect'
    | 'HowOrWhereHealthAspect'
    | 'UsageOrScheduleHealthAspect'
    | 'MayTreatHealthAspect'
    | 'TreatmentsHealthAspect'
    | 'TypesHealthAspect'
    | 'StagesHealthAspect'
    | 'CausesHealthAspect'
    | 'SymptomsHealthAspect'
    | 'ScreeningHealthAspect'
    | 'SeeDoctorHealthAspect'
    | 'SelfCareHealthAspect'
    | 'PreventionHealthAspect'
    | 'PrognosisHealthAspect'
    | 'PregnancyHealthAspect'
    | 'AllergiesHealthAspect'
    | 'ContagiousnessHealthAspect'
    | 'IngredientsHealthAspect'
    | 'LivingWithHealthAspect'
    | 'PatientExperienceHealthAspect'
    | 'MisconceptionsHealthAspect'
    | 'RelatedTopicsHealthAspect'
  /**
   * The section without its heading, footnotes included.
   */
  markdown: string
  /**
   * The claims that stand in it, in reading order.
   */
  claims: string[]
}
/**
 * A checkable medical statement and its evidence.
 */
export interface Claim {
  /**
   * Stable public name, unique per kind, never reused.
   */
  key: string
  /**
   * How often the subject was published.
   */
  version: number
  url: string
  statement: string
  claimKind: 'benefit' | 'harm' | 'mechanism' | 'comparison' | 'procedure' | 'regulatory'
  direction: 'favours' | 'noDifference' | 'against' | 'unclear'
  /**
   * GRADE certainty of evidence.
   */
  certainty?: 'high' | 'moderate' | 'low' | 'very-low'
  certaintyReason?: string
  therapy: {
    /**
     * Stable public name, unique per kind, never reused.
     */
    key: string
    title?: string
  }
  condition?: {
    /**
     * Stable public name, unique per kind, never reused.
     */
    key: string
    title?: string
  }
  population?: string
  outcome?: string
  comparator?: string
  followUpMonths?: number
  jurisdiction?: string
  regulatoryStatus?:
    'authorised' | 'off-label' | 'not-authorised' | 'investigational' | 'not-established'
  /**
   * Supporting first, then contradicting, then background.
   */
  citations: Citation[]
  /**
   * Names exactly the text that was signed: scheme number and SHA-256 of its projection.
   */
  contentHash: string
  lastReviewed?: string
  reviewDue?: string
  approvals: Approval[]
}
export interface Citation {
  /**
   * Stable public name, unique per kind, never reused.
   */
  study: string
  stance: 'supports' | 'contradicts' | 'background'
  locator?: string
  quote?: string
  /**
   * The source in Vancouver style.
   */
  reference: string
  url?: string
}
export interface StatusNotEstablished {
  therapy: {
    /**
     * Stable public name, unique per kind, never reused.
     */
    key: string
    title?: string
  }
  jurisdiction: string
  searchedOn: string
  text: string
}
/**
 * Stands where a claim stood that fell.
 */
export interface ClaimNotice {
  /**
   * Stable public name, unique per kind, never reused.
   */
  claim: string
  date: string
  reason: string
  text: string
}
export interface Media {
  sha256: string
  url: string
  contentType: string
  bytes: number
}
export interface ArticleItem {
  $schema: string
  /**
   * Stable public name, unique per kind, never reused.
   */
  key: string
  /**
   * How often the subject was published.
   */
  version: number
  /**
   * Stable public name, unique per kind, never reused.
   */
  channel: string
  language: string
  title: string
  url: string
  markdownUrl: string
  /**
   * Names exactly the text that was signed: scheme number and SHA-256 of its projection.
   */
  contentHash: string
  lastReviewed?: string
  reviewDue?: string
  approvals: Approval[]
  fictitiousSigners: boolean
  /**
   * Says so when people named in the item do not exist.
   */
  notice?: string
  disclaimers: Disclaimer[]
  references: CslItem[]
  /**
   * The item in schema.org terms.
   */
  jsonLd: {
    [k: string]: unknown
  }
  publisher: Publisher
  licence: Licence
  summary: string
  /**
   * Stable public name, unique per kind, never reused.
   */
  translationOf?: string
  conditions: Condition[]
  sections: Section[]
  /**
   * Every claim on the page, in the order of their keys.
   */
  claims: Claim[]
  statusNotEstablished: StatusNotEstablished[]
  notices: ClaimNotice[]
  media: Media[]
  kind: 'article'
  therapies: {
    /**
     * Stable public name, unique per kind, never reused.
     */
    key: string
    title?: string
  }[]
}
export interface ClaimItem {
  $schema: string
  /**
   * Stable public name, unique per kind, never reused.
   */
  key: string
  /**
   * How often the subject was published.
   */
  version: number
  /**
   * Stable public name, unique per kind, never reused.
   */
  channel: string
  language: string
  title: string
  url: string
  markdownUrl: string
  /**
   * Names exactly the text that was signed: scheme number and SHA-256 of its projection.
   */
  contentHash: string
  lastReviewed?: string
  reviewDue?: string
  approvals: Approval[]
  fictitiousSigners: boolean
  /**
   * Says so when people named in the item do not exist.
   */
  notice?: string
  disclaimers: Disclaimer[]
  references: CslItem[]
  /**
   * The item in schema.org terms.
   */
  jsonLd: {
    [k: string]: unknown
  }
  publisher: Publisher
  licence: Licence
  statement: string
  claimKind: 'benefit' | 'harm' | 'mechanism' | 'comparison' | 'procedure' | 'regulatory'
  direction: 'favours' | 'noDifference' | 'against' | 'unclear'
  /**
   * GRADE certainty of evidence.
   */
  certainty?: 'high' | 'moderate' | 'low' | 'very-low'
  certaintyReason?: string
  therapy: {
    /**
     * Stable public name, unique per kind, never reused.
     */
    key: string
    title?: string
  }
  condition?: {
    /**
     * Stable public name, unique per kind, never reused.
     */
    key: string
    title?: string
  }
  population?: string
  outcome?: string
  comparator?: string
  followUpMonths?: number
  jurisdiction?: string
  regulatoryStatus?:
    'authorised' | 'off-label' | 'not-authorised' | 'investigational' | 'not-established'
  /**
   * Supporting first, then contradicting, then background.
   */
  citations: Citation[]
  kind: 'claim'
  /**
   * Stable public name, unique per kind, never reused.
   */
  translationOf?: string
}
export interface StudyItem {
  $schema: string
  /**
   * Stable public name, unique per kind, never reused.
   */
  key: string
  /**
   * How often the subject was published.
   */
  version: number
  /**
   * Stable public name, unique per kind, never reused.
   */
  channel: string
  language: string
  title: string
  url: string
  markdownUrl: string
  /**
   * Names exactly the text that was signed: scheme number and SHA-256 of its projection.
   */
  contentHash: string
  lastReviewed?: string
  reviewDue?: string
  approvals: Approval[]
  fictitiousSigners: boolean
  /**
   * Says so when people named in the item do not exist.
   */
  notice?: string
  disclaimers: Disclaimer[]
  references: CslItem[]
  /**
   * The item in schema.org terms.
   */
  jsonLd: {
    [k: string]: unknown
  }
  publisher: Publisher
  licence: Licence
  kind: 'study'
  sourceType: 'study' | 'guideline' | 'regulatory-document'
  /**
   * The source in Vancouver style.
   */
  reference: string
  identifiers: {
    doi?: string
    pmid?: string
    pmcid?: string
    nct?: string
  }
  /**
   * Where the source is found.
   */
  sourceUrl?: string
  accessed?: string
  design?:
    | 'meta-analysis'
    | 'systematic-review'
    | 'randomized-controlled-trial'
    | 'non-randomized-controlled-trial'
    | 'cohort'
    | 'case-control'
    | 'cross-sectional'
    | 'case-series'
    | 'case-report'
    | 'narrative-review'
    | 'animal'
    | 'in-vitro'
  includedDesign?:
    | 'meta-analysis'
    | 'systematic-review'
    | 'randomized-controlled-trial'
    | 'non-randomized-controlled-trial'
    | 'cohort'
    | 'case-control'
    | 'cross-sectional'
    | 'case-series'
    | 'case-report'
    | 'narrative-review'
    | 'animal'
    | 'in-vitro'
  /**
   * OCEBM 2011 level of evidence.
   */
  oxfordLevel?: number
  sampleSize?: number
  population?: string
  intervention?: string
  comparator?: string
  followUpMonths?: number
  primaryOutcomeMet?: boolean
  result?: string
  /**
   * Absent: not reported in the record, which is not "none".
   */
  harms?: string
  funding?: string
  status: 'active' | 'corrected' | 'concern' | 'retracted'
  statusChecked?: string
  noticeDoi?: string
  jurisdiction?: string
  /**
   * The live claims of the channel that cite it.
   */
  citedBy: {
    /**
     * Stable public name, unique per kind, never reused.
     */
    claim: string
    statement: string
    stance: 'supports' | 'contradicts' | 'background'
    url: string
  }[]
}
export interface JsonFeedFile {
  version: 'https://jsonfeed.org/version/1.1'
  title: string
  home_page_url: string
  feed_url: string
  language: string
  authors: {
    name: string
    url: string
  }[]
  /**
   * The newest therapies, articles and claims; the index of the channel has them all.
   */
  items: FeedEntry[]
  _citegate: {
    /**
     * This schema.
     */
    about: string
    /**
     * Stable public name, unique per kind, never reused.
     */
    channel: string
    jurisdiction: string
    /**
     * Every item of the channel, with digests.
     */
    index: string
    licence: Licence
    /**
     * What left the channel of late, the newest first.
     */
    tombstones: FeedTombstone[]
  }
}
export interface FeedEntry {
  /**
   * Address of the item as JSON. It never changes.
   */
  id: string
  /**
   * Address of the item as Markdown.
   */
  url: string
  title: string
  summary?: string
  /**
   * All of its text, with disclaimers and notices in their places.
   */
  content_text: string
  /**
   * The same as HTML that is safe to show. Releases before it was added have none.
   */
  content_html?: string
  /**
   * When what it says was last published, signed or withheld in part.
   */
  date_modified: string
  language: string
  tags: string[]
  /**
   * What the item is in the feed of its channel.
   */
  _citegate: {
    kind: 'therapy' | 'article' | 'claim' | 'study'
    /**
     * Stable public name, unique per kind, never reused.
     */
    key: string
    /**
     * How often the subject was published.
     */
    version: number
    digests: {
      json: string
      markdown: string
    }
    /**
     * Names exactly the text that was signed: scheme number and SHA-256 of its projection.
     */
    contentHash: string
    lastReviewed?: string
    reviewDue?: string
    /**
     * They stand in the text, and have to stand wherever it is shown.
     */
    disclaimers: {
      /**
       * Stable public name, unique per kind, never reused.
       */
      key: string
      slot: string
      place: 'top' | 'beside-claim' | 'end'
    }[]
    fictitiousSigners: boolean
  }
}
/**
 * An item that left the channel. Take it down.
 */
export interface FeedTombstone {
  kind: 'therapy' | 'article' | 'claim' | 'study'
  /**
   * Stable public name, unique per kind, never reused.
   */
  key: string
  title: string
  /**
   * How often the subject was published.
   */
  version: number
  reason: string
  reasonKind: 'withdrawn' | 'withheld' | 'left-channel'
  /**
   * Why a person withdrew it: its evidence fell, it could harm, it may not be said, or another item takes its place.
   */
  withdrawalKind?: 'evidence' | 'safety' | 'legal' | 'superseded'
  /**
   * What takes its place; it need not be in this channel.
   */
  supersededBy?: {
    kind: 'therapy' | 'article' | 'claim' | 'study'
    /**
     * Stable public name, unique per kind, never reused.
     */
    key: string
  }
  date: string
  /**
   * The instant at which it left; tombstones of early releases have only the date.
   */
  at?: string
  release: number
  /**
   * The id under which the item stood.
   */
  id: string
}
export interface ReleasePublishedEvent {
  $schema: string
  /**
   * When it happened; the same at each attempt to tell it.
   */
  timestamp: string
  type: 'release.published'
  data: {
    /**
     * Root of the feed. Pull from the address you know, not from this one.
     */
    feed: string
    release: number
    /**
     * SHA-256 of the index.json of the release.
     */
    digest: string
    channels: ChangedChannel[]
  }
}
export interface ChangedChannel {
  /**
   * Stable public name, unique per kind, never reused.
   */
  channel: string
  /**
   * Path of the full list of changes, relative to the root of the feed.
   */
  changes: string
  added: number
  changed: number
  withdrawn: number
  /**
   * As many as fit; `withdrawn` counts all, and the list of changes has them.
   */
  withdrawals: EventWithdrawal[]
}
/**
 * An item that left the channel: see its tombstone.
 */
export interface EventWithdrawal {
  kind: 'therapy' | 'article' | 'claim' | 'study'
  /**
   * Stable public name, unique per kind, never reused.
   */
  key: string
  reasonKind: 'withdrawn' | 'withheld' | 'left-channel'
  withdrawalKind?: 'evidence' | 'safety' | 'legal' | 'superseded'
  supersededBy?: {
    kind: 'therapy' | 'article' | 'claim' | 'study'
    /**
     * Stable public name, unique per kind, never reused.
     */
    key: string
  }
  date: string
  /**
   * As in the tombstone, cut after some three hundred characters.
   */
  reason: string
}
export interface WebhookTestEvent {
  $schema: string
  /**
   * When it happened; the same at each attempt to tell it.
   */
  timestamp: string
  type: 'webhook.test'
  data: {
    /**
     * Stable public name, unique per kind, never reused.
     */
    site: string
    /**
     * Stable public name, unique per kind, never reused.
     */
    webhook: string
  }
}

/** What an item can be. */
export type FeedItem = TherapyItem | ArticleItem | ClaimItem | StudyItem
