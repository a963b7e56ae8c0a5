import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { BackupRefused, reasonOf } from './backupRefused.ts'
import type { Lines } from './manifest.ts'

export interface LineWriter {
  readonly add: (row: object) => Promise<void>
  /** Ends the file, on the disk, and tells what it holds. */
  readonly finish: () => Promise<Lines>
  readonly close: () => Promise<void>
}

const enoughToWrite = 1 << 18

/** Writes a new file of JSON lines that only its owner can read. */
export async function writeLines(file: string): Promise<LineWriter> {
  const handle = await open(file, 'wx', 0o600)
  const digest = createHash('sha256')
  const told = { rows: 0, bytes: 0 }
  let waiting = ''
  const flush = async () => {
    const body = Buffer.from(waiting)
    waiting = ''
    digest.update(body)
    told.bytes += body.length
    await handle.writeFile(body)
  }
  return {
    add: async (row) => {
      waiting += `${JSON.stringify(row)}\n`
      told.rows += 1
      if (waiting.length >= enoughToWrite) await flush()
    },
    finish: async () => {
      await flush()
      await handle.sync()
      await handle.close()
      return { ...told, sha256: digest.digest('hex') }
    },
    close: () => handle.close().catch(() => undefined),
  }
}

/**
 * Reads a file of JSON lines, and knows at its end whether it was the one that was written.
 *
 * @throws BackupRefused when it is gone, damaged or another one
 */
export async function* readLines(file: string, expected: Lines): AsyncGenerator {
  const damaged = (what: string) =>
    new BackupRefused(
      `The backup is damaged: ${path.basename(file)} ${what}. Take another backup; nothing of this one was restored.`,
    )
  const digest = createHash('sha256')
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  let rows = 0
  let rest = ''
  try {
    for await (const chunk of createReadStream(file)) {
      digest.update(chunk as Uint8Array)
      const lines = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        rows += 1
        yield parsed(line, () => damaged(`cannot be read at line ${String(rows)}`))
      }
    }
  } catch (error) {
    if (error instanceof BackupRefused) throw error
    throw damaged(`cannot be read (${reasonOf(error)})`)
  }
  if (rest !== '' || rows !== expected.rows || digest.digest('hex') !== expected.sha256) {
    throw damaged('is not what the manifest says it is')
  }
}

function parsed(line: string, refused: () => BackupRefused): unknown {
  try {
    return JSON.parse(line)
  } catch {
    throw refused()
  }
}
