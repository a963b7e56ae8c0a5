import { approvedByPolicy } from './approvedByPolicy.ts'
import { approverIsIndependent } from './approverIsIndependent.ts'
import { articleTherapiesKnown } from './articleTherapiesKnown.ts'
import { articleTherapiesLive } from './articleTherapiesLive.ts'
import { benefitNotPreclinicalOnly } from './benefitNotPreclinicalOnly.ts'
import { benefitPageHasHarms } from './benefitPageHasHarms.ts'
import { certaintyStated } from './certaintyStated.ts'
import { certaintyWithinDesigns } from './certaintyWithinDesigns.ts'
import { citedStudyExists } from './citedStudyExists.ts'
import { citedStudyHasIdentifier } from './citedStudyHasIdentifier.ts'
import { citedStudyIsLive } from './citedStudyIsLive.ts'
import { claimHasSupportingCitation } from './claimHasSupportingCitation.ts'
import { claimNamesKnownTherapy } from './claimNamesKnownTherapy.ts'
import { claimsInPageLanguage } from './claimsInPageLanguage.ts'
import { claimsOnPageKnown } from './claimsOnPageKnown.ts'
import { claimsOnPageLive } from './claimsOnPageLive.ts'
import { claimStatementIsSentence } from './claimStatementIsSentence.ts'
import { conditionHasCode } from './conditionHasCode.ts'
import { conditionHasName } from './conditionHasName.ts'
import { conditionsKnown } from './conditionsKnown.ts'
import { conditionsLive } from './conditionsLive.ts'
import { disclaimerComplete } from './disclaimerComplete.ts'
import { disclaimerSlotsFilled } from './disclaimerSlotsFilled.ts'
import { harmCertaintyStated } from './harmCertaintyStated.ts'
import { headingLevels } from './headingLevels.ts'
import { hiddenCharacters } from './hiddenCharacters.ts'
import { imageHasAlternativeText } from './imageHasAlternativeText.ts'
import { noOpenComments } from './noOpenComments.ts'
import { noRetractedSource } from './noRetractedSource.ts'
import { pageChannelsKnown } from './pageChannelsKnown.ts'
import { pageComplete } from './pageComplete.ts'
import { regulatoryClaimComplete } from './regulatoryClaimComplete.ts'
import { regulatoryClaimStandsAlone } from './regulatoryClaimStandsAlone.ts'
import { regulatoryStatusPerChannel } from './regulatoryStatusPerChannel.ts'
import { reviewDueSoon } from './reviewDueSoon.ts'
import { reviewNotOverdue } from './reviewNotOverdue.ts'
import type { AnyRule } from './rule.ts'
import { sourceUnderNotice } from './sourceUnderNotice.ts'
import { statusNotEstablishedHolds } from './statusNotEstablishedHolds.ts'
import { studyComplete } from './studyComplete.ts'
import { studyHasIdentifier } from './studyHasIdentifier.ts'
import { studyIdentifiersValid } from './studyIdentifiersValid.ts'

/** Every rule of the gate, in the order in which findings are read. */
export const registry: readonly AnyRule[] = [
  // Sources
  studyComplete,
  studyHasIdentifier,
  studyIdentifiersValid,

  // Claims
  claimStatementIsSentence,
  claimNamesKnownTherapy,
  claimHasSupportingCitation,
  citedStudyExists,
  citedStudyHasIdentifier,
  citedStudyIsLive,
  noRetractedSource,
  sourceUnderNotice,
  benefitNotPreclinicalOnly,
  certaintyStated,
  harmCertaintyStated,
  certaintyWithinDesigns,
  regulatoryClaimComplete,

  // Pages
  pageComplete,
  pageChannelsKnown,
  claimsOnPageKnown,
  claimsOnPageLive,
  claimsInPageLanguage,
  benefitPageHasHarms,
  regulatoryStatusPerChannel,
  statusNotEstablishedHolds,
  regulatoryClaimStandsAlone,
  articleTherapiesKnown,
  articleTherapiesLive,
  headingLevels,

  // Conditions and disclaimers
  conditionHasName,
  conditionHasCode,
  conditionsKnown,
  conditionsLive,
  disclaimerComplete,
  disclaimerSlotsFilled,

  // Review
  approvedByPolicy,
  approverIsIndependent,
  reviewNotOverdue,
  reviewDueSoon,
  noOpenComments,

  // Every text
  imageHasAlternativeText,
  hiddenCharacters,
]
