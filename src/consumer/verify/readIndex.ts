import { indexPath, laterLists } from '../feedPaths.ts'
import { type Json, recordOf, recordsOf, textOf } from '../unknownJson.ts'
import type { ReleaseReader } from './releaseReader.ts'

/** A channel as the index of the release names it. */
export interface NamedChannel {
  readonly key: string
  readonly path: string
  readonly changes: string
}

/**
 * Reads the index of a release and the schemas it names: they say how everything else is read. The
 * index has to pin the release, that is, name the digest of every list and schema.
 */
export async function readIndex(reader: ReleaseReader): Promise<readonly NamedChannel[]> {
  const { source, ledger, links } = reader
  const bytes = await reader.bytes(indexPath)
  if (bytes === null) return []
  const index = recordOf(parsed(bytes))
  links.root = rootOf(index) ?? links.root
  await readSchemas(index, reader)
  await reader.json(indexPath)

  if (index.release !== source.mark.release) {
    const message = `It speaks of release ${JSON.stringify(index.release)}; the metadata is signed for release ${String(source.mark.release)}.`
    ledger.report(indexPath, 'wrong-release', message)
  }
  const before = recordOf(index.previous)
  if (source.mark.release > 1 && before.release !== source.mark.release - 1) {
    const message = `It names ${JSON.stringify(before.release)} as the release before ${String(source.mark.release)}.`
    ledger.report(indexPath, 'wrong-previous', message)
  }
  for (const beside of [index.guide, index.vocabulary].map(recordOf)) {
    const at = textOf(beside.path)
    if (at !== null) judgeDigest(at, beside.digest, reader)
  }
  return recordsOf(index.channels).map((channel) => {
    const key = textOf(channel.key) ?? ''
    const path = textOf(channel.path) ?? `${key}/index.json`
    const changes = textOf(channel.changes) ?? ''
    const digests = recordOf(channel.digests)
    judgeDigest(path, digests.index, reader)
    judgeDigest(changes, digests.changes, reader)
    judgeDigest(`${key}/references.json`, digests.references, reader)
    for (const [name, list] of laterLists(key)) judgeLater(list, digests[name], reader)
    return { key, path, changes }
  })
}

async function readSchemas(index: Json, reader: ReleaseReader): Promise<void> {
  const { ledger, schemas } = reader
  const digests = recordOf(index.schemaDigests)
  for (const [name, path] of Object.entries(recordOf(index.schemas))) {
    if (typeof path !== 'string') continue
    judgeDigest(path, digests[name], reader)
    const schema = await reader.json(path)
    const flaw = schema === undefined ? null : schemas.add(path, schema)
    if (flaw !== null) ledger.report(path, 'bad-schema', flaw)
    else if (schema !== undefined) ledger.checked.schemas += 1
  }
}

/** A list that early releases do not have: one that is there has to be pinned too. */
function judgeLater(path: string, digest: unknown, reader: ReleaseReader): void {
  if (digest === undefined && !reader.source.files.has(path)) return
  judgeDigest(path, digest, reader)
}

/** A list that the index does not pin could be another one tomorrow, and nobody would know. */
function judgeDigest(
  path: string,
  digest: unknown,
  { source, ledger, links }: ReleaseReader,
): void {
  links.take(indexPath, path)
  const signed = source.files.get(path)
  if (signed === undefined || signed.sha256 === digest) return
  if (typeof digest !== 'string') {
    ledger.report(indexPath, 'not-pinned', `It does not name the digest of ${path}.`)
    return
  }
  const message = `Its digest is ${signed.sha256}; ${indexPath} says ${digest}.`
  ledger.report(path, 'wrong-digest', message)
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return undefined
  }
}

/** The index names its schema by address and by path: what the address has more is the root. */
function rootOf(index: Json): string | null {
  const address = textOf(index.$schema) ?? ''
  const paths = Object.values(recordOf(index.schemas)).map(textOf)
  const path = paths.find((candidate) => candidate !== null && address.endsWith(`/${candidate}`))
  return path === undefined || path === null ? null : address.slice(0, -path.length)
}
