export { feedSchemas, jsonSchema, schemaNames, schemaUrl } from './feedSchemas.ts'
export type { SchemaName } from './feedSchemas.ts'
export type { CslItem } from './csl.ts'
export type { FeedEntry, JsonFeedFile } from './jsonFeed.ts'
export type {
  ArticleItem,
  ClaimItem,
  FeedItem,
  ItemContent,
  PageClaim,
  StudyItem,
  TherapyItem,
} from './items.ts'
export type {
  ChangesFile,
  ChannelIndexFile,
  IndexFile,
  IndexItem,
  ReferencesFile,
} from './lists.ts'
export type { ReleasePublished, WebhookTest } from './events.ts'
