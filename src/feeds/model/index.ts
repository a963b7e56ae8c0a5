export { contentTypes } from './feedFile.ts'
export type { FeedFile, LongFile } from './feedFile.ts'
export { reasonKinds } from './feedInput.ts'
export type {
  FeedInput,
  FeedTombstone,
  ItemDigests,
  Licence,
  MediaFile,
  Publisher,
  ReasonKind,
} from './feedInput.ts'
export { compareItems, compareText, feedKinds, newestFirst } from './feedKind.ts'
export type { FeedKind, ItemName } from './feedKind.ts'
export {
  atomPath,
  bibtexPath,
  changesPath,
  channelIndexPath,
  feedUrl,
  indexPath,
  isChangesPath,
  itemPaths,
  jsonFeedPath,
  llmsPath,
  mediaPath,
  referencesPath,
  schemaPath,
  vocabularyPath,
} from './feedPaths.ts'
export type { ItemPaths } from './feedPaths.ts'
