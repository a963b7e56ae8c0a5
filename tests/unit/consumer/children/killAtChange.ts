import { open } from 'node:fs/promises'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { fileURLToPath } from 'node:url'

type Call = (...given: unknown[]) => Promise<unknown>
type Table = Record<string, Call>

const changes = ['mkdir', 'rename', 'rm', 'rmdir', 'link', 'symlink', 'chmod', 'writeFile']

/**
 * Kills this process at its n-th change of the file system, which does not take place; of a file
 * that is written, half is. Zero counts without killing.
 */
export async function killAtChange(n: number): Promise<{ readonly count: () => number }> {
  let count = 0
  const table = createRequire(import.meta.url)('node:fs/promises') as Table
  const handle = await open(fileURLToPath(import.meta.url))
  const handles = Object.getPrototypeOf(handle) as Table
  await handle.close()
  const guard = (owner: Table, name: string) => {
    const original = owner[name]
    if (original === undefined) throw new Error(`node:fs/promises has no ${name}`)
    owner[name] = async function (this: unknown, ...given: unknown[]) {
      count += 1
      if (count === n) {
        if (name === 'writeFile') await original.call(this, given[0], halfOf(given[1]))
        process.kill(process.pid, 'SIGKILL')
        await new Promise(() => undefined)
      }
      return original.apply(this, given)
    }
  }
  for (const name of changes) guard(table, name)
  guard(handles, 'sync')
  syncBuiltinESMExports()
  return { count: () => count }
}

function halfOf(content: unknown): Uint8Array {
  const whole = typeof content === 'string' ? Buffer.from(content) : (content as Uint8Array)
  return whole.subarray(0, whole.byteLength >> 1)
}
