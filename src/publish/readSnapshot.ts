import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { BasePayload } from 'payload'
import { createLocalReq } from 'payload'
import type { Graph } from '../domain/model/index.ts'
import { env } from '../env.ts'
import { loadLiveGraph } from '../projection/index.ts'
import { inTransaction } from '../records/index.ts'

export interface SnapshotMedia {
  readonly sha256: string
  readonly contentType: string
  /** Without dot, e.g. `png`. */
  readonly extension: string
  readonly bytes: number
  readonly read: () => Promise<Uint8Array>
}

/** All that is live at one moment. */
export interface Snapshot {
  readonly graph: Graph
  readonly media: readonly SnapshotMedia[]
}

/** Reads it in one transaction, so that no write of others stands half in it. */
export async function readSnapshot(payload: BasePayload): Promise<Snapshot> {
  const req = await createLocalReq({}, payload)
  const { graph, media } = await inTransaction(req, () => loadLiveGraph({ payload, req }))
  return {
    graph,
    media: media.flatMap(({ sha256, mimeType, filename, filesize }) =>
      sha256 === null || sha256 === undefined || filename === null || filename === undefined
        ? []
        : [
            {
              sha256,
              contentType: mimeType ?? 'application/octet-stream',
              extension: path.extname(filename).slice(1).toLowerCase(),
              bytes: filesize ?? 0,
              read: () => readFile(path.join(env.mediaDir, filename)),
            },
          ],
    ),
  }
}
