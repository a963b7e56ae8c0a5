import { access } from 'node:fs/promises'
import path from 'node:path'
import type { Part, StoredRow } from '../database/index.ts'
import { BackupRefused } from './backupRefused.ts'
import { checkImages } from './imageFiles.ts'
import { readLines } from './lineFile.ts'
import type { Manifest } from './manifest.ts'
import { partFile, readManifest } from './manifest.ts'

/** A backup whose every byte has been compared with its manifest. */
export interface CheckedBackup {
  readonly folder: string
  readonly manifest: Manifest
  /** The ids of the documents of each collection. */
  readonly ids: ReadonlyMap<string, ReadonlySet<string>>
  readonly rows: (part: Part) => AsyncIterable<StoredRow>
}

/**
 * Reads a whole backup once, before anything of it is used.
 *
 * @throws BackupRefused when anything in it is missing, damaged, or not of this version
 */
export async function readBackup(
  folder: string,
  parts: readonly Part[],
  progress: (text: string) => void,
): Promise<CheckedBackup> {
  const manifest = await readManifest(folder)
  refuseOtherParts(manifest, parts)
  const ids = new Map<string, Set<string>>()
  const rows = (part: Part) => rowsIn(folder, part, manifest)
  for (const part of parts) {
    progress(`Checking ${part.name} …`)
    const found = new Set<string>()
    for await (const { id } of rows(part)) found.add(id)
    if (part.holds === 'documents') ids.set(part.slug, found)
  }
  if (manifest.media !== null) await checkImages(folder, manifest.media)
  return { folder, manifest, ids, rows }
}

function refuseOtherParts({ parts: told, citegate }: Manifest, parts: readonly Part[]): void {
  const names = parts.map(({ name }) => name)
  const missing = names.filter((name) => told[name] === undefined)
  const unknown = Object.keys(told).filter((name) => !names.includes(name))
  if (missing.length === 0 && unknown.length === 0) return
  const what = [
    ...missing.map((name) => `${name} is missing`),
    ...unknown.map((name) => `${name} is not known here`),
  ].join(', ')
  throw new BackupRefused(
    `The backup was made by Citegate ${citegate} and has other parts than this version: ${what}. Restore it with the version that made it.`,
  )
}

async function* rowsIn(
  folder: string,
  { name }: Part,
  { parts }: Manifest,
): AsyncGenerator<StoredRow> {
  const expected = parts[name]
  if (expected === undefined) return
  const file = path.join(folder, partFile(name))
  await access(file).catch(() => {
    throw new BackupRefused(
      `The backup is damaged: ${partFile(name)} is missing. Take another backup; nothing of this one was restored.`,
    )
  })
  for await (const row of readLines(file, expected)) {
    if (typeof row !== 'object' || row === null || typeof (row as StoredRow).id !== 'string') {
      throw new BackupRefused(`The backup is damaged: ${partFile(name)} has a row without an id.`)
    }
    yield row as StoredRow
  }
}
