/**
 * The closed vocabularies of medical content. Each list is the one source for its type, for the
 * admin's select options and for the feed's JSON Schema. The spelling follows the standard named.
 */

/** What a feed, the review log and the gate can speak of. */
export const subjectKinds = [
  'study',
  'claim',
  'therapy',
  'article',
  'condition',
  'disclaimer',
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** Kinds that need a reviewer's signature before they go live; the others go live by their findings. */
export const reviewedKinds = ['claim', 'therapy', 'article', 'disclaimer'] as const
export type ReviewedKind = (typeof reviewedKinds)[number]

export const claimKinds = [
  'benefit',
  'harm',
  'mechanism',
  'comparison',
  'procedure',
  'regulatory',
] as const
export type ClaimKind = (typeof claimKinds)[number]

export const directions = ['favours', 'noDifference', 'against', 'unclear'] as const
export type Direction = (typeof directions)[number]

/** GRADE certainty of evidence, FHIR `certainty-rating` codes: high, moderate, low, very-low. */
export const certainties = ['high', 'moderate', 'low', 'very-low'] as const
export type Certainty = (typeof certainties)[number]

export const stances = ['supports', 'contradicts', 'background'] as const
export type Stance = (typeof stances)[number]

/** What a source is; documents other than studies are identified by a URL and the date it was read. */
export const sourceTypes = ['study', 'guideline', 'regulatory-document'] as const
export type SourceType = (typeof sourceTypes)[number]

export const studyDesigns = [
  'meta-analysis',
  'systematic-review',
  'randomized-controlled-trial',
  'non-randomized-controlled-trial',
  'cohort',
  'case-control',
  'cross-sectional',
  'case-series',
  'case-report',
  'narrative-review',
  'animal',
  'in-vitro',
] as const
export type StudyDesign = (typeof studyDesigns)[number]

export const studyStatuses = ['active', 'corrected', 'concern', 'retracted'] as const
export type StudyStatus = (typeof studyStatuses)[number]

/** What a regulatory claim says of a therapy in its jurisdiction. */
export const regulatoryStatuses = [
  'authorised',
  'off-label',
  'not-authorised',
  'investigational',
  'not-established',
] as const
export type RegulatoryStatus = (typeof regulatoryStatuses)[number]

/** What a page section is about: the members of schema.org HealthAspectEnumeration. */
export const healthAspects = [
  'OverviewHealthAspect',
  'HowItWorksHealthAspect',
  'EffectivenessHealthAspect',
  'BenefitsHealthAspect',
  'RisksOrComplicationsHealthAspect',
  'SideEffectsHealthAspect',
  'SafetyHealthAspect',
  'GettingAccessHealthAspect',
  'HowOrWhereHealthAspect',
  'UsageOrScheduleHealthAspect',
  'MayTreatHealthAspect',
  'TreatmentsHealthAspect',
  'TypesHealthAspect',
  'StagesHealthAspect',
  'CausesHealthAspect',
  'SymptomsHealthAspect',
  'ScreeningHealthAspect',
  'SeeDoctorHealthAspect',
  'SelfCareHealthAspect',
  'PreventionHealthAspect',
  'PrognosisHealthAspect',
  'PregnancyHealthAspect',
  'AllergiesHealthAspect',
  'ContagiousnessHealthAspect',
  'IngredientsHealthAspect',
  'LivingWithHealthAspect',
  'PatientExperienceHealthAspect',
  'MisconceptionsHealthAspect',
  'RelatedTopicsHealthAspect',
] as const
export type HealthAspect = (typeof healthAspects)[number]

export const roles = ['editor', 'reviewer', 'admin'] as const
export type Role = (typeof roles)[number]

/** Where a disclaimer slot stands in a page. */
export const slotPlaces = ['top', 'beside-claim', 'end'] as const
export type SlotPlace = (typeof slotPlaces)[number]

/**
 * How a channel marks claims, notices and disclaimers in the Markdown of its items. `gfm` says them
 * in words alone, a disclaimer as a block quote; `directive` names each as remark-directive reads it.
 */
export const markdownDialects = ['gfm', 'directive'] as const
export type MarkdownDialect = (typeof markdownDialects)[number]

export const reviewStates = ['draft', 'in-review', 'changes-requested', 'approved'] as const
export type ReviewState = (typeof reviewStates)[number]

export const liveStates = ['never', 'live', 'withdrawn'] as const
export type LiveState = (typeof liveStates)[number]
