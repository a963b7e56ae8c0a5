import { createHash } from 'node:crypto'
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  PayloadRequest,
} from 'payload'
import type { GatedDocument } from '../projection/index.ts'
import { gatedSlugs, mediaIdsIn } from '../projection/index.ts'
import { refusal } from '../refusal.ts'

/** Names an uploaded file by the digest of its bytes. */
export const digestFile: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const { sha256: _claimed, ...rest } = data as Record<string, unknown>
  const known: unknown = (originalDoc as Record<string, unknown> | undefined)?.['sha256']
  const sha256 =
    req.file === undefined ? known : createHash('sha256').update(req.file.data).digest('hex')
  return { ...rest, sha256 }
}

/** A file that texts were signed with is not swapped for another. */
export const refuseReplacingFile: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (operation === 'update' && req.file !== undefined) {
    throw refusal(
      'state',
      'The file of an image is fixed: signed texts show it. Upload the new file as a new image.',
    )
  }
}

/**
 * Its alternative text is part of what is signed with every text that shows it, and no write to those
 * texts would say who changed it.
 */
export const refuseRewordingUsedMedia: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const { id, alt } = (originalDoc ?? {}) as { id?: string; alt?: string }
  const given: unknown = (data as { alt?: unknown }).alt
  if (operation !== 'update' || id === undefined || given === undefined || given === alt) return
  const dependents = await showing(req, id)
  if (dependents.length === 0) return
  throw refusal(
    'in-use',
    `This image stands in ${dependents.join(', ')}, signed with its alternative text. Upload it again with the new one, and put that in its place.`,
    { dependents },
  )
}

/** An image that stands in a text is not deleted. */
export const refuseDeletingUsedMedia: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const dependents = await showing(req, String(id))
  if (dependents.length === 0) return
  throw refusal(
    'in-use',
    `This image stands in ${dependents.join(', ')}. Take it out there first.`,
    { dependents },
  )
}

/** Everything, live or draft, that shows an image, in order. */
async function showing(req: PayloadRequest, id: string): Promise<string[]> {
  const dependents = new Set<string>()
  for (const slug of gatedSlugs) {
    const args = { collection: slug, limit: 0, pagination: false, req }
    const main = await req.payload.db.find<GatedDocument>(args)
    const drafts = await req.payload.db.queryDrafts<GatedDocument & { id: string }>(args)
    for (const document of [...main.docs, ...drafts.docs]) {
      if (mediaIdsIn(document).includes(id)) dependents.add(`${slug}/${String(document['key'])}`)
    }
  }
  return [...dependents].sort()
}
