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
  const [main, beside] =
    operation === 'restoreVersion'
      ? (['restore', 'restore-beside'] as const)
      : (['main', 'beside'] as const)
  writeState(req.context).saveMode.set(collection.slug, isDraft ? beside : main)
  const data = 'data' in args ? { data: withoutId(args.data) } : {}
  return { ...args, ...data, select: undefined }
}

/** MongoDB would take the id of a new document from what was sent. */
function withoutId(data: unknown): unknown {
  if (typeof data !== 'object' || data === null) return data
  const { _id, ...rest } = data as { readonly _id?: unknown }
  return rest
}
