import canonicalize from 'canonicalize'
import { isFeedPath } from './isFeedPath.ts'
import type { FileEntry, Manifest, Pointer, Tombstone } from './releaseStore.ts'

/** The bytes of a manifest or pointer: canonical JSON (RFC 8785) and a final newline. */
export function encodeRecord(record: Manifest | Pointer): Buffer {
  return Buffer.from(`${canonicalize(record) ?? ''}\n`)
}

/** Reads a manifest; null when the bytes are not one. */
export function decodeManifest(bytes: Uint8Array): Manifest | null {
  const value = parseJson(bytes)
  return isManifest(value) ? value : null
}

/** Reads a pointer; null when the bytes are not one. */
export function decodePointer(bytes: Uint8Array): Pointer | null {
  const value = parseJson(bytes)
  return isRecord(value) && isReleaseNumber(value.release) && isDigest(value.manifest)
    ? { release: value.release, manifest: value.manifest }
    : null
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

function isManifest(value: unknown): value is Manifest {
  return (
    isRecord(value) &&
    value.format === 1 &&
    isReleaseNumber(value.release) &&
    isPrevious(value.previous, value.release) &&
    typeof value.createdAt === 'string' &&
    isTableOf(value.files, isFileEntry) &&
    isTableOf(value.tombstones, isTombstone)
  )
}

function isPrevious(value: unknown, release: number): boolean {
  if (value === null) return release === 1
  return isRecord(value) && value.release === release - 1 && isDigest(value.digest)
}

function isFileEntry(value: unknown): value is FileEntry {
  return (
    isRecord(value) &&
    isDigest(value.sha256) &&
    Number.isSafeInteger(value.bytes) &&
    typeof value.contentType === 'string'
  )
}

function isTombstone(value: unknown): value is Tombstone {
  return (
    isRecord(value) &&
    [value.kind, value.key, value.channel, value.reason, value.date].every(
      (part) => typeof part === 'string',
    ) &&
    (value.withdrawalKind === undefined || typeof value.withdrawalKind === 'string') &&
    (value.supersededBy === undefined || isItemName(value.supersededBy))
  )
}

function isItemName(value: unknown): boolean {
  return isRecord(value) && typeof value.kind === 'string' && typeof value.key === 'string'
}

function isTableOf(value: unknown, isMember: (member: unknown) => boolean): boolean {
  return (
    isRecord(value) &&
    Object.entries(value).every(([path, member]) => isFeedPath(path) && isMember(member))
  )
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isReleaseNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1
}

function isDigest(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
}
