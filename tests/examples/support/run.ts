import { spawn } from 'node:child_process'
import { delimiter, dirname } from 'node:path'

interface RunOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Runs a program on the Node of the tests, and gives what it printed.
 *
 * @throws Error with all it printed when it fails
 */
export async function run(
  program: string,
  args: readonly string[],
  { cwd, env = {} }: RunOptions,
): Promise<string> {
  const child = spawn(program, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
      ...env,
    },
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return printed
  throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}:\n${printed}`)
}
