import { metadataName, sha256Hex } from '../../store/index.ts'
import { type Json, parsedJson, recordOf, textOf } from '../unknownJson.ts'
import { indexPath } from './readIndex.ts'
import { type SignedRelease, signedRelease } from './signedRelease.ts'

/** Where what is left of earlier releases can be read. */
export interface Archive {
  /** A file of some release by its digest, which was checked; null when it is no longer held. */
  readonly held: (path: string, sha256: string) => Promise<Uint8Array | null>
  /** An object of metadata, unchecked; null when it is no longer held. */
  readonly metadata: (name: string) => Promise<Uint8Array | null>
}

/** One release of the past. */
export interface PastRelease {
  readonly signed: SignedRelease
  readonly index: Json
}

/** Why the history cannot be followed any further back. */
export interface ChainEnd {
  readonly release: number
  /** `broken`: something is not what was named. `gone`: it is not held any more. */
  readonly reason: 'broken' | 'gone'
  readonly path: string
  readonly message: string
}

/**
 * Walks the history of a feed from the release before `from` to the first, by two chains that have
 * to tell the same story: each index names the digest of the index before, and each signed list of
 * files the digest of the list before.
 */
export async function* pastReleases(
  from: PastRelease,
  archive: Archive,
): AsyncGenerator<PastRelease, ChainEnd | null> {
  let next = from
  for (;;) {
    const { signed, index } = next
    const named = recordOf(index.previous)
    if (signed.previous === null && index.previous === undefined) return null
    const before = await releaseBefore(signed, archive)
    if ('reason' in before) return before
    const digest = textOf(named.digest)
    if (named.release !== before.release || digest !== before.digest) {
      return {
        release: signed.release,
        reason: 'broken',
        path: indexPath,
        message: `Release ${String(signed.release)} names ${String(named.release)} with the digest ${String(digest)} as the release before; signed before it was release ${String(before.release)} with the digest ${before.digest}.`,
      }
    }
    const bytes = await archive.held(indexPath, digest)
    if (bytes === null) {
      const message = `The ${indexPath} of release ${String(before.release)} (${digest}) is not held.`
      return { release: before.release, reason: 'gone', path: indexPath, message }
    }
    next = { signed: before, index: recordOf(parsedJson(bytes)) }
    yield next
  }
}

async function releaseBefore(
  { release, previous }: SignedRelease,
  { metadata }: Archive,
): Promise<SignedRelease | ChainEnd> {
  if (previous === null) {
    const message = `The metadata of release ${String(release)} is signed as the first; its ${indexPath} names a release before it.`
    return { release, reason: 'broken', path: indexPath, message }
  }
  const path = metadataName('targets', previous.version)
  const bytes = await metadata(path)
  const name = `the metadata that release ${String(release)} names as that of release ${String(previous.release)}`
  if (bytes === null) {
    return { release: previous.release, reason: 'gone', path, message: `${path}, ${name}, is not held.` }
  }
  const broken = (message: string): ChainEnd => ({ release, reason: 'broken', path, message })
  const sha256 = sha256Hex(bytes)
  if (sha256 !== previous.sha256) {
    return broken(`It is not ${name}: its digest is ${sha256}, not ${previous.sha256}.`)
  }
  const before = signedRelease(bytes)
  if (typeof before === 'string') return broken(before)
  if (before.release !== previous.release || before.release >= release) {
    return broken(`It is ${name}, and signs release ${String(before.release)}.`)
  }
  return before
}
