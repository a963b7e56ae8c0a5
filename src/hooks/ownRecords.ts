import type {
  CollectionBeforeValidateHook,
  PayloadHandler,
  SanitizedCollectionConfig,
  SanitizedConfig,
} from 'payload'
import { NotFound } from 'payload'
import { hasRole } from '../access/index.ts'

/**
 * Sees to the collections that Payload adds by itself: locks of open documents, which anybody
 * signed in could write in anybody's name, and preferences.
 */
export function withOwnRecords(config: SanitizedConfig): SanitizedConfig {
  guardLocks(collectionOf(config, 'payload-locked-documents'))
  mendPreferences(collectionOf(config, 'payload-preferences'))
  return config
}

function collectionOf({ collections }: SanitizedConfig, slug: string): SanitizedCollectionConfig {
  const found = collections.find((each) => each.slug === slug)
  if (found === undefined) throw new Error(`Payload keeps no ${slug} any more.`)
  return found
}

/**
 * A lock is held by whoever writes it. Taking one over stays possible, under one's own name;
 * deleting one is for its holder and for administrators.
 */
function guardLocks({ access, hooks }: SanitizedCollectionConfig): void {
  hooks.beforeValidate.push(holdOneself)
  access.delete = ({ req: { user } }) => {
    if (user === null) return false
    return hasRole(user, 'admin') || { 'user.value': { equals: user.id } }
  }
}

const holdOneself: CollectionBeforeValidateHook = ({ data, req }) => {
  if (req.user === null || data === undefined) return data as unknown
  return { ...data, user: { relationTo: req.user.collection, value: req.user.id } }
}

/** Payload's own deletion by key fails on SQLite, with a statement that names a missing table. */
function mendPreferences({ endpoints }: SanitizedCollectionConfig): void {
  if (endpoints === false) return
  const stock = endpoints.find(({ method, path }) => method === 'delete' && path === '/:key')
  if (stock !== undefined) stock.handler = deleteOwnPreference
}

const deleteOwnPreference: PayloadHandler = async (req) => {
  const { docs } = await req.payload.delete({
    collection: 'payload-preferences',
    where: { key: { equals: String(req.routeParams?.['key']) } },
    overrideAccess: false,
    user: req.user,
    depth: 0,
    req,
  })
  const [deleted] = docs
  if (deleted === undefined) throw new NotFound(req.t)
  return Response.json({ ...deleted, message: req.t('general:deletedSuccessfully') })
}
