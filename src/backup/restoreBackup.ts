import type { BasePayload } from 'payload'
import type { Filling, Part, StoredRow, Vault } from '../database/index.ts'
import { vaultOf } from '../database/index.ts'
import { BackupRefused, reasonOf } from './backupRefused.ts'
import { bringImages } from './imageFiles.ts'
import type { Manifest } from './manifest.ts'
import type { CheckedBackup } from './readBackup.ts'
import { readBackup } from './readBackup.ts'
import { translateRow } from './translateRow.ts'

export interface RestoreOptions {
  readonly folder: string
  readonly mediaDir: string
  /** How a message names the database. */
  readonly place: string
  readonly progress?: (text: string) => void
}

export interface RestoreReport {
  readonly manifest: Manifest
  /** How many documents and versions there are now. */
  readonly rows: number
  /** Rows with a reference that led nowhere already, and has been left out. */
  readonly loose: readonly string[]
  /** Whether what a killed restore had left was removed first. */
  readonly begunAnew: boolean
}

const pageSize = 100

/**
 * Brings a backup into an empty database: everything, or after an error nothing. No hook runs, so
 * that no document is judged anew and no entry is added to the log.
 *
 * @param payload - opened with access `restore`
 * @throws BackupRefused when the backup is damaged or of another version, or the database not empty
 */
export async function restoreBackup(
  payload: BasePayload,
  { folder, mediaDir, place, progress = () => undefined }: RestoreOptions,
): Promise<RestoreReport> {
  const vault = vaultOf(payload)
  const backup = await readBackup(folder, vault.parts, progress)
  const begunAnew = await vault.clearUnfinished()
  await refuseFilled(vault, place)
  const { manifest } = backup
  const takeAway =
    manifest.media === null ? undefined : await bringImages(folder, manifest.media, mediaDir)
  try {
    const loose = await vault.fill((filling) => fill(vault, filling, backup, progress))
    const rows = Object.values(manifest.parts).reduce((sum, part) => sum + part.rows, 0)
    return { manifest, rows, loose, begunAnew }
  } catch (error) {
    await takeAway?.()
    throw error
  }
}

async function refuseFilled({ parts, count }: Vault, place: string): Promise<void> {
  const found: string[] = []
  for (const part of parts) {
    const rows = await count(part)
    if (rows > 0) found.push(`${String(rows)} in ${part.name}`)
  }
  if (found.length === 0) return
  throw new BackupRefused(
    `The database ${place} is not empty: it has ${found.join(', ')}. A restore goes into an empty database and takes nothing away. Stop Citegate, and move the database away or name another one (DATA_DIR or DATABASE_URL).`,
  )
}

async function fill(
  vault: Vault,
  { put, count }: Filling,
  { manifest, ids, rows }: CheckedBackup,
  progress: (text: string) => void,
): Promise<readonly string[]> {
  const loose = new Set<string>()
  const translation = {
    from: manifest.idForm,
    to: vault.idForm,
    // MongoDB keeps what leads nowhere, as it did where it comes from; SQLite has no place for it.
    holds: (collection: string, id: string) =>
      vault.idForm === 'objectid' || ids.get(collection)?.has(id) === true,
    onLoose: (place: string) => loose.add(place),
  }
  for (const part of vault.parts) {
    let done = 0
    for await (const page of pagesOf(rows(part))) {
      const translated = page.map((row) => translateRow(part, row, translation))
      await put(part, translated).catch((error: unknown) => {
        throw new BackupRefused(
          `${part.name} cannot be written (${reasonOf(error)}), so nothing was kept. If the disk is not full and the server is there, the backup was changed: take another one.`,
        )
      })
      done += page.length
      progress(`${part.name}: ${String(done)} of ${String(manifest.parts[part.name]?.rows)}`)
    }
    refuseOtherCount(part, await count(part), manifest)
  }
  return [...loose]
}

async function* pagesOf(rows: AsyncIterable<StoredRow>): AsyncGenerator<readonly StoredRow[]> {
  let page: StoredRow[] = []
  for await (const row of rows) {
    page.push(row)
    if (page.length < pageSize) continue
    yield page
    page = []
  }
  if (page.length > 0) yield page
}

function refuseOtherCount({ name }: Part, found: number, { parts }: Manifest): void {
  const expected = parts[name]?.rows
  if (found === expected) return
  throw new BackupRefused(
    `${name} has ${String(found)} rows after ${String(expected)} were written: somebody else writes to this database. Stop them, and restore again; nothing was kept.`,
  )
}
