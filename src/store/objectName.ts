import { isFeedPath } from './isFeedPath.ts'
import { StoreError } from './storeError.ts'

/** The one mutable object of a store, written last. */
export const pointerName = 'metadata/timestamp.json'

/** The name of metadata that never changes: `metadata/57.targets.json`. */
export function metadataName(role: string, version: number): string {
  return `metadata/${String(version)}.${role}.json`
}

/** The name of a target's bytes (TUF 1.0, 7, consistent snapshots): `targets/dir/<sha256>.base`. */
export function targetName(path: string, sha256: string): string {
  const base = path.lastIndexOf('/') + 1
  return `targets/${path.slice(0, base)}${sha256}.${path.slice(base)}`
}

/** The path and digest a name was made from, undefined for the name of anything but a target. */
export function targetOf(
  name: string,
): { readonly path: string; readonly sha256: string } | undefined {
  const [, folder = '', sha256, base] =
    /^targets\/((?:[^/]+\/)*)([0-9a-f]{64})\.([^/]+)$/.exec(name) ?? []
  if (sha256 === undefined || base === undefined || !isFeedPath(folder + base)) return undefined
  return { path: folder + base, sha256 }
}

/** Whether an immutable object can have this name. */
export function isObjectName(name: string): boolean {
  return isMetadataName(name) || targetOf(name) !== undefined
}

function isMetadataName(name: string): boolean {
  return /^metadata\/[1-9]\d{0,15}\.[a-z][a-z0-9-]{0,99}\.json$/.test(name)
}

/** Throws StoreError `bad-name` where the name cannot be, or belies the digest of its bytes. */
export function refuseBadName(name: string, sha256: string): void {
  const target = targetOf(name)
  if (target === undefined) {
    if (isMetadataName(name)) return
    throw new StoreError(
      'bad-name',
      `${JSON.stringify(name)} cannot be the name of an object. Names come from metadataName and targetName; the segments of a path are letters, digits, ".", "_" and "-", and do not start with a dot.`,
    )
  }
  if (sha256 === target.sha256) return
  throw new StoreError(
    'bad-name',
    `${name} was given bytes with the digest ${sha256}. Make the name from the bytes that it stands for.`,
  )
}
