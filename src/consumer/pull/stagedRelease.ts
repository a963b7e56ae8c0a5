import { chmod, link, mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { eachConcurrently, sha256Hex, syncFiles, syncFolder } from '../../store/index.ts'
import { FeedRefused } from '../feedProblem.ts'
import type { TrustedFeed } from '../trustedFeed.ts'
import type { WantedFile } from './channelIndex.ts'
import { readRegularFile } from './regularFile.ts'

const atOnce = 8

export interface StageCounts {
  readonly files: number
  readonly fetched: number
}

/** A release that is being put together in a folder nobody reads yet. */
export interface StagedRelease {
  readonly folder: string
  /** What the release before has at a path, when it has exactly these bytes. */
  readonly held: (file: WantedFile) => Promise<Uint8Array | null>
  /** Takes a file over from the release before; false when that does not have it. */
  readonly keep: (file: WantedFile) => Promise<boolean>
  readonly write: (path: string, bytes: string | Uint8Array) => Promise<void>
  /** Takes files over, or fetches them; each path once. */
  readonly take: (files: readonly WantedFile[]) => Promise<void>
  /** Returns when the disk has all of it. */
  readonly sync: (more: readonly string[]) => Promise<void>
  readonly counts: () => StageCounts
}

/** @param before folder of the release before, of which unchanged files are linked */
export function stagedRelease(
  folder: string,
  before: string | null,
  feed: TrustedFeed,
  onProgress: (files: number) => void = () => undefined,
): StagedRelease {
  const placed = new Map<string, string>()
  const written: string[] = []
  const folders = new Map<string, Promise<unknown>>([[folder, Promise.resolve()]])
  let fetched = 0

  // Once each, also for files that are placed side by side: a pull makes the same changes every time.
  const folderMade = (path: string): Promise<unknown> => {
    const made = folders.get(path) ?? folderMade(dirname(path)).then(() => mkdir(path))
    folders.set(path, made)
    return made
  }
  const makeFolder = async (path: string): Promise<string> => {
    const file = join(folder, path)
    await folderMade(dirname(file))
    return file
  }
  const held: StagedRelease['held'] = async ({ path, sha256 }) => {
    const bytes = before === null ? null : await readRegularFile(join(before, path))
    return bytes !== null && sha256Hex(bytes) === sha256 ? bytes : null
  }
  const keep: StagedRelease['keep'] = async (file) => {
    if (before === null || (await held(file)) === null) return false
    await link(join(before, file.path), await makeFolder(file.path))
    placed.set(file.path, file.sha256)
    return true
  }
  const write: StagedRelease['write'] = async (path, bytes) => {
    await writeFile(await makeFolder(path), bytes, { flag: 'wx' })
    placed.set(path, sha256Hex(Buffer.from(bytes)))
    written.push(join(folder, path))
  }
  const take: StagedRelease['take'] = async (files) => {
    const wanted = new Map<string, WantedFile>()
    for (const file of files) {
      const other = placed.get(file.path) ?? wanted.get(file.path)?.sha256 ?? file.sha256
      if (other !== file.sha256) throw contradiction(file.path)
      if (!placed.has(file.path)) wanted.set(file.path, file)
    }
    await eachConcurrently(wanted.values(), atOnce, async (file) => {
      if (!(await keep(file))) {
        await write(file.path, await feed.readByDigest(file.path, file.sha256, file.bytes))
        fetched += 1
      }
      onProgress(placed.size)
    })
  }
  return {
    folder,
    held,
    keep,
    write,
    take,
    sync: async (more) => {
      await syncFiles(folder, [...written, ...more.map((path) => join(folder, path))])
      await eachConcurrently(folders.keys(), atOnce, syncFolder)
      // Not to be written to: the next release shares the files.
      await eachConcurrently(written, atOnce, (file) => chmod(file, 0o444))
    },
    counts: () => ({ files: placed.size, fetched }),
  }
}

function contradiction(path: string): FeedRefused {
  return new FeedRefused('mixed', `The feed names two digests for ${path}.`)
}
