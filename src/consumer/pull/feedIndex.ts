import { isFeedPath } from '../../store/index.ts'
import { laterLists } from '../feedPaths.ts'
import { FeedRefused } from '../feedProblem.ts'
import { type Json, parsedJson, recordOf, recordsOf, textOf } from '../unknownJson.ts'

export const indexPath = 'index.json'
export const indexLimit = 4_000_000

/** The lists of a channel; each at the path that DESIGN.md calls stable. */
export interface IndexedChannel {
  readonly key: string
  /** What `index.json` says of the channel and the channel's own index repeats. */
  readonly header: Json
  /** Only holders of a key read it. */
  readonly isPrivate: boolean
  readonly digests: {
    readonly index: string
    readonly changes: string
    readonly references: string
  }
  /** Digests of lists that early releases do not have, by path. */
  readonly later: ReadonlyMap<string, string>
}

/** `index.json`: pins all content of a release by digest, and the release before. */
export interface FeedIndex {
  readonly release: number
  readonly previous: { readonly release: number; readonly digest: string } | null
  readonly channels: readonly IndexedChannel[]
  /** Digests of what stands beside the channels, by path: schemas, and what early releases lack. */
  readonly beside: ReadonlyMap<string, string>
  /** What every list of the release repeats. */
  readonly shared: Json
}

/** @throws FeedRefused `malformed` */
export function readIndex(bytes: Uint8Array): FeedIndex {
  const index = recordOf(parsedJson(bytes))
  const { release } = index
  if (!Number.isSafeInteger(release)) throw malformed('it does not say which release it is')
  const schemaDigests = recordOf(index.schemaDigests)
  return {
    release: Number(release),
    previous: index.previous === undefined ? null : previousOf(index),
    channels: recordsOf(index.channels).map(channelOf),
    beside: new Map([
      ...Object.entries(recordOf(index.schemas)).map(
        ([name, path]) => [pathOf(path), digestOf(schemaDigests[name], `schema ${name}`)] as const,
      ),
      ...['guide', 'vocabulary'].flatMap((name) => {
        if (index[name] === undefined) return []
        const { path, digest } = recordOf(index[name])
        return [[pathOf(path), digestOf(digest, `the ${name}`)] as const]
      }),
    ]),
    shared: { publisher: index.publisher, licence: index.licence },
  }
}

function previousOf(index: Json): FeedIndex['previous'] {
  const { release, digest } = recordOf(index.previous)
  if (Number.isSafeInteger(release) && Number(release) < Number(index.release)) {
    return { release: Number(release), digest: digestOf(digest, 'the release before') }
  }
  throw malformed('what it says of the release before cannot be understood')
}

function channelOf({ key, title, jurisdiction, language, access, digests }: Json): IndexedChannel {
  const name = textOf(key) ?? ''
  if (!isFeedPath(name) || name.includes('/')) throw malformed(`${name} cannot name a channel`)
  const { index, changes, references, ...others } = recordOf(digests)
  return {
    key: name,
    header: { key, title, jurisdiction, language },
    isPrivate: access === 'private',
    digests: {
      index: digestOf(index, `the index of ${name}`),
      changes: digestOf(changes, `the changes of ${name}`),
      references: digestOf(references, `the references of ${name}`),
    },
    later: new Map(
      laterLists(name).flatMap(([list, path]) =>
        others[list] === undefined ? [] : [[path, digestOf(others[list], path)]],
      ),
    ),
  }
}

/** Paths come from the feed, and must not lead out of the folder into which they are written. */
export function pathOf(value: unknown): string {
  const path = textOf(value) ?? ''
  if (isFeedPath(path) && path !== 'citegate.lock.json') return path
  throw malformed(`${JSON.stringify(value)} cannot be the path of a feed file`)
}

export function digestOf(value: unknown, what: string): string {
  if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return value
  throw malformed(`it does not name the digest of ${what}`)
}

function malformed(why: string): FeedRefused {
  return new FeedRefused('malformed', `The index of the feed cannot be used: ${why}.`)
}
