import { existsSync, readFileSync } from 'node:fs'
import { mkdir, open, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { BasePayload } from 'payload'
import type { Part, StoredRow } from '../database/index.ts'
import { schemaName, vaultOf } from '../database/index.ts'
import { BackupRefused, reasonOf } from './backupRefused.ts'
import { keepImages } from './imageFiles.ts'
import { writeLines } from './lineFile.ts'
import type { Lines, Manifest } from './manifest.ts'
import { backupFormat, manifestFile, partFile } from './manifest.ts'

export interface BackupOptions {
  /** Made if it is not there; has to be empty if it is. */
  readonly folder: string
  /** Where the images are; left out, they are not part of the backup. */
  readonly mediaDir?: string
  readonly now: Date
  /** Told how far it is, in a few words. */
  readonly progress?: (text: string) => void
}

/**
 * Takes everything a database keeps, as it is at one moment, while others write. The manifest is
 * written last: a folder without one is no backup.
 *
 * @param payload - may be open for reading only
 * @throws BackupRefused when the folder cannot be used; nothing is left in it then
 */
export async function takeBackup(
  payload: BasePayload,
  { folder, mediaDir, now, progress = () => undefined }: BackupOptions,
): Promise<Manifest> {
  await makeFolder(folder)
  try {
    const vault = vaultOf(payload)
    const taken = await vault.atOneMoment(async (rows) => {
      const parts: Record<string, Lines> = {}
      const seen = { head: null as Manifest['head'], images: [] as string[] }
      const seeRow = ({ name }: Part, row: StoredRow) => {
        if (name === 'reviews') seen.head = later(seen.head, row)
        const { filename } = row
        if (name === 'media' && typeof filename === 'string') seen.images.push(filename)
      }
      for (const part of vault.parts) {
        const kept = rowsToKeep(part, rows(part), seeRow)
        parts[part.name] = await writePart(part, kept, folder, progress)
      }
      return { parts, ...seen }
    })
    const { head, parts, images } = taken
    const media =
      mediaDir === undefined ? null : await keepImages(images, mediaDir, folder, progress)
    const manifest: Manifest = {
      format: backupFormat,
      citegate: versionOfCitegate(),
      schema: schemaName(),
      takenAt: now.toISOString(),
      idForm: vault.idForm,
      ...{ head, parts, media },
    }
    await writeManifest(folder, manifest)
    return manifest
  } catch (error) {
    await emptyFolder(folder)
    throw error
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if ((await readdir(folder)).length === 0) return
  } catch (error) {
    throw new BackupRefused(
      `The backup cannot be written to ${folder} (${reasonOf(error)}). Name a folder that this user may write.`,
    )
  }
  throw new BackupRefused(
    `${folder} is not empty, and a backup is not written over anything. Name a new folder.`,
  )
}

async function emptyFolder(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    await rm(path.join(folder, name), { recursive: true, force: true })
  }
}

/** A job that is done would be done by nobody again; what waits or failed is kept. */
async function* rowsToKeep(
  part: Part,
  rows: AsyncIterable<StoredRow>,
  seeRow: (part: Part, row: StoredRow) => void,
): AsyncGenerator<StoredRow> {
  for await (const row of rows) {
    if (part.slug === 'payload-jobs' && row['completedAt'] !== undefined) continue
    seeRow(part, row)
    yield row
  }
}

async function writePart(
  { name }: Part,
  rows: AsyncIterable<StoredRow>,
  folder: string,
  progress: (text: string) => void,
): Promise<Lines> {
  const file = await writeLines(path.join(folder, partFile(name)))
  let done = 0
  try {
    for await (const row of rows) {
      await file.add(row)
      done += 1
      if (done % 1000 === 0) progress(`${name}: ${String(done)}`)
    }
    return await file.finish()
  } finally {
    await file.close()
  }
}

function later(head: Manifest['head'], { sequence, hash }: StoredRow): Manifest['head'] {
  if (typeof sequence !== 'number' || typeof hash !== 'string') return head
  return head === null || sequence > head.sequence ? { sequence, hash } : head
}

async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const handle = await open(path.join(folder, manifestFile), 'wx', 0o600)
  await handle.writeFile(`${JSON.stringify(manifest, null, 2)}\n`)
  await handle.sync()
  await handle.close()
  const names = await open(folder, 'r')
  await names.sync()
  await names.close()
}

/** Programs run in the project's folder. */
function versionOfCitegate(): string {
  if (!existsSync('package.json')) return 'unknown'
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  return version
}
