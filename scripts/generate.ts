import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'
import configPromise from '../payload.config.ts'

const help = `npm run generate [-- --check]

Writes the files Payload derives from payload.config.ts: the types of stored documents and the
admin UI's import map.

  --check  write nothing; exit 1 when one of them is not up to date
  --json   print the outcome as JSON
  --help   print this`

const root = path.resolve(import.meta.dirname, '..')
const types = 'src/payload-types.ts'
const importMap = 'src/app/(payload)/admin/importMap.js'

interface Outcome {
  readonly file: string
  readonly isCurrent: boolean
}

/** Generates into a folder of the same shape as the project, and compares or copies the result. */
async function generate(writes: boolean): Promise<readonly Outcome[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'citegate-generated-'))
  try {
    const config = await configPromise
    await mkdir(path.dirname(path.join(folder, importMap)), { recursive: true })
    await generateTypes(
      {
        ...config,
        typescript: { ...config.typescript, outputFile: path.join(folder, 'types.ts') },
      },
      { log: false },
    )
    await generateImportMap(
      {
        ...config,
        admin: {
          ...config.admin,
          importMap: {
            ...config.admin.importMap,
            baseDir: path.join(folder, path.relative(root, config.admin.importMap.baseDir)),
            importMapFile: path.join(folder, importMap),
          },
        },
      },
      { log: false },
    )
    return [
      await settle(types, await readFile(path.join(folder, 'types.ts'), 'utf8'), writes),
      await settle(importMap, await readFile(path.join(folder, importMap), 'utf8'), writes),
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function settle(file: string, wanted: string, writes: boolean): Promise<Outcome> {
  const present = await readFile(path.join(root, file), 'utf8').catch(() => undefined)
  if (present === wanted) return { file, isCurrent: true }
  if (writes) await writeFile(path.join(root, file), wanted)
  return { file, isCurrent: false }
}

const { values } = parseArgs({
  options: { check: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
})
if (values.help === true) {
  console.log(help)
} else {
  const checks = values.check === true
  const outcomes = await generate(!checks)
  const stale = outcomes.filter(({ isCurrent }) => !isCurrent)
  if (values.json === true) console.log(JSON.stringify(outcomes))
  else
    for (const { file } of stale)
      console.log(checks ? `${file} is not up to date: run "npm run generate".` : `${file} written`)
  // Importing the configuration may leave timers of its parts behind.
  process.exit(checks && stale.length > 0 ? 1 : 0)
}
