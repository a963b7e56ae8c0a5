import { Metadata, MetadataKind, type Root, type Snapshot, type Timestamp } from '@tufjs/models'
import type { Targets } from '@tufjs/models'
import { parsedJson, recordOf } from './unknownJson.ts'

interface KindOf {
  readonly root: Metadata<Root>
  readonly timestamp: Metadata<Timestamp>
  readonly snapshot: Metadata<Snapshot>
  readonly targets: Metadata<Targets>
}

/** Reads TUF metadata; null when the bytes are none of this kind. Verifies nothing. */
export function readMetadata<K extends keyof KindOf>(
  kind: K,
  bytes: Uint8Array | undefined,
): KindOf[K] | null {
  if (bytes === undefined) return null
  const json = recordOf(parsedJson(bytes)) as Parameters<typeof Metadata.fromJSON>[1]
  const readers = {
    root: () => Metadata.fromJSON(MetadataKind.Root, json),
    timestamp: () => Metadata.fromJSON(MetadataKind.Timestamp, json),
    snapshot: () => Metadata.fromJSON(MetadataKind.Snapshot, json),
    targets: () => Metadata.fromJSON(MetadataKind.Targets, json),
  }
  try {
    return readers[kind]() as KindOf[K]
  } catch {
    return null
  }
}
