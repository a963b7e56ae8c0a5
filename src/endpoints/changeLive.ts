import type { PayloadRequest } from 'payload'
import type { LiveIntent } from '../hooks/index.ts'
import { writeState } from '../hooks/index.ts'
import type { GatedSlug } from '../projection/index.ts'
import type { ReviewRequest } from './reviewRequest.ts'

/**
 * Puts the newest text live, or takes the live one out of the main table's published state; a draft
 * beside it stays the newest text then. The gate decides once more in the hook of the write, which
 * records it with what the intent says.
 */
export async function changeLive(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
  intent: LiveIntent,
): Promise<void> {
  const state = writeState(req.context)
  state.intent = intent
  const _status = intent.action === 'withdraw' ? 'draft' : 'published'
  try {
    await req.payload.update({ collection: slug, id, data: { _status }, depth: 0, req })
  } finally {
    state.intent = undefined
  }
}

/** What an allowed request says of the live text; undefined for one that leaves it alone. */
export function liveIntent({
  action,
  reason = '',
  kind,
  supersededBy,
}: ReviewRequest): LiveIntent | undefined {
  switch (action) {
    case 'publish':
      return { action }
    case 'reinstate':
      return { action, reason: reason.trim() }
    case 'withdraw':
      return {
        action,
        reason: reason.trim(),
        ...(kind === undefined ? {} : { withdrawalKind: kind }),
        ...(supersededBy === undefined ? {} : { supersededBy }),
      }
    default:
      return undefined
  }
}
