import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { schemaFiles } from '../src/feeds/index.ts'
import { runCommand } from './command.ts'
import { breakingChanges } from './schemas/breakingChanges.ts'

const folder = 'schemas/v1'
const root = path.resolve(import.meta.dirname, '..')

/** Released schemas are kept as a feed at this address would serve them. */
const publicUrl = 'https://feed.invalid'

type Schema = Readonly<Record<string, unknown>>

await runCommand({
  name: 'schemas',
  about: `Keeps the feed's JSON Schemas as they are released in ${folder}, and refuses a change that somebody who reads /feeds/v1/ could trip over.`,
  flags: {
    check: { type: 'boolean', about: 'write nothing; exit 1 when a change is not additive' },
  },
  run: async ({ flags, say }) => {
    const current = new Map(
      schemaFiles({ publicUrl }).map(({ path: at, body }) => [path.basename(at), body]),
    )
    const released = await releasedSchemas()
    if (flags.check && released.size === 0) {
      say(`${folder} holds no schemas to compare with. Bring them back from the repository.`, {
        folder,
      })
      return 1
    }
    let isAdditive = true
    for (const [file, schema] of released) {
      const now = current.get(file)
      const changes =
        now === undefined
          ? [{ pointer: '#', change: 'schema-removed', detail: file }]
          : breakingChanges(schema, JSON.parse(now) as Schema)
      for (const { pointer, change, detail } of changes) {
        isAdditive = false
        const message = `${folder}/${file}${pointer}: ${change} (${detail}). Sites read /feeds/v1/ by this schema: add an optional property instead, or begin /feeds/v2/ (docs/feed-schemas.md).`
        say(message, { file: `${folder}/${file}`, pointer, change, detail })
      }
    }
    if (!isAdditive) return 1
    if (flags.check) return 0
    for (const [file, body] of current) {
      await writeFile(path.join(root, folder, file), body)
      say(`${folder}/${file} written`, { file: `${folder}/${file}` })
    }
    return 0
  },
})

async function releasedSchemas(): Promise<ReadonlyMap<string, Schema>> {
  await mkdir(path.join(root, folder), { recursive: true })
  const files = await readdir(path.join(root, folder))
  const read = async (file: string) => {
    const text = await readFile(path.join(root, folder, file), 'utf8')
    return [file, JSON.parse(text) as Schema] as const
  }
  return new Map(await Promise.all(files.filter((file) => file.endsWith('.json')).map(read)))
}
