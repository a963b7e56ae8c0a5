import type { Certainty, Study, StudyDesign } from '../model/index.ts'

type Designed = Pick<Study, 'sourceType' | 'design' | 'includedDesign'>

/** OCEBM 2011 level for the question "Does this intervention help?"; 1 is the strongest. */
export type OxfordLevel = 1 | 2 | 3 | 4 | 5

interface DesignFacts {
  /**
   * GRADE Handbook, 5.1.1: randomised trials start as high, observational studies as low; series and
   * reports without a comparison group as very low. Rating up a large effect is left to a review.
   */
  readonly ceiling: Certainty
  /**
   * OCEBM 2011 does not place cross-sectional studies, single reports and narrative reviews under
   * treatment benefits: the first two stand with the uncontrolled series, the last with reasoning.
   */
  readonly level: OxfordLevel
  readonly isReview: boolean
  readonly isPreclinical: boolean
}

const facts: Readonly<Record<StudyDesign, DesignFacts>> = {
  'meta-analysis': { ceiling: 'high', level: 1, isReview: true, isPreclinical: false },
  'systematic-review': { ceiling: 'high', level: 1, isReview: true, isPreclinical: false },
  'randomized-controlled-trial': human('high', 2),
  'non-randomized-controlled-trial': human('low', 3),
  cohort: human('low', 3),
  'case-control': human('low', 4),
  'cross-sectional': human('very-low', 4),
  'case-series': human('very-low', 4),
  'case-report': human('very-low', 4),
  'narrative-review': human('very-low', 5),
  animal: { ceiling: 'very-low', level: 5, isReview: false, isPreclinical: true },
  'in-vitro': { ceiling: 'very-low', level: 5, isReview: false, isPreclinical: true },
}

function human(ceiling: Certainty, level: OxfordLevel): DesignFacts {
  return { ceiling, level, isReview: false, isPreclinical: false }
}

/**
 * The highest GRADE certainty that a source's design allows. A review can be no more certain than
 * what it includes; one that does not say is taken to include randomised trials. A guideline counts
 * by the strongest design it includes. Undefined where no design is known, and for regulatory documents.
 */
export function gradeCeiling(study: Designed): Certainty | undefined {
  const design = decidingDesign(study)
  return design === undefined ? undefined : facts[design].ceiling
}

/** True if the source is known to have studied no people: animals, cells, or a review of only these. */
export function isPreclinical(study: Designed): boolean {
  if (study.sourceType === 'regulatory-document') return false
  const design = study.includedDesign ?? study.design
  return design !== undefined && facts[design].isPreclinical
}

/**
 * OCEBM 2011 level of a design. A systematic review of anything but randomised trials keeps the level
 * of what it includes.
 */
export function oxfordLevel(design: StudyDesign, includedDesign?: StudyDesign): OxfordLevel {
  if (!facts[design].isReview || includedDesign === undefined) return facts[design].level
  const included = facts[includedDesign]
  return included.ceiling === 'high' ? 1 : included.level
}

function decidingDesign(study: Designed): StudyDesign | undefined {
  if (study.sourceType === 'regulatory-document') return undefined
  if (study.sourceType === 'guideline') return study.includedDesign ?? study.design
  return study.design !== undefined && facts[study.design].isReview
    ? (study.includedDesign ?? study.design)
    : study.design
}
