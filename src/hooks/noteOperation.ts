import type { CollectionBeforeOperationHook } from 'payload'
import { writeState } from './writeState.ts'

const writes: readonly string[] = ['create', 'update', 'restoreVersion', 'delete']

/**
 * Notes where the operation writes: `beforeChange` is not told, and a draft beside the live text
 * looks there like a write over it. What is not noted counts as a write to the main table.
 *
 * The answer to a write is always the whole document: what `select` leaves out of it, Payload takes
 * from the hooks that record the write too, and a write nobody can name would go unrecorded.
 */
export const noteOperation: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  req,
}) => {
  if (!writes.includes(operation)) return
  const isDraft = 'draft' in args && args.draft
  const beside = operation === 'restoreVersion' ? 'restore-beside' : 'beside'
  writeState(req.context).saveMode.set(collection.slug, isDraft ? beside : 'main')
  return { ...args, select: undefined }
}
