import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FeedRefused } from '../feedProblem.ts'
import { openTrustedFeed, type TrustedFeedOptions } from '../trustedFeed.ts'
import type { FeedTrust } from '../trustedRoot.ts'
import type { ChainedRelease, Past } from './judgePast.ts'
import { judgePulled } from './judgePulled.ts'
import { judgeRelease, type ReleaseProgress } from './judgeRelease.ts'
import { judgeServing, type Serving } from './judgeServing.ts'
import { judgeSince } from './judgeSince.ts'
import { isPulledFolder, openPulledFolder } from './pulledFolder.ts'
import { indexPath } from '../feedPaths.ts'
import { releaseAsOf } from './releaseAsOf.ts'
import { type Checked, ReleaseLedger, type ReleaseProblem } from './releaseLedger.ts'
import type { ReleaseSource } from './releaseSource.ts'
import { wholeRelease } from './wholeRelease.ts'
import { WrongQuestion } from './wrongQuestion.ts'

export interface ReleaseVerification {
  readonly ok: boolean
  /** Null when the signed metadata was refused. */
  readonly release: number | null
  readonly createdAt: string | null
  /** Digest of its index, which names all its content. */
  readonly digest: string | null
  readonly trust: FeedTrust | null
  /** Of a folder that was pulled: when the feed last proved to be as new as it says. */
  readonly refreshedAt: string | null
  readonly checked: Checked
  /** Files that the release has, and that were not there to be looked at. */
  readonly leftOut: number
  /** Files of private channels, which the key at hand does not open: nobody looked at them. */
  readonly locked: number
  /** How far back its past was looked at; null when only this release was there. */
  readonly past: Omit<Past, 'chain'> | null
  /** Back to the release that was asked for, or as far as it goes; null when none was. */
  readonly chain: readonly ChainedRelease[] | null
  /** Whether a server was asked for the stable paths; null when there is no server. */
  readonly serving: Serving | null
  /** By path. */
  readonly problems: readonly ReleaseProblem[]
}

export interface VerifyOptions extends Pick<
  TrustedFeedOptions,
  'trustedRoot' | 'now' | 'limits' | 'key'
> {
  /** The history has to reach back to this release, whole. */
  readonly since?: number
  /** Verify the release that was current at this moment. */
  readonly asOf?: Date
  readonly progress?: Partial<ReleaseProgress>
}

/**
 * Proves a release: it is signed, every byte is what was signed, every list pins what it lists, every
 * JSON file is valid by the schema it is served with, every link inside the feed leads to a file, the
 * forms of an item agree, every reviewed text carries approvals of exactly that text, every disclaimer
 * that the channel requires stands where it has to in every form, and whatever was once in the feed is
 * live or has a tombstone. Believes nothing that it can work out itself.
 *
 * @param source folder of a store, folder that was pulled, or the address of a feed
 * @throws FeedUnreachable when there is no feed; WrongQuestion when what is asked has no answer here
 */
export async function verifyRelease(
  source: string,
  options: VerifyOptions = {},
): Promise<ReleaseVerification> {
  const folder = folderOf(source)
  try {
    return folder !== null && (await isPulledFolder(folder))
      ? await verifyPulled(folder, options)
      : await verifyFeed(source, options)
  } catch (error) {
    if (error instanceof FeedRefused) return refusedRelease(error)
    throw error
  }
}

function folderOf(source: string): string | null {
  if (/^https?:\/\//i.test(source)) return null
  return /^file:/i.test(source) ? fileURLToPath(source) : resolve(source)
}

async function verifyFeed(source: string, options: VerifyOptions): Promise<ReleaseVerification> {
  const { since, asOf } = options
  const feed = await openTrustedFeed(source, options)
  try {
    const release = asOf === undefined ? await wholeRelease(feed) : await releaseAsOf(feed, asOf)
    const ledger = new ReleaseLedger()
    const { past, withdrawn } = await judgeRelease(release, ledger, options.progress)
    if (ledger.leftOut > 0) {
      const message = `${String(ledger.leftOut)} files of release ${String(release.mark.release)} are not held any more.`
      ledger.report(indexPath, 'not-kept', message)
    }
    const chain =
      since === undefined || past === null ? null : judgeSince(since, release.mark, past, ledger)
    const isServed = asOf === undefined && /^https?:/i.test(feed.place)
    const serving = isServed
      ? await judgeServing(feed, release, withdrawn, { ledger, key: options.key })
      : null
    return verification(release, ledger, { trust: feed.trust, past, chain, serving })
  } finally {
    await feed.close()
  }
}

async function verifyPulled(folder: string, options: VerifyOptions): Promise<ReleaseVerification> {
  if (options.since !== undefined || options.asOf !== undefined) {
    throw new WrongQuestion(
      `${folder} was pulled and holds one release. Ask the feed or its store for its history.`,
    )
  }
  const { release, trust, lock } = await openPulledFolder(folder, options.trustedRoot)
  const ledger = new ReleaseLedger()
  const { withdrawn } = await judgeRelease(release, ledger, options.progress)
  await judgePulled(folder, release, withdrawn, ledger)
  return verification(release, ledger, { trust, refreshedAt: lock.refreshedAt })
}

interface Circumstances {
  readonly trust: FeedTrust
  readonly refreshedAt?: string | null
  readonly past?: Past | null
  readonly chain?: readonly ChainedRelease[] | null
  readonly serving?: Serving | null
}

function verification(
  { mark: { release, createdAt, digest } }: ReleaseSource,
  ledger: ReleaseLedger,
  { trust, refreshedAt = null, past = null, chain = null, serving = null }: Circumstances,
): ReleaseVerification {
  return {
    ok: ledger.problems.length === 0,
    ...{ release, createdAt, digest, trust, refreshedAt, chain, serving },
    past: past && { backTo: past.backTo, end: past.end, listsGone: past.listsGone },
    checked: ledger.checked,
    leftOut: ledger.leftOut,
    locked: ledger.locked.size,
    problems: ledger.sorted(),
  }
}

/** The metadata, or what the whole release hangs on, is not what it has to be. */
function refusedRelease({ code, message }: FeedRefused): ReleaseVerification {
  const ledger = new ReleaseLedger()
  ledger.report('metadata', code, message)
  return {
    ok: false,
    ...{ release: null, createdAt: null, digest: null, trust: null, refreshedAt: null },
    ...{ past: null, chain: null, serving: null, checked: ledger.checked, leftOut: 0, locked: 0 },
    problems: ledger.problems,
  }
}
