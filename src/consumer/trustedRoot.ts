import { FeedRefused } from './feedProblem.ts'
import type { FeedTransport } from './feedTransport.ts'
import { readMetadata } from './tufMetadata.ts'

/** Why a reader trusts a feed. */
export interface FeedTrust {
  /** Given by whoever runs the reader, kept from the last time, or taken as it came. */
  readonly origin: 'given' | 'kept' | 'first-use'
  /** Version of the root from which trust was followed to the newest. */
  readonly rootVersion: number
  /** Ids of the keys that may sign that root. */
  readonly keyIds: readonly string[]
}

export const rootLimit = 512_000

/**
 * The root to begin with. Without one, the first root of the feed is trusted because it came first:
 * whoever can answer for the feed then can answer for it ever after. Compare its key ids with what
 * the publisher says elsewhere.
 */
export async function trustedRoot(
  transport: FeedTransport,
  given: Uint8Array | undefined,
  kept: Uint8Array | undefined,
): Promise<{ readonly bytes: Uint8Array; readonly trust: FeedTrust }> {
  const origin = given ? 'given' : kept ? 'kept' : 'first-use'
  const bytes = given ?? kept ?? (await transport.get('metadata/1.root.json', rootLimit))
  if (bytes === null) {
    throw new FeedRefused(
      'missing',
      `${transport.place} does not hold its metadata/1.root.json. Give a root that you trust.`,
    )
  }
  return { bytes, trust: { origin, ...selfSigned(bytes, origin) } }
}

const whose: Readonly<Record<FeedTrust['origin'], string>> = {
  given: 'The root that was given',
  kept: 'The root that was kept of the last time',
  'first-use': 'The first root of the feed',
}

/** Client workflow 5.2: its expiry does not matter, its signatures do. */
function selfSigned(bytes: Uint8Array, origin: FeedTrust['origin']): Omit<FeedTrust, 'origin'> {
  const root = readMetadata('root', bytes)
  const damaged = origin === 'kept' ? 'state-damaged' : undefined
  if (root === null) {
    throw new FeedRefused(
      damaged ?? 'malformed',
      `${whose[origin]} is not the root of a TUF repository.`,
    )
  }
  try {
    root.verifyDelegate('root', root)
  } catch (cause) {
    const message = `${whose[origin]} is not signed by the keys that it names.`
    throw new FeedRefused(damaged ?? 'wrong-key', message, { cause })
  }
  return { rootVersion: root.signed.version, keyIds: root.signed.roles.root?.keyIDs ?? [] }
}
