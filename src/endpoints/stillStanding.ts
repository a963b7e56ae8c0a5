import type { Endpoint, PayloadRequest } from 'payload'
import { releasedKinds } from '../domain/release/index.ts'
import type { GatedSlug } from '../projection/index.ts'
import { nameOf } from '../projection/index.ts'
import { departuresOf } from '../publish/index.ts'
import { refusal } from '../refusal.ts'
import { standings } from '../siteRecords/index.ts'
import { stillStanding } from '../sites/index.ts'
import { newestDocument } from '../hooks/index.ts'
import { answering } from './answering.ts'

/**
 * `GET /api/{collection}/{id}/sites`: the sites that have not said that they applied the release which
 * took it out of the feed.
 */
export const stillStandingEndpoints: Endpoint[] = [
  { path: '/:id/sites', method: 'get', handler: answering(sitesOf) },
]

async function sitesOf(req: PayloadRequest, slug: GatedSlug, id: string): Promise<object> {
  const document = await newestDocument(req, slug, id)
  if (document === undefined) {
    throw refusal('not-found', `${slug} has no document with the id ${id}.`)
  }
  const [kind, key] = nameOf(slug, String(document['key'])).split('/')
  const feedKind = releasedKinds.find((each) => each === kind)
  if (feedKind === undefined || key === undefined) return { sites: [] }
  const gone = await departuresOf({ kind: feedKind, key })
  if (gone.length === 0) return { sites: [] }
  return { sites: stillStanding(gone, (await standings(req.payload)).sites) }
}
