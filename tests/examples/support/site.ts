import { cp, mkdtemp, readFile, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { run } from './run.ts'

export const examplesFolder = join(import.meta.dirname, '../../../examples')

export const generators = ['eleventy', 'hugo', 'astro'] as const
export type Generator = (typeof generators)[number]

const outputs: Readonly<Record<Generator, string>> = {
  eleventy: '_site',
  hugo: 'public',
  astro: 'dist',
}
const made = ['.astro', '.feed.releases', '_next', 'feed', 'node_modules', 'resources']

/** An example in a folder of its own, as a site owner would copy it. */
export interface Site {
  readonly folder: string
  /** Where its pages are. */
  readonly output: string
  readonly build: (feed: string) => Promise<string>
  /** The HTML of the page at an address. */
  readonly page: (address: string) => Promise<string>
}

export async function copyOf(generator: Generator): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), `citegate-${generator}-`))
  const example = join(examplesFolder, generator)
  const output = join(folder, outputs[generator])
  const skipped = new Set([...made, outputs[generator]])
  await cp(example, folder, { recursive: true, filter: (file) => !skipped.has(basename(file)) })
  await symlink(join(example, 'node_modules'), join(folder, 'node_modules'))
  return {
    folder,
    output,
    build: (feed) => run('npm', ['run', 'build'], { cwd: folder, env: { FEED_URL: feed } }),
    page: (address) => readFile(join(output, address, 'index.html'), 'utf8'),
  }
}

/** Why a generator cannot be run here; undefined when it can. */
export async function missing(generator: Generator): Promise<string | undefined> {
  if (generator !== 'hugo') return undefined
  return run('hugo', ['version'], { cwd: examplesFolder }).then(
    () => undefined,
    () => 'Hugo is not installed here (Debian: apt-get install hugo).',
  )
}
