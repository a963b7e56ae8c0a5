import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { env } from '../env.ts'
import type { MediaFile } from '../feeds/index.ts'
import type { LoadedGraph } from '../projection/index.ts'

/** An image as it goes out, and how its bytes are read. */
export interface SnapshotMedia extends MediaFile {
  readonly sha256: string
  readonly read: () => Promise<Uint8Array>
}

/** The images of some texts; one whose file was never stored is left out, and its text refused. */
export function snapshotMedia(media: LoadedGraph['media']): readonly SnapshotMedia[] {
  return media.flatMap(({ sha256, mimeType, filename, filesize }) =>
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
  )
}
