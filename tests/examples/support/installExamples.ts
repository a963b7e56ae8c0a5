import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { examplesFolder, generators } from './site.ts'
import { run } from './run.ts'

/** Installs what the examples are built with, when it is not there or their lock files are newer. */
export async function setup(): Promise<void> {
  for (const name of generators) {
    const folder = join(examplesFolder, name)
    const age = async (file: string) =>
      (await stat(join(folder, file)).catch(() => undefined))?.mtimeMs ?? 0
    const isInstalled =
      (await age('node_modules/.package-lock.json')) >= (await age('package-lock.json'))
    if (isInstalled) continue
    console.log(`Installing what examples/${name} is built with`)
    await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder })
  }
}
