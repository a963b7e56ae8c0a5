import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isFeedPath, sha256Hex } from '../../store/index.ts'
import { isForSubscribers, itemForm } from '../feedPaths.ts'
import { FeedRefused } from '../feedProblem.ts'
import type { FeedTransport } from '../feedTransport.ts'
import { type ReleaseMark, releaseMark } from '../releaseMark.ts'
import { refreshMetadata } from '../trustedMetadata.ts'
import { type FeedTrust, trustedRoot } from '../trustedRoot.ts'
import { contentOf } from './contentOf.ts'
import { type PulledLock, lockName, pulledLock } from './pulledLock.ts'
import type { Found, ReleaseSource } from './releaseSource.ts'

/** A release as somebody pulled it: files at their stable paths, a lock, and the signed metadata. */
export interface PulledFolder {
  readonly release: ReleaseSource
  readonly trust: FeedTrust
  readonly lock: PulledLock
}

export function isPulledFolder(folder: string): Promise<boolean> {
  return lstat(join(folder, lockName)).then(
    () => true,
    () => false,
  )
}

/**
 * Opens a folder that was pulled. Its metadata is verified as of the moment at which the feed was last
 * reached: a copy does not go bad by lying there.
 *
 * @throws FeedRefused when the lock or the metadata is not what it has to be
 */
export async function openPulledFolder(
  folder: string,
  givenRoot: Uint8Array | undefined,
): Promise<PulledFolder> {
  const lock = pulledLock((await fileIn(folder, lockName)) ?? Buffer.of())
  if (lock === null) {
    throw new FeedRefused('state-damaged', `${folder} has a ${lockName} that cannot be understood.`)
  }
  const transport = keptMetadata(folder)
  const root = await trustedRoot(transport, givenRoot, lock.trustedRoot)
  const now = new Date(lock.refreshedAt)
  const metadata = await refreshMetadata(transport, new Map(), root.bytes, now)
  await metadata.close()
  const mark = markOf(lock, releaseMark(metadata.targets))
  return { release: await releaseIn(folder, lock, mark), trust: root.trust, lock }
}

/** The metadata beside the release, under the names of a repository. */
function keptMetadata(folder: string): FeedTransport {
  return {
    place: folder,
    bytesRead: () => 0,
    get: (name) => {
      const role = /^metadata\/(?:\d+\.)?(timestamp|snapshot|targets)\.json$/.exec(name)?.[1]
      return role === undefined
        ? Promise.resolve(null)
        : fileIn(folder, join('.tuf', `${role}.json`))
    },
  }
}

/** Of a day before the newest release only the lock knows; of the newest, the metadata. */
function markOf(lock: PulledLock, newest: ReleaseMark): ReleaseMark {
  const { release, createdAt, digest } = lock
  if (release === newest.release && digest === newest.digest) return newest
  if (release < newest.release) {
    return { release, createdAt, digest, auditHead: null, previous: null, lists: new Map() }
  }
  throw new FeedRefused(
    'state-damaged',
    `${lockName} speaks of release ${String(release)} (${digest}); signed is release ${String(newest.release)} (${newest.digest}).`,
  )
}

async function releaseIn(
  folder: string,
  lock: PulledLock,
  mark: ReleaseMark,
): Promise<ReleaseSource> {
  const content = await contentOf(mark.digest, async (path, sha256) => {
    const bytes = await fileIn(folder, path)
    return bytes !== null && sha256Hex(bytes) === sha256 ? bytes : null
  })
  const files = new Map([...content, ...mark.lists])
  return {
    mark,
    files,
    archive: null,
    get: async (path): Promise<Found> => {
      const entry = files.get(path)
      if (entry === undefined) return { state: 'missing' }
      const bytes = await fileIn(folder, path)
      if (bytes === null) return { state: isWanted(path, lock, content) ? 'missing' : 'left-out' }
      const sha256 = sha256Hex(bytes)
      if (sha256 === entry.sha256) return { state: 'file', bytes }
      const message = `Its digest is ${sha256}; ${entry.sha256} is what was signed.`
      return { state: 'broken', code: 'tampered', message }
    },
  }
}

/** Whether whoever pulled the feed asked for a file. Old lists of changes nobody gets. */
function isWanted(
  path: string,
  { selected, locked, wants }: PulledLock,
  content: ReadonlyMap<string, unknown>,
): boolean {
  const [channel = '', folder] = path.split('/')
  if (!content.has(path)) return false
  const form = itemForm(path)
  if (form !== null && !wants[form]) return false
  if (isForSubscribers(path) && !wants.subscribers) return false
  const isOfChannel = folder !== undefined && !['media', 'schema', 'ns'].includes(channel)
  return !isOfChannel || (selected?.includes(channel) ?? !locked.includes(channel))
}

async function fileIn(folder: string, path: string): Promise<Uint8Array | null> {
  const isKept = path === lockName || path.startsWith('.tuf')
  if (!isKept && !isFeedPath(path)) return null
  try {
    return await readFile(join(folder, path))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw error
  }
}
