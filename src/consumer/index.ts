export { FeedRefused, FeedUnreachable } from './feedProblem.ts'
export type { FeedRefusalCode } from './feedProblem.ts'
export type { TransportLimits } from './feedTransport.ts'
export { htmlOf } from './htmlOf.ts'
export type { ItemHtml } from './htmlOf.ts'
export type { EarlierMark, ReleaseMark, TargetEntry } from './releaseMark.ts'
export type {
  ArticleItem,
  ChangesFile,
  ChannelIndexFile,
  ClaimItem,
  FeedFiles,
  FeedItem,
  IndexFile,
  IndexItem,
  ReferencesFile,
  StudyItem,
  TherapyItem,
  Tombstone,
} from './feedTypes.ts'
export { openTrustedFeed } from './trustedFeed.ts'
export type { TrustedFeed, TrustedFeedOptions } from './trustedFeed.ts'
export type { FeedTrust } from './trustedRoot.ts'
export { OutUnusable, PullBusy, UnknownChannel, itemFormats, pullFeed } from './pull/index.ts'
export type { ItemFormat, PullOptions, Pulled } from './pull/index.ts'
export { sendReceipt } from './sendReceipt.ts'
export type { ReceiptSent } from './sendReceipt.ts'
export { WrongQuestion, verifyRelease } from './verify/index.ts'
export type { ReleaseProblem, ReleaseVerification, VerifyOptions } from './verify/index.ts'
export { SiteUnreachable, feedToJudgeBy, feedsNamedBy, judgeSite, readSite } from './crawl/index.ts'
export type { CrawledSite, SiteLimits, SiteProblem, SiteReport } from './crawl/index.ts'
