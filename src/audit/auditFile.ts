import { createReadStream } from 'node:fs'
import type { FileReport } from '../domain/audit/index.ts'
import { auditLines } from '../domain/audit/index.ts'
import { ExportRefused } from './exportRefused.ts'

/**
 * Checks an exported log with nothing but the file.
 *
 * @throws ExportRefused when it cannot be read
 */
export async function auditFile(file: string): Promise<FileReport> {
  try {
    return await auditLines(linesOf(file))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ExportRefused(
      `The export ${file} cannot be read (${reason}). Name an audit.jsonl that npm run audit:verify -- --export has written.`,
    )
  }
}

/** Line feeds alone end a line: canonical JSON may hold every other separator within a text. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let rest = ''
  for await (const chunk of createReadStream(file)) {
    const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}
