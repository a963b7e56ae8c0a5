import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface ScriptEnd {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Starts a command line of `scripts/` as a person would. */
export function startScript(name: string, ...given: readonly string[]): ChildProcess {
  const file = fileURLToPath(new URL(`../../../scripts/${name}.ts`, import.meta.url))
  return spawn(process.execPath, [file, ...given], { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** What a command line printed, and the code it ended with. */
export async function endOfScript(child: ChildProcess): Promise<ScriptEnd> {
  const printed = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk: Buffer) => (printed.stdout += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (printed.stderr += chunk.toString()))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return { code, ...printed }
}

/** Runs a command line to its end. */
export async function runScript(name: string, ...given: readonly string[]): Promise<ScriptEnd> {
  return endOfScript(startScript(name, ...given))
}
