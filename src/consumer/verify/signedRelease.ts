import { parsedJson, recordOf, textOf, type Json } from '../unknownJson.ts'
import { indexPath } from './readIndex.ts'
import type { SignedFile } from './releaseSource.ts'

/** A release as the metadata that signs its lists describes it. */
export interface SignedRelease {
  readonly release: number
  /** ISO 8601 instant. */
  readonly createdAt: string
  /** Of the metadata. */
  readonly version: number
  /** The release before: its number, and the version and digest of the metadata that signs it. */
  readonly previous: {
    readonly release: number
    readonly version: number
    readonly sha256: string
  } | null
  /** The files that this metadata names itself: every list. */
  readonly files: ReadonlyMap<string, SignedFile>
  /** Digest of its index, which names all its content. */
  readonly digest: string
}

/** Reads `targets.json`; a sentence when it does not describe a release. Judges no signature. */
export function signedRelease(bytes: Uint8Array): SignedRelease | string {
  const signed = recordOf(recordOf(parsedJson(bytes)).signed)
  const about = recordOf(signed['x-citegate'])
  const files = filesOf(recordOf(signed.targets))
  const digest = files.get(indexPath)?.sha256
  const { release, previous } = about
  const createdAt = textOf(about.createdAt)
  if (typeof release !== 'number' || createdAt === null || typeof signed.version !== 'number') {
    return 'It does not say which release it signs.'
  }
  if (digest === undefined) return `It does not sign an ${indexPath}.`
  const before = previousOf(previous)
  if (before === undefined) return 'It does not say which release came before.'
  return { release, createdAt, version: signed.version, previous: before, files, digest }
}

function previousOf(value: unknown): SignedRelease['previous'] | undefined {
  if (value === null) return null
  const { release, version, sha256 } = recordOf(value)
  return typeof release === 'number' && typeof version === 'number' && typeof sha256 === 'string'
    ? { release, version, sha256 }
    : undefined
}

function filesOf(targets: Json): ReadonlyMap<string, SignedFile> {
  return new Map(
    Object.entries(targets).flatMap(([path, target]) => {
      const { length, hashes } = recordOf(target)
      const sha256 = textOf(recordOf(hashes).sha256)
      if (typeof length !== 'number' || sha256 === null) return []
      return [[path, { sha256, bytes: length }] as const]
    }),
  )
}
