import type { BasePayload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import type { AuditReport, StoredState } from '../domain/audit/index.ts'
import { contentAudit } from '../domain/audit/index.ts'
import type { LogEntry } from '../domain/model/index.ts'
import { loadLiveTexts } from '../projection/index.ts'
import { inTransaction } from '../records/index.ts'
import { logRows } from './logRows.ts'
import type { RowsOf } from './rowsOf.ts'
import { rowsOf } from './rowsOf.ts'

export interface AuditOptions {
  readonly now: Date
  /** Told how far it is, in a few words. */
  readonly progress?: (text: string) => void
  /** Handed every entry that can be read, in order, and waited for. */
  readonly onEntry?: (entry: LogEntry) => Promise<void> | void
}

/**
 * Audits a database while it is being written to: log and texts of record first, page by page; then,
 * in one transaction, what came in meanwhile and the live texts, so that the two are of one moment.
 */
export async function auditDatabase(
  payload: BasePayload,
  { now, progress = () => undefined, onEntry = () => undefined }: AuditOptions,
): Promise<AuditReport> {
  const audit = contentAudit()
  const total = (await payload.db.count({ collection: 'reviews' })).totalDocs
  const seen = { entries: 0, last: undefined as number | undefined, texts: new Set<string>() }

  const takeLog = async (req?: PayloadRequest): Promise<readonly LogEntry[]> => {
    const fresh: LogEntry[] = []
    for await (const row of logRows(payload, seen.last, req)) {
      seen.entries += 1
      const { sequence } = row.entry as { sequence?: unknown }
      if (typeof sequence === 'number') seen.last = sequence
      if (seen.entries % 1000 === 0) progress(`${String(seen.entries)} of ${String(total)} entries`)
      const entry = audit.addLogRow(row)
      if (entry === undefined) continue
      await onEntry(entry)
      if (req !== undefined) fresh.push(entry)
    }
    return fresh
  }

  const takeTexts = async (wanted: Pick<RowsOf, 'only' | 'req'> = {}): Promise<void> => {
    for await (const { row } of rowsOf(payload, { collection: 'texts', by: 'hash', ...wanted })) {
      audit.addTextRow(row, String(row['id']))
      seen.texts.add(String(row['hash']))
    }
  }

  await takeLog()
  progress('Reading the texts of record …')
  await takeTexts()
  progress('Reading the live texts …')
  const req = await createLocalReq({}, payload)
  const stored = await inTransaction(req, async () => {
    const named = new Set((await takeLog(req)).map(({ contentHash }) => contentHash))
    await takeTexts({ only: [...named].filter((hash) => !seen.texts.has(hash)), req })
    return storedState(req)
  })
  return audit.conclude(stored, now)
}

/** Without a condition MongoDB estimates, and it refuses to within a transaction. */
const everyRow = { id: { exists: true } }

async function storedState(req: PayloadRequest): Promise<StoredState> {
  const { payload } = req
  const unreadable = new Map<StoredState['unreadable'][number]['subject'], string>()
  const { graph } = await loadLiveTexts({
    payload,
    req,
    tellUnreadable: (subject, problem) => unreadable.set(subject, problem.slice(0, 200)),
  })
  const releases: StoredState['releases'][number][] = []
  for await (const { row, problem } of rowsOf(payload, {
    collection: 'releases',
    by: 'number',
    req,
  })) {
    const auditHead = problem ?? row['auditHead']
    releases.push({ number: Number(row['number']), auditHead })
  }
  return {
    graph,
    unreadable: [...unreadable].map(([subject, problem]) => ({ subject, problem })),
    releases,
    logRows: (await payload.db.count({ collection: 'reviews', where: everyRow, req })).totalDocs,
  }
}
