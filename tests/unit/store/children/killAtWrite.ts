import fs, { open } from 'node:fs/promises'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

type Call = (...given: unknown[]) => Promise<unknown>
type Table = Record<string, Call>

/**
 * Makes the file system kill this process at its n-th change: a write, and the removal of a folder,
 * are cut off in the middle; every other change does not take place. Zero counts without killing.
 */
export async function killAtWrite(n: number): Promise<{ readonly count: () => number }> {
  let count = 0
  const { readdir, rm } = fs
  const handle = await open(fileURLToPath(import.meta.url))
  const handles = Object.getPrototypeOf(handle) as Table
  await handle.close()
  const table = createRequire(import.meta.url)('node:fs/promises') as Table
  const guard = (owner: Table, name: string, half?: Call) => {
    const original = owner[name]
    if (original === undefined) throw new Error(`node:fs/promises has no ${name}`)
    owner[name] = async function (this: unknown, ...given: unknown[]) {
      count += 1
      if (count === n) {
        if (half) await half.apply(this, given)
        process.kill(process.pid, 'SIGKILL')
        await new Promise(() => undefined)
      }
      return original.apply(this, given)
    }
  }
  const writeHalf = fs.writeFile as unknown as Call
  guard(table, 'writeFile', (file, bytes) => writeHalf(file, halfOf(bytes)))
  guard(table, 'rm', async (path, options) => {
    if ((options as { recursive?: boolean } | undefined)?.recursive !== true) return
    const names = await readdir(path as string)
    for (const name of names.slice(names.length / 2)) await rm(join(path as string, name))
  })
  for (const name of ['mkdir', 'rename', 'rmdir', 'unlink']) guard(table, name)
  guard(handles, 'sync')
  syncBuiltinESMExports()
  return { count: () => count }
}

function halfOf(bytes: unknown): Uint8Array {
  const whole = typeof bytes === 'string' ? Buffer.from(bytes) : (bytes as Uint8Array)
  return whole.subarray(0, Math.floor(whole.byteLength / 2))
}
