import type { Authority } from '../model/index.ts'

/** What more than one rule rests on. A rule with a source of its own names it itself. */

const ftcGuidance =
  'https://www.ftc.gov/business-guidance/resources/health-products-compliance-guidance'

/** Objective claims about health need competent and reliable scientific evidence before they are made. */
export const ftcSubstantiation: Authority = {
  label: 'FTC Health Products Compliance Guidance (2022), Substantiating Claims',
  url: ftcGuidance,
}

/** What qualifies a claim has to be clear and conspicuous, beside the claim. */
export const ftcDisclosure: Authority = {
  label: 'FTC Health Products Compliance Guidance (2022), clear and conspicuous disclosure',
  url: ftcGuidance,
}

/** A product's standing with the regulator must not be misstated or left to be assumed. */
export const ftcRegulatorApproval: Authority = {
  label: 'FTC Health Products Compliance Guidance (2022), claims about FDA approval',
  url: ftcGuidance,
}

/** Readers must be able to find each source; no reference is to a retracted article. */
export const icmjeReferences: Authority = {
  label: 'ICMJE Recommendations, IV.A.3.g, References',
  url: 'https://www.icmje.org/recommendations/browse/manuscript-preparation/preparing-for-submission.html',
}

/** Certainty is rated for each outcome, in four levels, from where the design starts. */
export const gradeCertainty: Authority = {
  label: 'GRADE Handbook, 5, Quality of evidence',
  url: 'https://gdt.gradepro.org/app/handbook/handbook.html',
}

/** Health information is reviewed to a plan, and says when it was and will be. */
export const plannedReview: Authority = {
  label: 'PIF TICK, planned review of health information',
  url: 'https://piftick.org.uk',
}

/** A word of our own design, where no outside source decides. */
export function citegate(place: string): Authority {
  return { label: `Citegate design, ${place}` }
}
