import { eachConcurrently } from '../../store/index.ts'
import type { TrustedFeed } from '../trustedFeed.ts'
import { indexPath } from '../feedPaths.ts'
import { keyHeaders } from '../httpTransport.ts'
import type { ReleaseLedger, ReleaseProblem } from './releaseLedger.ts'
import type { ReleaseSource } from './releaseSource.ts'

/**
 * `stable`: the server answers the stable paths, and was asked all of them. `store`: it serves the
 * objects of the store and nothing else. `moved-on`: it has taken up another release meanwhile.
 */
export type Serving = 'stable' | 'store' | 'moved-on'

const askedAtOnce = 8
const timeoutMs = 30_000

/**
 * Asks a server for the stable paths of a release: each has to be answered with the bytes that were
 * signed, as its entity tag says, and everything withdrawn with 410. Uncoded, so that the tag is the
 * digest; without the bytes, which were read and verified by their digests already.
 */
export async function judgeServing(
  { place, metadata }: Pick<TrustedFeed, 'place' | 'metadata'>,
  { files }: ReleaseSource,
  withdrawn: ReadonlyMap<string, unknown>,
  { ledger, key }: { readonly ledger: ReleaseLedger; readonly key: string | undefined },
): Promise<Serving> {
  const root = new URL(place)
  const ask = (path: string, method?: 'GET') => asked(root, path, key, method)
  const first = await ask(indexPath)
  if (first.status === 404 || first.status === 403) return 'store'
  const problems: ReleaseProblem[] = []
  const report = (path: string, code: string, message: string): void => {
    problems.push({ path, code, message })
  }
  const open = [...files].filter(([path]) => !ledger.locked.has(path))
  await eachConcurrently(open, askedAtOnce, async ([path, { sha256 }]) => {
    const { status, etag, type } = await ask(path)
    if (status !== 200) {
      report(path, 'wrong-status', `It is answered with status ${String(status)}.`)
      return
    }
    if (etag !== `"${sha256}"`) {
      report(path, 'wrong-tag', `It is served as ${etag ?? 'nothing'}; signed was "${sha256}".`)
    }
    if (!hasItsType(path, type)) {
      report(path, 'wrong-type', `It is served as ${JSON.stringify(type)}.`)
    }
  })
  await eachConcurrently(withdrawn.keys(), askedAtOnce, async (path) => {
    const { status } = await ask(path)
    if (status === 410) return
    const message = `It was withdrawn, and is answered with status ${String(status)} instead of 410.`
    report(path, 'not-withdrawn', message)
  })
  const pointer = 'metadata/timestamp.json'
  const now = problems.length > 0 ? await ask(pointer, 'GET') : null
  const then = metadata.get('timestamp.json')
  if (now !== null && then !== undefined && Buffer.compare(then, now.bytes) !== 0) return 'moved-on'
  for (const { path, code, message } of problems) ledger.report(path, code, message)
  return 'stable'
}

interface Answer {
  readonly status: number
  readonly etag: string | null
  readonly type: string
  readonly bytes: Uint8Array
}

async function asked(
  root: URL,
  path: string,
  key: string | undefined,
  method: 'GET' | 'HEAD' = 'HEAD',
): Promise<Answer> {
  const url = new URL(path, root)
  const response = await fetch(url, {
    method,
    headers: {
      'accept-encoding': 'identity',
      'cache-control': 'no-cache',
      ...keyHeaders(key, url, root),
    },
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  })
  const { status, headers } = response
  return {
    status,
    etag: headers.get('etag'),
    type: headers.get('content-type') ?? '',
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}

function hasItsType(path: string, type: string): boolean {
  if (path.endsWith('.json')) return /^application\/(?:[^;]+\+)?json\b/.test(type)
  if (path.endsWith('.md')) return /^text\/markdown\b/.test(type)
  return type !== ''
}
