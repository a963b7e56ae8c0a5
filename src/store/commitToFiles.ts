import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { syncFiles, syncFolder, writeDurably } from './durability.ts'
import { eachConcurrently } from './eachConcurrently.ts'
import type { FileLayout } from './fileLayout.ts'
import { healFiles, type Journal } from './healFiles.ts'
import { isFeedPath } from './isFeedPath.ts'
import { encodeRecord } from './manifestCodec.ts'
import { isMissing } from './readIfThere.ts'
import type {
  CommitOutcome,
  FileEntry,
  Manifest,
  NewRelease,
  Pointer,
  ReleaseStore,
} from './releaseStore.ts'
import { sha256Hex } from './sha256Hex.ts'
import { StoreError } from './storeError.ts'

const writesAtOnce = 16

/**
 * Commits a release to a folder; the caller holds the lock. Each step is on disk before the next
 * begins: staged blobs, journal, blobs in place, manifest, pointer. Readers see nothing of it until
 * the last.
 */
export async function commitToFiles(
  layout: FileLayout,
  next: NewRelease,
  store: Pick<ReleaseStore, 'current' | 'releases'>,
): Promise<CommitOutcome> {
  const pointer = await store.current()
  const healed = await healFiles(layout, pointer)
  const current = pointer?.release ?? null
  if (current !== next.expected) {
    return { ok: false, reason: 'conflict', current, healed }
  }
  refuseUsedNumbers(layout, pointer, await store.releases())
  try {
    const { manifest, newBlobs, damagedBlobs } = await stageRelease(layout, next, pointer)
    await writeJournal(layout, { release: manifest.release, blobs: newBlobs })
    await placeBlobs(layout, [...newBlobs, ...damagedBlobs])
    const bytes = encodeRecord(manifest)
    const manifestDigest = sha256Hex(bytes)
    await place(layout, bytes, layout.manifest(manifest.release))
    const named: Pointer = { release: manifest.release, manifest: manifestDigest }
    await place(layout, encodeRecord(named), layout.pointer)
    await rm(layout.staging, { recursive: true, force: true })
    const written = newBlobs.length + damagedBlobs.length
    return { ok: true, release: manifest.release, manifestDigest, written, healed }
  } catch (error) {
    // What cannot be tidied up now, the next commit will; the cause matters more.
    await store
      .current()
      .then((now) => healFiles(layout, now))
      .catch(() => null)
    throw error
  }
}

/** After healing, a manifest beyond the pointer means that the pointer was taken back. */
function refuseUsedNumbers(
  layout: FileLayout,
  pointer: Pointer | null,
  releases: readonly number[],
): void {
  const newest = releases.at(-1) ?? 0
  if (newest <= (pointer?.release ?? 0)) return
  throw new StoreError(
    'pointer-behind',
    `The store holds release ${String(newest)}, but ${layout.pointer} ${pointer === null ? 'is gone' : `names ${String(pointer.release)}`}. Numbers are never used twice: restore the pointer to the newest release, or move the later manifests away if nobody has seen them.`,
  )
}

interface StagedRelease {
  readonly manifest: Manifest
  readonly newBlobs: readonly string[]
  /** Held by the store with the wrong length; written again. */
  readonly damagedBlobs: readonly string[]
}

async function stageRelease(
  layout: FileLayout,
  next: NewRelease,
  pointer: Pointer | null,
): Promise<StagedRelease> {
  await mkdir(layout.staging)
  const files = new Map<string, FileEntry>()
  const seen = new Set<string>()
  const newBlobs: string[] = []
  const damagedBlobs: string[] = []
  await eachConcurrently(next.files, writesAtOnce, async ({ path, contentType, body }) => {
    refusePath(path, files.has(path) || Object.hasOwn(next.tombstones, path))
    const sha256 = sha256Hex(body)
    files.set(path, { sha256, bytes: body.byteLength, contentType })
    if (seen.has(sha256)) return
    seen.add(sha256)
    const held = await sizeOf(layout.blob(sha256))
    if (held === body.byteLength) return
    await writeFile(layout.staged(sha256), body)
    if (held === null) newBlobs.push(sha256)
    else damagedBlobs.push(sha256)
  })
  for (const path of Object.keys(next.tombstones)) refusePath(path, false)
  await syncFiles(layout.staging, [...newBlobs, ...damagedBlobs].map(layout.staged))
  const manifest: Manifest = {
    format: 1,
    release: (pointer?.release ?? 0) + 1,
    previous: pointer && { release: pointer.release, digest: pointer.manifest },
    createdAt: next.now.toISOString(),
    files: Object.fromEntries(files),
    tombstones: next.tombstones,
  }
  return { manifest, newBlobs, damagedBlobs }
}

function refusePath(path: string, isTaken: boolean): void {
  if (isFeedPath(path) && !isTaken) return
  throw new StoreError(
    'bad-path',
    isTaken
      ? `${path} is in the release twice. Give each path once, as a file or as a tombstone.`
      : `${JSON.stringify(path)} cannot be the path of a feed file. Use segments of letters, digits, ".", "_" and "-" that do not start with a dot.`,
  )
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    return (await stat(file)).size
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

async function writeJournal(layout: FileLayout, journal: Journal): Promise<void> {
  await writeDurably(layout.journal, Buffer.from(JSON.stringify(journal)))
  await syncFolder(layout.staging)
  await syncFolder(layout.root)
}

async function placeBlobs(layout: FileLayout, blobs: readonly string[]): Promise<void> {
  const folders = new Set(blobs.map(layout.blobFolder))
  await makeFolders(layout, folders)
  await eachConcurrently(blobs, writesAtOnce, (sha256) =>
    rename(layout.staged(sha256), layout.blob(sha256)),
  )
  await eachConcurrently(folders, writesAtOnce, syncFolder)
}

/** Folders that are new are themselves names in the folders above them. */
async function makeFolders(layout: FileLayout, folders: ReadonlySet<string>): Promise<void> {
  const changed = new Set<string>()
  for (const folder of folders) {
    const topmost = await mkdir(folder, { recursive: true })
    if (topmost === undefined) continue
    for (let made = folder; made !== layout.root; made = dirname(made)) changed.add(dirname(made))
  }
  await eachConcurrently(changed, writesAtOnce, syncFolder)
}

/** Puts one small file in its place in one step, whole and on disk. */
async function place(layout: FileLayout, bytes: Uint8Array, file: string): Promise<void> {
  const folder = dirname(file)
  if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(layout.root)
  const staged = layout.staged('record.json')
  await writeDurably(staged, bytes)
  await rename(staged, file)
  await syncFolder(folder)
}
