import { spawn } from 'node:child_process'
import { once } from 'node:events'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/**
 * Runs a command line of the program on the database of this test file, in a process of its own, to
 * its end.
 *
 * @param settings - variables beside or instead of those of this test file
 * @param typed - what comes in over standard input
 */
export async function runCommand(
  script: string,
  given: readonly string[],
  settings: Readonly<Record<string, string>> = {},
  typed = '',
): Promise<Ended> {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...given], {
    env: { ...process.env, NODE_ENV: 'test', ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()))
  child.stdin.on('error', () => undefined)
  child.stdin.end(typed)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, ...said }
}
