import type { CollectionAfterDeleteHook, CollectionBeforeDeleteHook } from 'payload'
import { contentHash } from '../domain/review/index.ts'
import { subjectName } from '../domain/model/index.ts'
import type { GatedDocument } from '../projection/index.ts'
import { isGatedSlug, loadNeighbourhood, nameOf } from '../projection/index.ts'
import { actorOf } from './actorOf.ts'
import { dependentsOf } from './dependents.ts'
import { appendToLog } from '../records/index.ts'
import { project } from './assess.ts'
import { newestDocument } from './newestDocument.ts'
import { refusal } from '../refusal.ts'

/**
 * Only a draft that was never live and that nobody refers to can be deleted. Everything else has
 * readers out there, or would leave a hole in a text somebody signed.
 */
export const refuseDeletion: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  if (!isGatedSlug(collection.slug)) return
  const document = await newestDocument(req, collection.slug, String(id))
  if (document === undefined) return
  const name = nameOf(collection.slug, String(document['key']))
  const { totalDocs } = await req.payload.db.count({
    collection: 'reviews',
    where: { and: [{ subject: { equals: name } }, { action: { equals: 'publish' } }] },
    req,
  })
  const dependents = await dependentsOf(req, collection.slug, String(id))
  if (totalDocs > 0) {
    const needed = dependents.length === 0 ? '' : ` ${dependents.join(', ')} refer to it.`
    throw refusal(
      dependents.length === 0 ? 'state' : 'in-use',
      `${name} has been live, so feeds out there know it; it stays, and its key is never reused.${needed} Withdraw it with a reason instead.`,
      { possible: ['withdraw'], ...(dependents.length === 0 ? {} : { dependents }) },
    )
  }
  if (dependents.length > 0) {
    throw refusal(
      'in-use',
      `${name} is referred to by ${dependents.join(', ')}. Take it out there first.`,
      { dependents },
    )
  }
}

/** Says in the log that a draft is gone, so that its key is never used for another thing. */
export const recordDeletion: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  if (!isGatedSlug(collection.slug)) return
  const document = doc as GatedDocument
  const { graph, keys } = await loadNeighbourhood({ payload: req.payload, req }, collection.slug, [
    document,
  ])
  const subject = project(collection.slug, document, keys)
  await appendToLog(
    req,
    {
      at: new Date().toISOString(),
      subject: subjectName(subject),
      action: 'delete',
      contentHash: contentHash(subject, graph),
      actor: actorOf(req),
    },
    { subject, graph },
  )
}
