import type { BasePayload } from 'payload'
import type { Channel, Site, SiteKey } from '../payload-types.ts'
import type { KeptKey } from '../sites/index.ts'

const all = { limit: 0, pagination: false } as const

/** Every key that was ever made, with what it opens now. */
export async function loadKeys(payload: BasePayload): Promise<readonly KeptKey[]> {
  // Past the Local API, which hides the hashes.
  const { docs: keys } = await payload.db.find<SiteKey>({ ...all, collection: 'site-keys' })
  if (keys.length === 0) return []
  const { docs: sites } = await payload.db.find<Site>({ ...all, collection: 'sites' })
  const { docs: channels } = await payload.db.find<Channel>({ ...all, collection: 'channels' })
  const siteById = new Map(sites.map((site) => [site.id, site]))
  const channelById = new Map(channels.map(({ id, key }) => [id, key]))
  return keys.flatMap((key) => {
    const site = siteById.get(idOf(key.site))
    return site === undefined ? [] : [keptKey(key, site, channelById)]
  })
}

function keptKey(key: SiteKey, site: Site, channelById: ReadonlyMap<string, string>): KeptKey {
  return {
    id: key.id,
    hash: key.hash,
    prefix: key.prefix,
    site: { id: site.id, key: site.key, isRetired: site.isRetired === true },
    channels: key.channels.map(idOf).flatMap((id) => channelById.get(id) ?? []),
    scopes: key.scopes,
    ...(key.expiresAt ? { expiresAt: new Date(key.expiresAt) } : {}),
    ...(key.revokedAt ? { revokedAt: new Date(key.revokedAt) } : {}),
  }
}

/** What a relationship holds: an id, or the document where it was populated. */
export function idOf(reference: string | { readonly id: string }): string {
  return typeof reference === 'string' ? reference : reference.id
}
