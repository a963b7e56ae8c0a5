import type { Targets } from '@tufjs/models'
import { FeedRefused } from './feedProblem.ts'
import { recordOf } from './unknownJson.ts'

export interface TargetEntry {
  readonly sha256: string
  readonly bytes: number
}

/** Names the signed lists of an earlier release. */
export interface EarlierMark {
  readonly release: number
  /** Version and digest of its `metadata/{version}.targets.json`. */
  readonly version: number
  readonly sha256: string
}

/** A release, as the signed `targets.json` speaks of it. */
export interface ReleaseMark {
  readonly release: number
  /** ISO 8601, UTC. */
  readonly createdAt: string
  /** SHA-256 of `index.json`, which pins all content of the release. */
  readonly digest: string
  readonly auditHead: { readonly sequence: number; readonly hash: string } | null
  readonly previous: EarlierMark | null
  /** The lists of the release by path; with few files, its items too. */
  readonly lists: ReadonlyMap<string, TargetEntry>
}

/** @throws FeedRefused `malformed` when the metadata is signed, and not that of a Citegate feed */
export function releaseMark({ targets, unrecognizedFields }: Targets): ReleaseMark {
  const { release, createdAt, auditHead, previous } = recordOf(unrecognizedFields['x-citegate'])
  const lists = new Map(
    Object.entries(targets).map(([path, { hashes, length }]) => {
      const { sha256 } = hashes
      if (sha256 === undefined) throw notOurs(`${path} has no SHA-256`)
      return [path, { sha256, bytes: length }] as const
    }),
  )
  const digest = lists.get('index.json')?.sha256
  if (!isCount(release)) throw notOurs('it does not say which release it is')
  if (typeof createdAt !== 'string' || Number.isNaN(Date.parse(createdAt))) {
    throw notOurs('it does not say when it was made')
  }
  if (digest === undefined) throw notOurs('it has no index.json')
  return {
    release,
    createdAt,
    digest,
    auditHead: auditHeadOf(auditHead),
    previous: earlierMark(previous, release),
    lists,
  }
}

function earlierMark(value: unknown, release: number): EarlierMark | null {
  if (value === null || value === undefined) return null
  const { release: before, version, sha256 } = recordOf(value)
  if (isCount(before) && before < release && isCount(version) && typeof sha256 === 'string') {
    return { release: before, version, sha256 }
  }
  throw notOurs('what it says of the release before cannot be understood')
}

function auditHeadOf(value: unknown): ReleaseMark['auditHead'] {
  const { sequence, hash } = recordOf(value)
  return typeof sequence === 'number' && typeof hash === 'string' ? { sequence, hash } : null
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1
}

function notOurs(why: string): FeedRefused {
  return new FeedRefused('malformed', `This is signed, but is no Citegate release: ${why}.`)
}
