import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { schemaName } from '../database/index.ts'
import { BackupRefused, reasonOf } from './backupRefused.ts'

/** Counts up with every change of the form that an older version could not read. */
export const backupFormat = 1

export const manifestFile = 'manifest.json'

const count = z.number().int().min(0)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A file of lines, each of them JSON. */
const lines = z.object({ rows: count, bytes: count, sha256 })

const manifest = z.object({
  format: z.literal(backupFormat),
  citegate: z.string(),
  /** The schema of the database, by the migration that made it. */
  schema: z.string(),
  takenAt: z.iso.datetime(),
  idForm: z.enum(['objectid', 'uuid']),
  /** The end of the review log. */
  head: z.object({ sequence: count, hash: sha256 }).nullable(),
  /** By name: a collection, or the versions of one; the file is `{name}.jsonl`. */
  parts: z.record(z.string(), lines),
  /** The images; null where only the database was taken. */
  media: lines.extend({ missing: z.array(z.string()) }).nullable(),
})

export type Manifest = z.infer<typeof manifest>
export type Lines = z.infer<typeof lines>

/** The file of a part in its folder. */
export const partFile = (name: string): string => `${name}.jsonl`

/**
 * Reads the manifest of a backup.
 *
 * @throws BackupRefused when there is none, or it is of another format or schema
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const file = path.join(folder, manifestFile)
  let given: unknown
  try {
    given = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new BackupRefused(
      `${folder} is no whole backup: its ${manifestFile}, which is written last, cannot be read (${reasonOf(error)}).`,
    )
  }
  const { format } = z.object({ format: z.unknown() }).catch({ format: undefined }).parse(given)
  if (format !== backupFormat) {
    throw new BackupRefused(
      `The backup ${folder} has the format ${format === undefined ? 'of none' : JSON.stringify(format)}, and this version of Citegate reads ${String(backupFormat)}. Restore it with the version that made it.`,
    )
  }
  const parsed = manifest.safeParse(given)
  if (!parsed.success) {
    throw new BackupRefused(
      `The ${manifestFile} of the backup ${folder} is damaged: ${z.prettifyError(parsed.error)}`,
    )
  }
  const { citegate, schema } = parsed.data
  if (schema !== schemaName()) {
    throw new BackupRefused(
      `The backup ${folder} was made by Citegate ${citegate} with the schema ${schema}; this version has ${schemaName()}. Restore it with that version, then start this one: it migrates.`,
    )
  }
  return parsed.data
}
