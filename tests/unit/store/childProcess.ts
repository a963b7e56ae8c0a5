import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Starts one of the scripts in children/. */
export function startChild(script: string, ...given: readonly string[]): ChildProcess {
  const file = fileURLToPath(new URL(`children/${script}.ts`, import.meta.url))
  return spawn(process.execPath, [file, ...given], { stdio: ['ignore', 'pipe', 'inherit'] })
}

export interface ChildEnd {
  readonly signal: string | null
  readonly code: number | null
  readonly output: string
}

export async function endOfChild(child: ChildProcess): Promise<ChildEnd> {
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      resolve({ signal, code, output })
    })
  })
}

/** The numbers a child printed, a line each. */
export function numbersIn({ output }: ChildEnd): readonly number[] {
  return output.trim() === '' ? [] : output.trim().split('\n').map(Number)
}
