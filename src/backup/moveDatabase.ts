import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { BasePayload } from 'payload'
import { auditDatabase } from '../audit/index.ts'
import type { AuditReport } from '../domain/audit/index.ts'
import type { RestoreReport } from './restoreBackup.ts'
import { restoreBackup } from './restoreBackup.ts'
import { takeBackup } from './takeBackup.ts'

export interface MoveOptions {
  /** Where the backup between the two may stand for a while: it holds password hashes. */
  readonly dataDir: string
  /** How a message names the new database. */
  readonly place: string
  readonly now: Date
  readonly progress?: (text: string) => void
}

export interface MoveReport {
  readonly restored: RestoreReport
  /** What the audit says of the new database. */
  readonly audit: AuditReport
  /** Whether it says the very same of the old one. */
  readonly isSame: boolean
}

/**
 * Brings everything of one database into another, empty one, and audits both. The old one is only
 * read; images and the store stay where they are.
 *
 * @param to - opened with access `restore`
 */
export async function moveDatabase(
  from: BasePayload,
  to: BasePayload,
  { dataDir, place, now, progress = () => undefined }: MoveOptions,
): Promise<MoveReport> {
  const folder = await mkdtemp(path.join(dataDir, 'move-'))
  try {
    await takeBackup(from, { folder, now, progress })
    const restored = await restoreBackup(to, { folder, mediaDir: folder, place, progress })
    const before = await auditDatabase(from, { now, progress })
    const audit = await auditDatabase(to, { now, progress })
    return { restored, audit, isSame: isDeepStrictEqual(audit, before) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
