import { type Found, type ReleaseSource, SourceUnreadable } from './releaseSource.ts'

const timeoutMs = 30_000

/**
 * The current release behind a feed server. The address may be that of the server, of its feed or of
 * the feed's index. Bytes are asked for uncoded, so that the entity tag is their digest.
 */
export function urlSource(address: string): ReleaseSource {
  const root = feedRoot(address)
  return {
    release: null,
    paths: [],
    get: async (path) => {
      // A feed must not send its reader elsewhere.
      const isBelowRoot = URL.canParse(path, root) && new URL(path, root).href.startsWith(root.href)
      return isBelowRoot ? fetchFile(new URL(path, root), path) : { state: 'missing' }
    },
  }
}

function feedRoot(address: string): URL {
  const url = new URL(address)
  const folder = url.pathname.replace(/\/(?:index\.json)?$/, '')
  url.pathname = `${folder.endsWith('/feeds/v1') ? folder : `${folder}/feeds/v1`}/`
  url.search = ''
  url.hash = ''
  return url
}

async function fetchFile(url: URL, path: string): Promise<Found> {
  const response = await fetch(url, {
    headers: { 'accept-encoding': 'identity' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((error: unknown) => {
    throw new SourceUnreadable(`${url.href} cannot be fetched: ${reasonOf(error)}.`, {
      cause: error,
    })
  })
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (response.status === 404) return { state: 'missing' }
  if (response.status === 410) return { state: 'withdrawn' }
  if (response.status === 503) {
    throw new SourceUnreadable(`${url.href} answers 503: the server has no release yet.`)
  }
  if (response.status !== 200) {
    const message = `${path} is answered with status ${String(response.status)}.`
    return { state: 'broken', code: 'wrong-status', message }
  }
  const sha256 = /^"([0-9a-f]{64})"$/.exec(response.headers.get('etag') ?? '')?.[1]
  return {
    state: 'file',
    bytes,
    contentType: response.headers.get('content-type') ?? '',
    ...(sha256 !== undefined && { sha256 }),
  }
}

function reasonOf(error: unknown): string {
  const { cause = error } = error instanceof Error ? error : {}
  return cause instanceof Error ? cause.message : String(cause)
}
