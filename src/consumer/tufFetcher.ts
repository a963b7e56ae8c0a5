import type { Fetcher } from 'tuf-js'
import { DownloadHTTPError } from 'tuf-js/dist/error.js'
import { FeedRefused, FeedUnreachable } from './feedProblem.ts'
import type { FeedTransport } from './feedTransport.ts'

/** tuf-js wants addresses; where a name really lies, the transport knows. */
const base = 'https://feed.invalid/'
export const metadataBaseUrl = `${base}metadata`

/** What became of each object that tuf-js asked for, in the order in which it asked. */
export type Fetched = Map<string, Uint8Array | FeedRefused | FeedUnreachable>

/**
 * Lets tuf-js fetch metadata through a transport, and keeps account: the errors of tuf-js do not
 * always say what failed. Targets are fetched without it.
 */
export function tufFetcher(transport: FeedTransport, fetched: Fetched): Fetcher {
  return {
    downloadBytes: async (url, maxLength) => {
      const name = url.slice(base.length)
      try {
        const bytes = await transport.get(name, maxLength)
        // Client workflow 5.3.3: no next root means that the trusted one is the newest.
        if (bytes === null && name.endsWith('.root.json')) {
          throw new DownloadHTTPError(`${name} is not there`, 404)
        }
        if (bytes === null) {
          throw new FeedRefused('missing', `${transport.place} does not hold its ${name}.`)
        }
        fetched.set(name, bytes)
        return Buffer.from(bytes)
      } catch (error) {
        if (error instanceof FeedRefused || error instanceof FeedUnreachable) {
          fetched.set(name, error)
        }
        throw error
      }
    },
    downloadFile: () => Promise.reject(new Error('Targets are not fetched through tuf-js.')),
  }
}
