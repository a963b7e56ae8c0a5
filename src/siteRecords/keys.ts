import type { PayloadRequest } from 'payload'
import type { SiteKey } from '../payload-types.ts'
import { asRecorder, inTransaction } from '../records/index.ts'
import { refusal } from '../refusal.ts'
import type { KeyScope } from '../sites/index.ts'
import { newSiteKey, siteGate } from '../sites/index.ts'

export interface KeyWish {
  /** Key of the site. */
  readonly site: string
  /** Keys of the channels that it is to open. */
  readonly channels: readonly string[]
  readonly scopes: readonly KeyScope[]
  readonly expiresAt?: string | undefined
}

export interface IssuedKey {
  /** The key itself, which nobody is told again. */
  readonly clear: string
  readonly record: SiteKey
}

/**
 * Makes a key for a site. It opens from the moment this returns.
 *
 * @param by - key of the person who asks
 * @throws a refusal when there is no such site or channel, or the site is retired
 */
export async function issueKey(req: PayloadRequest, wish: KeyWish, by: string): Promise<IssuedKey> {
  const { clear, hash, prefix } = newSiteKey()
  const record = await inTransaction(req, async () => {
    const site = await siteNamed(req, wish.site)
    const channels = await channelsNamed(req, wish.channels)
    return asRecorder(req, () =>
      req.payload.create({
        collection: 'site-keys',
        data: {
          ...{ site, prefix, hash, channels, scopes: [...wish.scopes], createdBy: by },
          ...(wish.expiresAt === undefined ? {} : { expiresAt: wish.expiresAt }),
        },
        depth: 0,
        req,
      }),
    )
  })
  await siteGate()?.reload()
  tell(req, 'site-key-made', prefix, by)
  return { clear, record }
}

/**
 * Revokes a key: from the moment this returns it opens nothing. Revoking it again changes nothing.
 *
 * @throws a refusal when there is no such key
 */
export async function revokeKey(
  req: PayloadRequest,
  id: string,
  by: string,
  now: Date,
): Promise<SiteKey> {
  const record = await inTransaction(req, async () => {
    const held = await req.payload.findByID({
      collection: 'site-keys',
      id,
      depth: 0,
      disableErrors: true,
      req,
    })
    if (held === null) throw refusal('not-found', `There is no key with the id ${id}.`)
    if (held.revokedAt) return held
    return asRecorder(req, () =>
      req.payload.update({
        collection: 'site-keys',
        id,
        data: { revokedAt: now.toISOString(), revokedBy: by },
        depth: 0,
        req,
      }),
    )
  })
  await siteGate()?.reload()
  tell(req, 'site-key-revoked', record.prefix, by)
  return record
}

async function siteNamed(req: PayloadRequest, key: string): Promise<string> {
  const { docs } = await req.payload.find({
    collection: 'sites',
    where: { key: { equals: key } },
    limit: 1,
    pagination: false,
    depth: 0,
    req,
  })
  const [site] = docs
  if (site === undefined) throw refusal('not-found', `There is no site ${key}.`)
  if (site.isRetired !== true) return site.id
  throw refusal(
    'state',
    `The site ${key} is retired, and keys of it open nothing. Take it back first.`,
  )
}

async function channelsNamed(req: PayloadRequest, keys: readonly string[]): Promise<string[]> {
  const { docs } = await req.payload.find({
    collection: 'channels',
    where: { key: { in: [...keys] } },
    pagination: false,
    depth: 0,
    req,
  })
  const missing = keys.find((key) => !docs.some((channel) => channel.key === key))
  if (missing === undefined) return docs.map(({ id }) => id)
  throw refusal('not-found', `There is no channel ${missing}.`)
}

/** For the log of the program, as what happens to accounts: permanent codes, and no key. */
function tell(
  { payload }: PayloadRequest,
  code: 'site-key-made' | 'site-key-revoked',
  prefix: string,
  by: string,
): void {
  payload.logger.warn({ code, prefix, by, msg: `${code} ${prefix}` })
}
