import type { CollectionBeforeOperationHook } from 'payload'
import { writeState } from './writeState.ts'

/**
 * Notes where the operation writes: `beforeChange` is not told, and a draft beside the live text
 * looks there like a write over it. What is not noted counts as a write to the main table.
 */
export const noteOperation: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  req,
}) => {
  const isDraft = 'draft' in args && args.draft
  const beside = operation === 'restoreVersion' ? 'restore-beside' : 'beside'
  writeState(req.context).saveMode.set(collection.slug, isDraft ? beside : 'main')
}
