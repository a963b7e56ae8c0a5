import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import { FeedRefused, FeedUnreachable } from './feedProblem.ts'
import type { FeedTransport } from './feedTransport.ts'

/** A repository in a folder: a store, or a copy of one. */
export function folderTransport(folder: string): FeedTransport {
  let read = 0
  return {
    place: folder,
    bytesRead: () => read,
    get: async (name, maxBytes) => {
      const file = join(folder, name)
      const handle = await opened(file)
      if (handle === null) return null
      try {
        const bytes = await content(file, handle, maxBytes)
        read += bytes.byteLength
        return bytes
      } finally {
        await handle.close()
      }
    },
  }
}

/** Without waiting: what is no file, such as a pipe, may never have anything to say. */
async function opened(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    const reason = error instanceof Error ? error.message : String(error)
    throw new FeedUnreachable(`${file} cannot be read: ${reason}.`, { cause: error })
  }
}

async function content(file: string, handle: FileHandle, maxBytes: number): Promise<Uint8Array> {
  const stat = await handle.stat()
  if (!stat.isFile()) throw new FeedRefused('malformed', `${file} is not a file.`)
  if (stat.size > maxBytes) {
    const message = `${file} is longer than the ${String(maxBytes)} bytes it may have.`
    throw new FeedRefused('endless', message)
  }
  const bytes = Buffer.alloc(stat.size)
  const { bytesRead } = await handle.read(bytes, 0, stat.size, 0)
  return bytes.subarray(0, bytesRead)
}
