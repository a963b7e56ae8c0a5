import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'
import { runCommand } from './command.ts'
import { consumerTypes } from './schemas/consumerTypes.ts'

const root = path.resolve(import.meta.dirname, '..')
const types = 'src/payload-types.ts'
const feedTypes = 'src/consumer/feedTypes.ts'
const importMap = 'src/app/(payload)/admin/importMap.js'

interface Outcome {
  readonly file: string
  readonly isCurrent: boolean
}

await runCommand({
  name: 'generate',
  about:
    "Writes the files that Payload derives from payload.config.ts, the types of stored documents and the admin UI's import map, and the types of a feed's files for whoever reads it.",
  flags: {
    check: { type: 'boolean', about: 'write nothing; exit 1 when one is not up to date' },
  },
  run: async ({ flags, say }) => {
    const stale = (await generate(!flags.check)).filter(({ isCurrent }) => !isCurrent)
    for (const { file } of stale) {
      say(flags.check ? `${file} is not up to date. Run: npm run generate` : `${file} written`, {
        file,
      })
    }
    // Importing the configuration leaves timers of its parts behind.
    setImmediate(() => process.exit())
    return flags.check && stale.length > 0 ? 1 : 0
  },
})

/** Generates into a folder of the same shape as the project, then compares or copies the result. */
async function generate(writes: boolean): Promise<readonly Outcome[]> {
  const { default: configPromise } = await import('../payload.config.ts')
  const config = await configPromise
  const folder = await mkdtemp(path.join(tmpdir(), 'citegate-generated-'))
  try {
    await mkdir(path.dirname(path.join(folder, importMap)), { recursive: true })
    await mkdir(path.dirname(path.join(folder, types)), { recursive: true })
    await mkdir(path.dirname(path.join(folder, feedTypes)), { recursive: true })
    await writeFile(path.join(folder, feedTypes), await consumerTypes())
    await generateTypes(
      { ...config, typescript: { ...config.typescript, outputFile: path.join(folder, types) } },
      { log: false },
    )
    const { baseDir } = config.admin.importMap
    const moved = { baseDir: path.join(folder, path.relative(root, baseDir)) }
    await generateImportMap(
      {
        ...config,
        admin: {
          ...config.admin,
          importMap: {
            ...config.admin.importMap,
            ...moved,
            importMapFile: path.join(folder, importMap),
          },
        },
      },
      { log: false },
    )
    return await Promise.all(
      [types, importMap, feedTypes].map((file) => settle(folder, file, writes)),
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function settle(folder: string, file: string, writes: boolean): Promise<Outcome> {
  const wanted = await readFile(path.join(folder, file), 'utf8')
  const present = await readFile(path.join(root, file), 'utf8').catch(() => undefined)
  if (present === wanted) return { file, isCurrent: true }
  if (writes) await writeFile(path.join(root, file), wanted)
  return { file, isCurrent: false }
}
