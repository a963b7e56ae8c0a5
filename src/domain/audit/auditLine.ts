import canonicalize from 'canonicalize'
import type { LogEntry } from '../model/index.ts'
import type { ChainHead } from '../review/index.ts'
import type { AuditBreak } from './auditBreak.ts'
import { chainWatch } from './chainWatch.ts'

/**
 * An entry as a line of an exported log: RFC 8785 canonical JSON. Without its property `hash` the
 * line is byte for byte what that hash is taken over.
 */
export function auditLine(entry: LogEntry): string {
  return canonicalize(entry) ?? ''
}

export interface FileReport {
  readonly ok: boolean
  readonly head: ChainHead | null
  readonly counts: { readonly entries: number }
  readonly breaks: readonly AuditBreak[]
}

/** Checks an exported log line by line, with nothing but the lines themselves. Never throws. */
export async function auditLines(lines: AsyncIterable<string>): Promise<FileReport> {
  const watch = chainWatch()
  const breaks: AuditBreak[] = []
  let entries = 0
  for await (const line of lines) {
    entries += 1
    const row = parsed(line)
    const { entry, breaks: found } = watch.next(row, row === undefined ? 'is no JSON' : undefined)
    breaks.push(...found)
    if (entry !== undefined && !isWrittenAs(line, entry)) breaks.push(rewritten(entries))
  }
  return { ok: breaks.length === 0, head: watch.head() ?? null, counts: { entries }, breaks }
}

function isWrittenAs(line: string, entry: LogEntry): boolean {
  try {
    return auditLine(entry) === line
  } catch {
    return false
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function rewritten(line: number): AuditBreak {
  return {
    code: 'line-altered',
    place: `line ${String(line)}`,
    message: `Line ${String(line)} says what its entry says, but not in the form in which it was exported (RFC 8785), so somebody has rewritten the file. Ask whoever made the export for it again.`,
  }
}
