import type { Root } from 'mdast'
import type { MarkdownDialect } from '../../domain/model/index.ts'
import { sha256Hex } from '../../store/index.ts'
import { type Json, recordOf, stringsIn, textOf } from '../unknownJson.ts'
import { FeedLinks } from './feedLinks.ts'
import { type FeedSchemas, feedSchemas, metaSchema } from './feedSchemas.ts'
import { markdownFacts } from './markdownFacts.ts'
import { parseMarkdown } from '../markdownWords.ts'
import type { ReleaseLedger } from './releaseLedger.ts'
import type { ReleaseSource } from './releaseSource.ts'

/** Reads the files of a release, each once, and reports what is wrong with a file by itself. */
export class ReleaseReader {
  readonly source: ReleaseSource
  readonly ledger: ReleaseLedger
  readonly links: FeedLinks
  readonly schemas: FeedSchemas = feedSchemas()
  readonly #seen = new Set<string>()
  readonly #judged = new Set<string>()
  readonly #leftOut = new Set<string>()
  readonly #onProgress: (done: number, known: number) => void

  constructor(
    source: ReleaseSource,
    ledger: ReleaseLedger,
    onProgress: (done: number, known: number) => void = () => undefined,
  ) {
    this.source = source
    this.ledger = ledger
    this.links = new FeedLinks(source.files, ledger)
    this.#onProgress = onProgress
  }

  hasRead(path: string): boolean {
    return this.#seen.has(path)
  }

  /** Takes a file for left out, where another one was that it stands and falls with. */
  skip(path: string, other: string): boolean {
    const { ledger } = this
    if (ledger.locked.has(other)) ledger.locked.add(path)
    else if (this.#leftOut.has(other)) ledger.leftOut += 1
    else return false
    this.#seen.add(path)
    return true
  }

  /** The bytes of a file; null when it is not to be had, which is reported unless it was left out. */
  async bytes(path: string): Promise<Uint8Array | null> {
    const isNew = !this.#seen.has(path)
    this.#seen.add(path)
    const found = await this.source.get(path)
    if (isNew) this.#onProgress(this.#seen.size, this.source.files.size)
    if (found.state === 'file') {
      if (isNew) this.ledger.checked.files += 1
      this.#judgeName(path, found.bytes)
      return found.bytes
    }
    if (!isNew) return null
    if (found.state === 'broken') this.ledger.report(path, found.code, found.message)
    else if (found.state === 'locked') this.ledger.locked.add(path)
    else if (found.state === 'missing') this.ledger.report(path, 'missing', 'It is not there.')
    else {
      this.#leftOut.add(path)
      this.ledger.leftOut += 1
    }
    return null
  }

  /** The value of a JSON file, valid by its schema or reported; undefined when there is none. */
  async json(path: string): Promise<unknown> {
    const bytes = await this.bytes(path)
    if (bytes === null) return undefined
    let value: unknown
    try {
      value = JSON.parse(Buffer.from(bytes).toString())
    } catch (error) {
      this.ledger.report(path, 'bad-json', `It is not JSON: ${String(error)}`)
      return undefined
    }
    if (this.#judged.has(path) || recordOf(value).$schema === metaSchema) return value
    this.#judged.add(path)
    this.#judgeSchema(path, value)
    for (const { text } of stringsIn(isJsonFeed(value) ? withoutTombstones(value) : value)) {
      if (text.startsWith(this.links.root)) this.links.takeAddress(path, text)
    }
    return value
  }

  async record(path: string): Promise<Json> {
    return recordOf(await this.json(path))
  }

  /** Reads Markdown that stands in a file, or is one: what it points to, and its footnotes. */
  prose(path: string, markdown: string, dialect: MarkdownDialect = 'gfm'): Root {
    const tree = parseMarkdown(markdown, dialect)
    const { links, undefinedFootnotes } = markdownFacts(tree, markdown)
    for (const link of links) this.links.takeAddress(path, link)
    for (const name of undefinedFootnotes) {
      const message = `It refers to the footnote ${name}, which is defined nowhere.`
      this.ledger.report(path, 'footnote', message)
    }
    return tree
  }

  /** Media are named by their digest. */
  #judgeName(path: string, bytes: Uint8Array): void {
    const name = /(?:^|\/)media\/([0-9a-f]{64})\b/.exec(path)?.[1]
    if (name === undefined) return
    const sha256 = sha256Hex(bytes)
    if (name === sha256) return
    this.ledger.report(path, 'wrong-digest', `Its name is not its digest, which is ${sha256}.`)
  }

  /** By `$schema`; a bibliography is an array and has no place to say it. */
  #judgeSchema(path: string, value: unknown): void {
    const isBibliography = Array.isArray(value) && path.endsWith('/references.json')
    const id = isBibliography
      ? this.schemas.idOf('schema/references.json')
      : isJsonFeed(value)
        ? this.schemas.idOf('schema/feed.json')
        : textOf(recordOf(value).$schema)
    if (id === null) {
      // A feed that somebody else made has no schema here.
      if (isJsonFeed(value)) return
      this.ledger.report(path, 'no-schema', 'It names no schema by $schema.')
      return
    }
    const flaw = this.schemas.check(id, value)
    if (flaw !== null) this.ledger.report(path, 'schema', `By ${id}: ${flaw}`)
  }
}

/** The addresses of what left lead nowhere, and have to. */
function withoutTombstones(feed: unknown): Json {
  const { _citegate, ...rest } = recordOf(feed)
  return { ...rest, _citegate: { ...recordOf(_citegate), tombstones: [] } }
}

/** JSON Feed 1.1 names itself by its version. */
function isJsonFeed(value: unknown): boolean {
  return textOf(recordOf(value).version)?.startsWith('https://jsonfeed.org/version/') === true
}
