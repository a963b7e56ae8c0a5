import { createHash } from 'node:crypto'
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
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

/** An image that stands in a text is not deleted. */
export const refuseDeletingUsedMedia: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const dependents: string[] = []
  for (const slug of gatedSlugs) {
    const args = { collection: slug, limit: 0, pagination: false, req }
    const main = await req.payload.db.find<GatedDocument>(args)
    const drafts = await req.payload.db.queryDrafts<GatedDocument & { id: string }>(args)
    for (const document of [...main.docs, ...drafts.docs]) {
      if (mediaIdsIn(document).includes(String(id)))
        dependents.push(`${slug}/${String(document['key'])}`)
    }
  }
  if (dependents.length === 0) return
  const list = [...new Set(dependents)].sort()
  throw refusal('in-use', `This image stands in ${list.join(', ')}. Take it out there first.`, {
    dependents: list,
  })
}
