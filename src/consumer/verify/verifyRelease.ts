import { sha256Hex } from '../store/index.ts'
import { type FeedSchemas, feedSchemas } from './feedSchemas.ts'
import { judgeRelease } from './judgeRelease.ts'
import { type ReleaseContext, indexPath, readJson } from './readJson.ts'
import { readMarkdown } from './readMarkdown.ts'
import { ReleaseLedger, type ReleaseProblem } from './releaseLedger.ts'
import type { Found, ReleaseSource } from './releaseSource.ts'
import { storeSource } from './storeSource.ts'
import { type Json, recordOf, textOf } from '../unknownJson.ts'
import { urlSource } from './urlSource.ts'

export interface ReleaseVerification {
  readonly ok: boolean
  /** Null when the release does not say its number. */
  readonly release: number | null
  readonly checked: {
    readonly files: number
    readonly schemas: number
    /** Pairs of a file and a path of the feed that it points to. */
    readonly links: number
  }
  /** By path. */
  readonly problems: readonly ReleaseProblem[]
}

export interface VerifyOptions {
  /** Told how many files have been read, and how many are known so far. */
  readonly onProgress?: (done: number, known: number) => void
}

/**
 * Proves a release: every digest matches, every JSON file is valid by the schema it is served with,
 * every link inside the feed leads to a file, everything withdrawn is gone and says so, and the forms
 * of an item agree. A store is read in whole; behind a URL, all that can be reached from
 * `index.json`.
 *
 * @param source folder of a store, or the address of a server, its feed or its index
 * @throws SourceUnreadable when there is no release to be read, StoreError when the store's pointer
 *   or manifest is damaged
 */
export async function verifyRelease(
  source: string,
  options: VerifyOptions = {},
): Promise<ReleaseVerification> {
  const opened = /^https?:\/\//i.test(source) ? urlSource(source) : await storeSource(source)
  const ledger = new ReleaseLedger()
  const context = await readContext(opened, ledger)
  await readFiles(ledger, context, options)
  judgeRelease(ledger)
  return {
    ok: ledger.problems.length === 0,
    release: context.release,
    checked: {
      files: [...ledger.found.values()].filter(({ state }) => state === 'file').length,
      schemas: context.schemas.count(),
      links: [...ledger.links.values()].reduce((sum, targets) => sum + targets.size, 0),
    },
    problems: ledger.problems.sort(
      (a, b) => order(a.path, b.path) || order(a.code, b.code) || order(a.message, b.message),
    ),
  }
}

/** The index and the schemas say how everything else is read. */
async function readContext(source: ReleaseSource, ledger: ReleaseLedger): Promise<ReleaseContext> {
  const index = recordOf(await parsed(source, indexPath))
  const schemas = feedSchemas()
  for (const path of Object.values(recordOf(index.schemas)).map(textOf)) {
    if (path !== null) await addSchema(path, source, schemas, ledger)
  }
  const root = rootOf(index)
  if (root !== null) ledger.root = root
  const release = typeof index.release === 'number' ? index.release : null
  return { source, schemas, release: source.mark.release ?? release }
}

async function addSchema(
  path: string,
  source: ReleaseSource,
  schemas: FeedSchemas,
  ledger: ReleaseLedger,
): Promise<void> {
  const schema = await parsed(source, path)
  // What is not there or is not JSON is reported when its turn comes.
  const flaw = schema === undefined ? null : schemas.add(path, schema)
  if (flaw !== null) ledger.report(path, 'bad-schema', flaw)
}

async function parsed(source: ReleaseSource, path: string): Promise<unknown> {
  const found = await source.get(path)
  if (found.state !== 'file') return undefined
  try {
    return JSON.parse(Buffer.from(found.bytes).toString())
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

const readAtOnce = 8

async function readFiles(
  ledger: ReleaseLedger,
  context: ReleaseContext,
  { onProgress }: VerifyOptions,
): Promise<void> {
  let next = new Set([indexPath, ...context.source.paths])
  while (next.size > 0) {
    const known = ledger.found.size + next.size
    // One iterator for all readers: each takes the next path when it is done with its last.
    const waiting = next.values()
    const read = async (): Promise<void> => {
      for (const path of waiting) {
        takeIn(path, await context.source.get(path), ledger, context)
        onProgress?.(ledger.found.size, known)
      }
    }
    await Promise.all(Array.from({ length: readAtOnce }, read))
    next = new Set(ledger.unread())
  }
}

function takeIn(path: string, found: Found, ledger: ReleaseLedger, context: ReleaseContext): void {
  if (found.state !== 'file') {
    ledger.found.set(path, { state: found.state })
    if (found.state === 'broken') ledger.report(path, found.code, found.message)
    else if (path === indexPath) ledger.report(path, 'missing', 'The release has no index.json.')
    return
  }
  const sha256 = sha256Hex(found.bytes)
  ledger.found.set(path, { state: 'file', sha256 })
  if (found.sha256 !== undefined && found.sha256 !== sha256) {
    const message = `Its bytes have the digest ${sha256}; it is served as ${found.sha256}.`
    ledger.report(path, 'wrong-digest', message)
  }
  const nameDigest = /(?:^|\/)media\/([0-9a-f]{64})\b/.exec(path)?.[1]
  if (nameDigest !== undefined && nameDigest !== sha256) {
    ledger.report(path, 'wrong-digest', `Its name is not its digest, which is ${sha256}.`)
  }
  if (!hasItsType(path, found.contentType)) {
    ledger.report(path, 'wrong-type', `It is served as ${JSON.stringify(found.contentType)}.`)
  }
  const text = (): string => Buffer.from(found.bytes).toString()
  if (path.endsWith('.json')) readJson(path, text(), ledger, context)
  else if (path.endsWith('.md')) readMarkdown(path, text(), ledger)
}

function hasItsType(path: string, contentType: string): boolean {
  if (path.endsWith('.json')) return /^application\/(?:[^;]+\+)?json\b/.test(contentType)
  if (path.endsWith('.md')) return /^text\/markdown\b/.test(contentType)
  return contentType !== ''
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
