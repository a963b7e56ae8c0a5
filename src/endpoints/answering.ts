import type { PayloadHandler, PayloadRequest } from 'payload'
import { actorOf } from '../hooks/index.ts'
import type { GatedSlug } from '../projection/index.ts'
import { isGatedSlug } from '../projection/index.ts'
import { refusal } from '../refusal.ts'

type Answer = (req: PayloadRequest, slug: GatedSlug, id: string) => Promise<object>

/** An endpoint below a document of a gated collection, for people who are signed in. */
export function answering(answer: Answer): PayloadHandler {
  return async (req) => {
    actorOf(req)
    const slug = String(req.routeParams?.['collection'])
    const id = String(req.routeParams?.['id'])
    if (!isGatedSlug(slug)) throw refusal('not-found', `${slug} holds nothing that is reviewed.`)
    return Response.json(await answer(req, slug, id), { headers: { 'Cache-Control': 'no-store' } })
  }
}
