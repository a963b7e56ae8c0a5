import { itemForm, itemForms, withoutForm } from './feedPaths.ts'
import { type FeedSchemas, metaSchema } from './feedSchemas.ts'
import { readProse } from './readMarkdown.ts'
import type { ReleaseLedger } from './releaseLedger.ts'
import type { ReleaseSource } from './releaseSource.ts'
import { type Json, recordOf, recordsOf, stringsIn, textOf } from './unknownJson.ts'

export const indexPath = 'index.json'

/** What is known before the files are read one by one. */
export interface ReleaseContext {
  readonly source: ReleaseSource
  readonly schemas: FeedSchemas
  readonly release: number | null
}

/** Reads one JSON file of a release: is it valid, what does it point to, what does it promise. */
export function readJson(
  path: string,
  text: string,
  ledger: ReleaseLedger,
  context: ReleaseContext,
): void {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    ledger.report(path, 'bad-json', `It is not JSON: ${String(error)}`)
    return
  }
  const record = recordOf(value)
  if (record.$schema === metaSchema) return
  judgeSchema(path, value, ledger, context)
  for (const { name, text: string } of stringsIn(value)) {
    if (string.startsWith(ledger.root)) ledger.linkAddress(path, string)
    if (name === 'markdown') readProse(path, string, ledger)
  }
  if (path === indexPath) readIndex(record, ledger, context)
  else if (isChannelIndex(path)) readChannelIndex(path, record, ledger)
  else if (isCurrentChanges(path, context)) readItems(path, record.upserts, ledger)
  else if (itemForm(path) === 'json') ledger.json.set(withoutForm(path), { path, values: record })
}

/** By `$schema`; a bibliography is an array and has no place to say it. */
function judgeSchema(
  path: string,
  value: unknown,
  ledger: ReleaseLedger,
  { schemas }: ReleaseContext,
): void {
  const isBibliography = Array.isArray(value) && path.endsWith('/references.json')
  const id = isBibliography
    ? schemas.idOf('schema/references.json')
    : textOf(recordOf(value).$schema)
  if (id === null) {
    ledger.report(path, 'no-schema', 'It names no schema by $schema.')
    return
  }
  const flaw = schemas.check(id, value)
  if (flaw !== null) ledger.report(path, 'schema', `By ${id}: ${flaw}`)
}

function readIndex(index: Json, ledger: ReleaseLedger, { source }: ReleaseContext): void {
  if (source.release !== null && index.release !== source.release) {
    const message = `It speaks of release ${JSON.stringify(index.release)}; this is release ${String(source.release)}.`
    ledger.report(indexPath, 'wrong-release', message)
  }
  const before = textOf(recordOf(index.previous).digest)
  if (before !== null && source.previousDigest !== undefined && before !== source.previousDigest) {
    const message = `It gives the release before the digest ${before}; the manifest says ${source.previousDigest}.`
    ledger.report(indexPath, 'wrong-previous', message)
  }
  for (const path of Object.values(recordOf(index.schemas)).map(textOf)) {
    if (path !== null) ledger.link(indexPath, path)
  }
  for (const channel of recordsOf(index.channels)) {
    for (const path of [textOf(channel.path), textOf(channel.changes)]) {
      if (path !== null) ledger.link(indexPath, path)
    }
  }
}

function isChannelIndex(path: string): boolean {
  return /^[^/]+\/index\.json$/.test(path)
}

/** What an earlier release changed may be gone by now. */
function isCurrentChanges(path: string, { release }: ReleaseContext): boolean {
  return path.endsWith(`/changes/${String(release)}.json`)
}

function readChannelIndex(path: string, index: Json, ledger: ReleaseLedger): void {
  const references = textOf(index.references)
  if (references !== null) ledger.link(path, references)
  for (const { name, values } of readItems(path, index.items, ledger)) {
    if (ledger.listed.has(name)) ledger.report(path, 'listed-twice', `It lists ${name} twice.`)
    ledger.listed.set(name, { path, values })
  }
  const channel = textOf(recordOf(index.channel).key) ?? ''
  for (const { kind, key } of recordsOf(index.tombstones)) {
    for (const form of itemForms(channel, textOf(kind) ?? '', textOf(key) ?? '')) {
      ledger.withdrawn.set(form, path)
    }
  }
}

interface NamedItem {
  /** Its path without form. */
  readonly name: string
  readonly values: Json
}

/** Takes in the items that an index or a list of changes names, with the digests it gives them. */
function readItems(from: string, items: unknown, ledger: ReleaseLedger): readonly NamedItem[] {
  return recordsOf(items).flatMap((values) => {
    const paths = recordOf(values.paths)
    const digests = recordOf(values.digests)
    for (const form of ['json', 'markdown']) {
      const path = textOf(paths[form])
      const sha256 = textOf(digests[form])
      if (path === null) continue
      ledger.link(from, path)
      if (sha256 !== null) ledger.expectedDigests.push({ path, sha256, from })
    }
    const json = textOf(paths.json)
    return json === null ? [] : [{ name: withoutForm(json), values }]
  })
}
