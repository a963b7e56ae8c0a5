export { KeptRows } from './keptRows.ts'
export type { Keys, Reference } from './keys.ts'
export { gatedSlugs, isGatedSlug, nameOf, slugOf } from './kinds.ts'
export type { GatedDocument, GatedSlug, ReferredSlug } from './kinds.ts'
export { liveKeys, liveReferrers } from './liveReferrers.ts'
export type { KeysBySlug } from './liveReferrers.ts'
export {
  loadLiveGraph,
  loadLiveNeighbourhood,
  loadLiveTexts,
  loadNeighbourhood,
} from './loadGraph.ts'
export type { LoadedGraph } from './loadGraph.ts'
export type { Reader } from './reader.ts'
export { claimIdsIn, mediaIdsIn, pathsTo, referencesIn } from './references.ts'
export type { FoundReference } from './references.ts'
export { toActor } from './toActor.ts'
export { toLogEntry } from './toLogEntry.ts'
export { RichTextRefused } from './toRichText.ts'
export { toSubject } from './toSubject.ts'
