import { existsSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { AuditReport } from '../domain/audit/index.ts'
import { auditLine, auditRow, auditTable } from '../domain/audit/index.ts'
import type { LogEntry } from '../domain/model/index.ts'
import { ExportRefused } from './exportRefused.ts'

export interface LogExport {
  /** The files, absolute; they are there once it is finished. */
  readonly files: readonly string[]
  readonly add: (entry: LogEntry) => Promise<void>
  /** Ends the files and gives them their names. */
  readonly finish: (report: AuditReport, now: Date) => Promise<void>
  /** Leaves no file behind. */
  readonly discard: () => Promise<void>
}

const recipe = `The review log. Beside it, audit.jsonl holds the same entries, one line each, in canonical JSON
(RFC 8785). To prove the chain with nothing of ours: take the property "hash" out of a line, and
the SHA-256 of what is left is that hash; the next line names it as "previousHash". In a shell:

  sed -E 's/"hash":"[0-9a-f]{64}",//' audit.jsonl |
    while IFS= read -r line; do printf %s "$line" | sha256sum; done

Names, credentials and roles stand as they were when somebody acted.
`

/**
 * Exports the review log as it is read: audit.jsonl for programs, audit.txt for people (21 CFR
 * 11.10(b)). The files get their names when both are complete.
 *
 * @throws ExportRefused when the folder holds an export already, or cannot be written
 */
export async function exportLog(folder: string): Promise<LogExport> {
  const [json, table] = ['audit.jsonl', 'audit.txt'].map((name) => path.resolve(folder, name)) as [
    string,
    string,
  ]
  const present = [json, table].find((file) => existsSync(file))
  if (present !== undefined) {
    throw new ExportRefused(
      `${present} exists, and an export is evidence: it is not written over. Name another folder, or move the file away.`,
    )
  }
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new ExportRefused(
        `The export cannot be written to ${path.resolve(folder)} (${reason}). Name a folder that this user may write.`,
      )
    }
  }
  const [lines, rows] = await attempt(async () => {
    await mkdir(folder, { recursive: true })
    return [await lineFile(json), await lineFile(table)]
  })
  await attempt(async () => {
    await rows.write(recipe)
    for (const line of auditTable([])) await rows.write(line)
  })
  return {
    files: [json, table],
    add: (entry) =>
      attempt(async () => {
        await lines.write(auditLine(entry))
        await rows.write(auditRow(entry))
      }),
    finish: ({ head, counts, ok }, now) =>
      attempt(async () => {
        const end =
          head === null
            ? 'The log is empty.'
            : `${String(counts.entries)} entries; the last has the number ${String(head.sequence)} and the hash ${head.hash}.`
        const verdict = ok ? 'found nothing wrong' : 'found breaks'
        await rows.write(`\n${end}\nExported ${now.toISOString()} by an audit that ${verdict}.`)
        await lines.finish()
        await rows.finish()
      }),
    discard: async () => {
      await lines.discard()
      await rows.discard()
    },
  }
}

interface LineFile {
  readonly write: (line: string) => Promise<void>
  readonly finish: () => Promise<void>
  readonly discard: () => Promise<void>
}

const enoughToWrite = 1 << 16

/** A file that is written line by line, under another name until it is complete. */
async function lineFile(file: string): Promise<LineFile> {
  const part = `${file}.part`
  const handle = await open(part, 'w')
  let waiting = ''
  const flush = async () => {
    await handle.writeFile(waiting)
    waiting = ''
  }
  return {
    write: async (line) => {
      waiting += `${line}\n`
      if (waiting.length >= enoughToWrite) await flush()
    },
    finish: async () => {
      await flush()
      await handle.sync()
      await handle.close()
      await rename(part, file)
    },
    discard: async () => {
      await handle.close().catch(() => undefined)
      await rm(part, { force: true })
    },
  }
}
