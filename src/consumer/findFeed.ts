import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pointerName } from '../store/index.ts'
import { FeedRefused, FeedUnreachable } from './feedProblem.ts'
import type { FeedTransport, TransportLimits } from './feedTransport.ts'
import { folderTransport } from './folderTransport.ts'
import { httpTransport } from './httpTransport.ts'
import { parsedJson, recordOf } from './unknownJson.ts'

export const timestampLimit = 16_384

/**
 * Where the repository of a feed lies. A source is a folder, a `file:` URL, or the address of a
 * server, of its feed, of the feed's index, or of a bucket or static copy of a store.
 *
 * @param key - opens private channels; only a server is told it
 * @throws FeedUnreachable when no feed is there; FeedRefused when what answers behaves like no feed
 */
export async function findFeed(
  source: string,
  limits: TransportLimits,
  key?: string,
): Promise<FeedTransport> {
  if (!/^https?:\/\//i.test(source)) return folderFeed(source)
  let likeliest: FeedTransport | undefined
  let refusal: FeedRefused | undefined
  for (const root of possibleRoots(source)) {
    const transport = httpTransport(root, limits, key)
    try {
      const bytes = await transport.get(pointerName, timestampLimit)
      if (bytes === null) continue
      if (isTimestamp(bytes)) return transport
      likeliest ??= transport
    } catch (error) {
      if (!(error instanceof FeedRefused)) throw error
      refusal ??= error
    }
  }
  if (refusal !== undefined) throw refusal
  // Not a timestamp, but in its place: whoever reads it on says what is wrong with it.
  if (likeliest !== undefined) return likeliest
  throw new FeedUnreachable(
    `There is no feed at ${source}. Give the address of a feed server, or of a copy of its store.`,
  )
}

async function folderFeed(source: string): Promise<FeedTransport> {
  const folder = /^file:/i.test(source) ? fileURLToPath(source) : resolve(source)
  const transport = folderTransport(folder)
  if ((await transport.get(pointerName, timestampLimit)) !== null) return transport
  throw new FeedUnreachable(
    `${folder} holds no feed. Name the folder of a store, or publish a release to it first.`,
  )
}

/** The feed of a server lies below its address; a copy of a store lies at its own. */
function possibleRoots(address: string): readonly URL[] {
  const url = new URL(address)
  const folder = url.pathname.replace(/\/(?:index\.json)?$/, '')
  const at = (pathname: string): URL => {
    const root = new URL(url)
    root.pathname = pathname
    root.search = ''
    root.hash = ''
    return root
  }
  return folder.endsWith('/feeds/v1')
    ? [at(`${folder}/`)]
    : [at(`${folder}/feeds/v1/`), at(`${folder}/`)]
}

function isTimestamp(bytes: Uint8Array): boolean {
  return recordOf(recordOf(parsedJson(bytes)).signed)._type === 'timestamp'
}
