import { isFeedPath, metadataName, sha256Hex, targetName } from '../store/index.ts'
import { FeedRefused } from './feedProblem.ts'
import { type FeedTransport, type TransportLimits, defaultLimits } from './feedTransport.ts'
import { findFeed } from './findFeed.ts'
import { type EarlierMark, type ReleaseMark, type TargetEntry, releaseMark } from './releaseMark.ts'
import { targetBins } from './targetBins.ts'
import { type MetadataFiles, type TrustedMetadata, refreshMetadata } from './trustedMetadata.ts'
import { type FeedTrust, trustedRoot } from './trustedRoot.ts'
import { readMetadata } from './tufMetadata.ts'

/** The current release of a feed, whose metadata has been verified. What is read is verified too. */
export interface TrustedFeed extends ReleaseMark {
  /** Address or folder of the repository. */
  readonly place: string
  readonly trust: FeedTrust
  readonly versions: TrustedMetadata['versions']
  readonly expires: TrustedMetadata['expires']
  /** What to hand in as `cachedMetadata` the next time. */
  readonly metadata: MetadataFiles
  /** Length and digest of a file of the release. */
  readonly find: (path: string) => Promise<TargetEntry | undefined>
  /** Every file of the release. */
  readonly entries: () => AsyncIterable<readonly [path: string, entry: TargetEntry]>
  /** @throws FeedRefused `missing`, `truncated`, `endless`, `tampered`, `slow`, `redirected`, `locked` */
  readonly read: (path: string) => Promise<Uint8Array>
  /** Content of this or an earlier release, at a digest that something verified names. */
  readonly readByDigest: (path: string, sha256: string, maxBytes?: number) => Promise<Uint8Array>
  /** What an earlier release said of itself, at the digest that the one after it names. */
  readonly earlier: (mark: EarlierMark) => Promise<ReleaseMark>
  /** Bytes brought so far, metadata included, counted after decoding. */
  readonly bytesRead: () => number
  readonly close: () => Promise<void>
}

export interface TrustedFeedOptions {
  /** The root to trust, as the publisher gave it. Else the kept one; else the first of the feed. */
  readonly trustedRoot?: Uint8Array
  /** What the reader kept of the last time. */
  readonly cachedMetadata?: MetadataFiles
  readonly now?: Date
  /** Where metadata is verified, in a folder of its own; else in the system's temporary folder. */
  readonly workFolder?: string
  readonly limits?: Partial<TransportLimits>
  /** Opens private channels; it is sent to the origin of the feed alone. */
  readonly key?: string
}

/**
 * Opens the feed at a source and verifies its metadata: signatures, versions, expiry.
 *
 * @param source address of a server, of its feed or of a copy of its store; folder of a store
 * @throws FeedUnreachable when there is none; FeedRefused, naming what was wrong
 */
export async function openTrustedFeed(
  source: string,
  options: TrustedFeedOptions = {},
): Promise<TrustedFeed> {
  const { cachedMetadata = new Map<string, Uint8Array>(), now = new Date() } = options
  const limits = { ...defaultLimits, ...options.limits }
  const transport = await findFeed(source, limits, options.key)
  const root = await trustedRoot(transport, options.trustedRoot, cachedMetadata.get('root.json'))
  const metadata = await refreshMetadata(
    transport,
    cachedMetadata,
    root.bytes,
    now,
    options.workFolder,
  )
  try {
    return feedOf(transport, root.trust, metadata, limits)
  } catch (error) {
    await metadata.close()
    throw error
  }
}

function feedOf(
  transport: FeedTransport,
  trust: FeedTrust,
  metadata: TrustedMetadata,
  limits: TransportLimits,
): TrustedFeed {
  const mark = releaseMark(metadata.targets)
  const bins = targetBins(metadata.targets, metadata.load)
  const find = async (path: string) => mark.lists.get(path) ?? (await bins.find(path))
  return {
    ...mark,
    place: transport.place,
    trust,
    versions: metadata.versions,
    expires: metadata.expires,
    metadata: metadata.files,
    find,
    async *entries() {
      yield* mark.lists
      yield* bins.entries()
    },
    read: async (path) => {
      const entry = await find(path)
      if (entry === undefined) {
        throw new FeedRefused('missing', `The release does not have ${JSON.stringify(path)}.`)
      }
      return target(transport, path, entry.sha256, entry.bytes, find)
    },
    readByDigest: (path, sha256, maxBytes = limits.maxFileBytes) =>
      target(transport, path, sha256, maxBytes, find),
    earlier: (mark) => earlierRelease(transport, mark),
    bytesRead: transport.bytesRead,
    close: metadata.close,
  }
}

/** Client workflow 5.7: no more bytes than allowed, and those that were signed. */
async function target(
  transport: FeedTransport,
  path: string,
  sha256: string,
  maxBytes: number,
  find: TrustedFeed['find'],
): Promise<Uint8Array> {
  if (!isFeedPath(path) || !/^[0-9a-f]{64}$/.test(sha256)) {
    throw new FeedRefused('malformed', `${JSON.stringify(path)} cannot be the path of a feed file.`)
  }
  const bytes = await transport.get(targetName(path, sha256), maxBytes)
  if (bytes === null) {
    const message = `${transport.place} does not hold ${path}, which the feed names.`
    throw new FeedRefused('missing', message)
  }
  if (sha256Hex(bytes) === sha256) return bytes
  const entry = await find(path).catch(() => undefined)
  if (entry?.sha256 === sha256 && bytes.byteLength < entry.bytes) {
    const message = `${path} ends after ${String(bytes.byteLength)} of its ${String(entry.bytes)} bytes.`
    throw new FeedRefused('truncated', message)
  }
  throw otherBytes(path, bytes, sha256)
}

async function earlierRelease(
  transport: FeedTransport,
  { release, version, sha256 }: EarlierMark,
): Promise<ReleaseMark> {
  const name = metadataName('targets', version)
  const bytes = await transport.get(name, earlierLimit)
  if (bytes === null) {
    const message = `${transport.place} no longer holds ${name}, which names release ${String(release)}.`
    throw new FeedRefused('missing', message)
  }
  if (sha256Hex(bytes) !== sha256) throw otherBytes(name, bytes, sha256)
  const metadata = readMetadata('targets', bytes)
  if (metadata === null) throw new FeedRefused('malformed', `${name} is not TUF metadata.`)
  const mark = releaseMark(metadata.signed)
  if (mark.release === release) return mark
  const message = `${name} is of release ${String(mark.release)}; the one after it says ${String(release)}.`
  throw new FeedRefused('rewritten', message)
}

const earlierLimit = 16_000_000

function otherBytes(name: string, bytes: Uint8Array, sha256: string): FeedRefused {
  return new FeedRefused(
    'tampered',
    `${name} has the digest ${sha256Hex(bytes)}; the feed names ${sha256}: it was changed on its way.`,
  )
}
