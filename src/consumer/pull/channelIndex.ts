import { itemFolder, listedKinds } from '../feedPaths.ts'
import { type Json, parsedJson, recordOf, recordsOf, textOf } from '../unknownJson.ts'
import { type FeedIndex, type IndexedChannel, digestOf, pathOf } from './feedIndex.ts'
import type { ItemFormat } from './keptState.ts'
import { sortedJson } from './sortedJson.ts'

export interface WantedFile {
  readonly path: string
  readonly sha256: string
  /** Its length, where it is known. */
  readonly bytes?: number
}

/** The files of a channel that its index names: items in the wanted forms, and what they show. */
export function filesOf(index: Json, channel: string, format: ItemFormat): readonly WantedFile[] {
  return recordsOf(index.items).flatMap(({ paths, digests, media }) => {
    const forms = [...(format === 'md' ? [] : ['json']), ...(format === 'json' ? [] : ['markdown'])]
    return [
      ...forms.map((form) => {
        const path = pathOf(recordOf(paths)[form])
        return { path: within(channel, path), sha256: digestOf(recordOf(digests)[form], path) }
      }),
      ...(Array.isArray(media) ? media : []).map((value: unknown) => {
        const path = within('media', pathOf(value))
        return { path, sha256: digestOf(/([0-9a-f]{64})[^/]*$/.exec(path)?.[1], path) }
      }),
    ]
  })
}

function within(folder: string, path: string): string {
  return path.startsWith(`${folder}/`) ? path : pathOf(null)
}

/** Where each tombstone of a channel is written, beside the place of the item. */
export function tombstoneFiles(index: Json, channel: string): ReadonlyMap<string, string> {
  return new Map(
    recordsOf(index.tombstones).flatMap((tombstone) => {
      const folder = itemFolder(textOf(tombstone.kind) ?? '')
      if (folder === undefined) return []
      const path = pathOf(`${channel}/${folder}/${textOf(tombstone.key) ?? ''}.tombstone.json`)
      return [[path, sortedJson(tombstone)] as const]
    }),
  )
}

export function itemName({ kind, key }: Json): string {
  return `${String(kind)}/${String(key)}`
}

/**
 * The index of a channel, put together from the one before and the changes of each release since,
 * oldest first. Only when its digest is the signed one is it the index.
 */
export function withChanges(
  before: Json,
  changes: readonly Json[],
  { shared }: FeedIndex,
  { header }: IndexedChannel,
): Uint8Array {
  const items = new Map(recordsOf(before.items).map((item) => [itemName(item), item]))
  const tombstones = new Map(recordsOf(before.tombstones).map((gone) => [itemName(gone), gone]))
  for (const { upserts, withdrawals } of changes) {
    for (const { change: _, ...item } of recordsOf(upserts)) {
      items.set(itemName(item), item)
      tombstones.delete(itemName(item))
    }
    for (const gone of recordsOf(withdrawals)) {
      items.delete(itemName(gone))
      tombstones.set(itemName(gone), gone)
    }
  }
  const channel = { ...recordOf(before.channel), ...header }
  const lists = { items: inOrder(items), tombstones: inOrder(tombstones) }
  return Buffer.from(sortedJson({ ...before, ...shared, channel, ...lists }))
}

/** By kind, then by key in order of code units, as the publisher lists them. */
function inOrder(named: ReadonlyMap<string, Json>): readonly Json[] {
  const rank = ({ kind }: Json): number => listedKinds.indexOf(textOf(kind) ?? '')
  return [...named.values()].sort((a, b) => {
    const [one, other] = [textOf(a.key) ?? '', textOf(b.key) ?? '']
    return rank(a) - rank(b) || (one < other ? -1 : one > other ? 1 : 0)
  })
}

export function readChannelIndex(bytes: Uint8Array | null): Json {
  return bytes === null ? {} : recordOf(parsedJson(bytes))
}
