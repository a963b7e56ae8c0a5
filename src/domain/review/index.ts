export { canonicalDigest } from './canonicalDigest.ts'
export { appendEntry, genesisHash, linkFault, verifyChain } from './chain.ts'
export type { ChainHead, ChainVerdict, LinkFault } from './chain.ts'
export { contentHash, projectionHash } from './contentHash.ts'
export { projectionOf } from './projection.ts'
export { actions } from './actions.ts'
export type { Action, ActionInput, Obstacle, RefusalCode, Situation } from './actions.ts'
export { openComments } from './approvalObstacles.ts'
export { isLiveText } from './isLiveText.ts'
export { judgeAction, openActions } from './judgeAction.ts'
export type { ActionJudgement, OpenAction, Refusal } from './judgeAction.ts'
export { judgeScheduled } from './judgeScheduled.ts'
export { liveHistory } from './liveHistory.ts'
export { differenceBetween } from './differenceBetween.ts'
export type { TextDifference } from './differenceBetween.ts'
export { isMaterialPlace, materialFacts, materialPlaces } from './materialFacts.ts'
export { isPermitted } from './permissions.ts'
export type { PermittedAction } from './permissions.ts'
export {
  defaultReviewPolicy,
  policyFor,
  reviewIntervalMonths,
  textsWithoutPolicy,
} from './policy.ts'
export { addDays, addMonths, isoDate, parseInstant } from './reviewDates.ts'
export type {
  Approval,
  Assignment,
  Comment,
  DiscountedApproval,
  Schedule,
  Standing,
  Workflow,
} from './standing.ts'
export { quoted } from './words.ts'
export { workflowOf } from './workflowOf.ts'
export { standingOf } from './standingOf.ts'
export { furthestScheduleDays, longestComment } from './workflowObstacles.ts'
export { liveActions, nextLiveState, nextReviewState, reviewActions } from './transitions.ts'
export type { LiveAction, ReviewAction, Transition } from './transitions.ts'
