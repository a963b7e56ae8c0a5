import { join } from 'node:path'
import { eachConcurrently } from '../../store/index.ts'
import { itemFolder } from '../feedPaths.ts'
import { type Json, parsedJson, recordOf, recordsOf, textOf } from '../unknownJson.ts'
import { readRegularFile } from './regularFile.ts'
import { sortedJson } from './sortedJson.ts'

const readsAtOnce = 16

/**
 * The bibliography of a channel, put together from its items in a folder: what its claims cite, as
 * each study's item gives it. Only when its digest is the signed one is it the bibliography.
 */
export async function citedReferences(folder: string, index: Json): Promise<Uint8Array> {
  const items = recordsOf(index.items)
  const pathsOf = (kind: string) =>
    items.filter((item) => item.kind === kind).map(({ paths }) => textOf(recordOf(paths).json))
  const read = async (path: string): Promise<Json> =>
    recordOf(parsedJson((await readRegularFile(join(folder, path))) ?? Buffer.of()))
  const cited = new Set<string>()
  await eachConcurrently(pathsOf('claim'), readsAtOnce, async (path) => {
    if (path === null) return
    const { citations } = await read(path)
    for (const { study } of recordsOf(citations)) cited.add(textOf(study) ?? '')
  })
  const references: Json[] = []
  const folderOfStudies = `/${itemFolder('study') ?? ''}/`
  const studies = new Map(
    pathsOf('study').flatMap((path) =>
      path === null
        ? []
        : [
            [
              path.slice(path.indexOf(folderOfStudies) + folderOfStudies.length, -'.json'.length),
              path,
            ] as const,
          ],
    ),
  )
  for (const key of [...cited].sort()) {
    const path = studies.get(key)
    if (path !== undefined) references.push(...recordsOf((await read(path)).references))
  }
  return Buffer.from(sortedJson(references))
}
