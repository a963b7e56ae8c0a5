export { cascadeOf } from './cascadeOf.ts'
export type { Cascade } from './cascadeOf.ts'
export { pageAsRead } from './pageAsRead.ts'
export type { Fallen } from './pageAsRead.ts'
export { planRelease } from './planRelease.ts'
export type { KnownWithheld, Prior } from './prior.ts'
export { releasedKinds } from './releasePlan.ts'
export type {
  ChannelPlan,
  ReleasedItem,
  ReleasedKind,
  ReleasePlan,
  Withheld,
} from './releasePlan.ts'
export { standingInWords } from './standingInWords.ts'
export { storeStanding, unknownToDatabase } from './storeStanding.ts'
export type {
  DatabaseHead,
  StoredItem,
  StoreHead,
  StoreStanding,
  UnknownItem,
} from './storeStanding.ts'
export { openWithholding } from './withholding.ts'
export { withLive, withoutLive } from './whatIf.ts'
