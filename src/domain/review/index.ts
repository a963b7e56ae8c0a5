export { appendEntry, genesisHash, verifyChain } from './chain.ts'
export type { ChainHead, ChainVerdict } from './chain.ts'
export { contentHash, projectionHash } from './contentHash.ts'
export { projectionOf } from './projection.ts'
export { actions, judgeAction, openActions } from './judgeAction.ts'
export type {
  Action,
  ActionInput,
  ActionJudgement,
  OpenAction,
  Refusal,
  RefusalCode,
} from './judgeAction.ts'
export { isMaterialPlace, materialFacts, materialPlaces } from './materialFacts.ts'
export { isPermitted } from './permissions.ts'
export { policyFor, reviewIntervalMonths } from './policy.ts'
export { addDays, addMonths, isoDate } from './reviewDates.ts'
export type {
  Approval,
  Assignment,
  Comment,
  DiscountedApproval,
  Schedule,
  Standing,
  Workflow,
} from './standing.ts'
export { workflowOf } from './workflowOf.ts'
export { standingOf } from './standingOf.ts'
export { liveActions, nextLiveState, nextReviewState, reviewActions } from './transitions.ts'
export type { LiveAction, ReviewAction, Transition } from './transitions.ts'
