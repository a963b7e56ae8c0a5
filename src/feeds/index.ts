export { releaseEvent, testEvent } from './events/index.ts'
export type { ReleaseEventInput } from './events/index.ts'
export { feedEntry, llmsFile, mostRecent } from './forms/index.ts'
export type { PublishedForms } from './forms/index.ts'
export { renderHtml } from './html/index.ts'
export type { HtmlOptions, HtmlResult } from './html/index.ts'
export { digestOf, itemContext, renderItem, renderItems } from './items/index.ts'
export type {
  ItemContext,
  ItemRefusal,
  ItemResult,
  RenderedItem,
  RenderedItems,
  Standings,
} from './items/index.ts'
export { emptyRichText, lexicalToMdast } from './lexical/index.ts'
export type { LexicalReferences, ReferencedMedia, RichTextResult } from './lexical/index.ts'
export { renderMarkdown } from './markdown/index.ts'
export type { MarkdownOptions, MarkdownResult } from './markdown/index.ts'
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
  mediaPath,
  newestFirst,
  referencesPath,
  schemaPath,
} from './model/index.ts'
export type {
  FeedFile,
  LongFile,
  FeedInput,
  FeedKind,
  FeedTombstone,
  ItemName,
  Licence,
  MediaFile,
  Publisher,
  ReasonKind,
} from './model/index.ts'
export { toCsl, vancouver, vancouverText } from './references/index.ts'
export type { Reference } from './references/index.ts'
export {
  changesFile,
  channelFiles,
  channelListsIn,
  datedItem,
  emptyLists,
  indexFile,
  indexItem,
  itemIn,
  nextLists,
  previousRelease,
  recentItems,
  referencesOf,
  renderRelease,
  schemaFiles,
  vocabularyFile,
} from './release/index.ts'
export type {
  BuriedPath,
  ChannelChange,
  ChannelLists,
  Occasion,
  PreviousRelease,
  PublishedMedia,
  ReleaseInput,
  RenderedRelease,
} from './release/index.ts'
export { feedSchemas, jsonSchema, schemaNames, schemaUrl } from './schemas/index.ts'
export type {
  ChangesFile,
  CslItem,
  FeedEntry,
  FeedItem,
  IndexItem,
  ReleasePublished,
  SchemaName,
  WebhookTest,
} from './schemas/index.ts'
export type { RichTextRefusal } from './tree/index.ts'
