import { createWriteStream, existsSync } from 'node:fs'
import type { WriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { once } from 'node:events'
import path from 'node:path'
import { finished } from 'node:stream/promises'
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
  /** Leaves nothing behind. */
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
 * 11.10(b)). The files appear when both are complete.
 *
 * @throws ExportRefused when the folder holds an export already, or cannot be written
 */
export async function exportLog(folder: string): Promise<LogExport> {
  const files = ['audit.jsonl', 'audit.txt'].map((name) => path.resolve(folder, name))
  const present = files.find((file) => existsSync(file))
  if (present !== undefined) {
    throw new ExportRefused(
      `${present} exists, and an export is evidence: it is not written over. Name another folder, or move the file away.`,
    )
  }
  const parts = files.map((file) => `${file}.part`)
  let streams: readonly WriteStream[] = []
  const attempt = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new ExportRefused(
        `The export cannot be written to ${path.resolve(folder)} (${reason}). Name a folder that this user may write.`,
      )
    }
  }
  const write = async (index: number, text: string) => {
    const stream = streams[index]
    if (stream?.errored) throw stream.errored
    if (stream?.write(`${text}\n`) === false) await once(stream, 'drain')
  }
  await attempt(async () => {
    await mkdir(folder, { recursive: true })
    streams = parts.map((part) => createWriteStream(part))
    await Promise.all(streams.map((stream) => once(stream, 'open')))
    await write(1, recipe)
    for (const line of auditTable([])) await write(1, line)
  })
  return {
    files,
    add: (entry) =>
      attempt(async () => {
        await write(0, auditLine(entry))
        await write(1, auditRow(entry))
      }),
    finish: ({ head, counts, ok }, now) =>
      attempt(async () => {
        const end =
          head === null
            ? 'The log is empty.'
            : `${String(counts.entries)} entries; the last has the number ${String(head.sequence)} and the hash ${head.hash}.`
        const verdict = ok ? 'found nothing wrong' : 'found breaks'
        await write(1, `\n${end}\nExported ${now.toISOString()} by an audit that ${verdict}.`)
        for (const stream of streams) stream.end()
        await Promise.all(streams.map((stream) => finished(stream)))
        for (const [index, part] of parts.entries()) await rename(part, files[index] ?? part)
      }),
    discard: async () => {
      for (const stream of streams) stream.destroy()
      for (const part of parts) await rm(part, { force: true })
    },
  }
}
