import { lookup } from 'node:dns/promises'
import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { isPublicAddress } from './publicAddress.ts'
import { SendingRefused } from './sendingRefused.ts'
import type { Target } from './targetOf.ts'

/** Asks for all addresses of a name. */
export type Resolver = (host: string) => Promise<readonly LookupAddress[]>

/** The resolver of the machine, its hosts file included. */
export const systemResolver: Resolver = (host) => lookup(host, { all: true })

/**
 * The addresses that may be connected to. One that is not public refuses them all: a name that leads
 * inside as well as outside was made to. Whoever connects has to use what this returns and ask for
 * nothing again: the next answer may be another.
 *
 * @throws SendingRefused when there is none, or one is not public; what the resolver throws
 */
export async function checkedAddresses(
  { host, isTrusted }: Target,
  resolve: Resolver,
): Promise<readonly LookupAddress[]> {
  const family = isIP(host)
  const found = family === 0 ? await resolve(host) : [{ address: host, family }]
  if (found.length === 0) throw new SendingRefused('no-address', `${host} has no address.`)
  const inside = isTrusted ? undefined : found.find(({ address }) => !isPublicAddress(address))
  if (inside === undefined) return found
  throw new SendingRefused(
    'not-public',
    `${host} leads to ${inside.address}, which is no address of the public Internet.`,
  )
}
