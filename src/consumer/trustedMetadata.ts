import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Targets } from '@tufjs/models'
import { Updater } from 'tuf-js'
import { FeedRefused } from './feedProblem.ts'
import type { FeedTransport } from './feedTransport.ts'
import { readMetadata } from './tufMetadata.ts'
import { type Fetched, metadataBaseUrl, tufFetcher } from './tufFetcher.ts'
import { whatWasWrong } from './whatWasWrong.ts'

/** Metadata by file name without version: `root.json`, `timestamp.json`, … */
export type MetadataFiles = ReadonlyMap<string, Uint8Array>

const topLevel = ['root', 'timestamp', 'snapshot', 'targets'] as const
type TopLevel = (typeof topLevel)[number]

/** The verified metadata of one repository, as of one refresh. */
export interface TrustedMetadata {
  readonly targets: Targets
  readonly versions: Readonly<Record<TopLevel, number>>
  readonly expires: Readonly<Record<TopLevel, Date>>
  /** What a reader has to keep, so that nobody can give it anything older the next time. */
  readonly files: MetadataFiles
  /** A delegated role that answers for a path. */
  readonly load: (role: string, path: string) => Promise<Targets>
  readonly close: () => Promise<void>
}

/**
 * Follows the client workflow of TUF 1.0 (5.3 to 5.6) with tuf-js, in a folder of its own: what was
 * kept is a copy, so that a refresh that fails has changed nothing.
 *
 * @throws FeedRefused, FeedUnreachable
 */
export async function refreshMetadata(
  transport: FeedTransport,
  kept: MetadataFiles,
  root: Uint8Array,
  now: Date,
  workFolder = tmpdir(),
): Promise<TrustedMetadata> {
  const folder = await mkdtemp(join(workFolder, 'unfinished-tuf-'))
  const close = () => rm(folder, { recursive: true, force: true })
  const fetched: Fetched = new Map()
  try {
    for (const name of topLevel) {
      const bytes = name === 'root' ? root : kept.get(`${name}.json`)
      if (bytes !== undefined) await writeFile(join(folder, `${name}.json`), bytes)
    }
    const updater = updaterIn(folder, transport, fetched, now)
    await updater.refresh().catch(async (error: unknown) => {
      throw await explained(error, [...fetched].at(-1), folder, now)
    })
    fetched.clear()
    const load = loaderOf(updater, folder, fetched, now)
    return { ...held(await filesIn(folder)), load, close }
  } catch (error) {
    await close()
    throw error
  }
}

function updaterIn(folder: string, transport: FeedTransport, fetched: Fetched, now: Date): Updater {
  const updater = new Updater({
    metadataDir: folder,
    metadataBaseUrl,
    fetcher: tufFetcher(transport, fetched),
    config: { targetsMaxLength: 16_000_000 },
  })
  // Client workflow 5.1: one time for the whole refresh. tuf-js 6.0.2 takes no clock, but has one.
  const inside = updater as unknown as { readonly trustedSet: { referenceTime: Date } }
  inside.trustedSet.referenceTime = now
  return updater
}

async function explained(
  error: unknown,
  asked: readonly [string, Fetched extends Map<string, infer F> ? F : never] | undefined,
  folder: string,
  now: Date,
): Promise<unknown> {
  if (asked === undefined) return error
  return whatWasWrong(asked[0], asked[1], await filesIn(folder), now, error)
}

function loaderOf(
  updater: Updater,
  folder: string,
  fetched: Fetched,
  now: Date,
): TrustedMetadata['load'] {
  return async (role, path) => {
    const file = `${encodeURIComponent(role)}.json`
    const asked = () => [...fetched].findLast(([name]) => name.endsWith(`.${file}`))
    await updater.getTargetInfo(path).catch(async (error: unknown) => {
      throw await explained(error, asked(), folder, now)
    })
    const name = asked()?.[0]
    if (name !== undefined) fetched.delete(name)
    const targets = readMetadata('targets', await readFile(join(folder, file)))
    if (targets === null) throw new Error(`tuf-js keeps no ${file}.`)
    return targets.signed
  }
}

async function filesIn(folder: string): Promise<MetadataFiles> {
  const names = (await readdir(folder)).filter((name) =>
    topLevel.some((role) => name === `${role}.json`),
  )
  const files = names.map(async (name) => [name, await readFile(join(folder, name))] as const)
  return new Map(await Promise.all(files))
}

function held(
  files: MetadataFiles,
): Pick<TrustedMetadata, 'targets' | 'versions' | 'expires' | 'files'> {
  const root = readMetadata('root', files.get('root.json'))?.signed
  const timestamp = readMetadata('timestamp', files.get('timestamp.json'))?.signed
  const snapshot = readMetadata('snapshot', files.get('snapshot.json'))?.signed
  const targets = readMetadata('targets', files.get('targets.json'))?.signed
  if (!root || !timestamp || !snapshot || !targets) {
    throw new FeedRefused('malformed', 'The metadata of the feed is not whole.')
  }
  const all = { root, timestamp, snapshot, targets }
  const each = <T>(value: (role: TopLevel) => T) =>
    Object.fromEntries(topLevel.map((role) => [role, value(role)])) as Record<TopLevel, T>
  return {
    files,
    targets,
    versions: each((role) => all[role].version),
    expires: each((role) => new Date(all[role].expires)),
  }
}
