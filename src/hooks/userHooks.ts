import type { CollectionBeforeDeleteHook, CollectionBeforeOperationHook } from 'payload'
import { refusal } from '../refusal.ts'
import { isRecording } from '../records/index.ts'

/**
 * Accounts are made by administrators, the first one by the environment. Payload's own route for a
 * first user is open to whoever comes first.
 */
export const refuseStrangersAccount: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (operation !== 'create' || req.user !== null || isRecording(req)) return
  throw refusal(
    'role',
    'Accounts are made by administrators. The first administrator comes from ADMIN_EMAIL and ADMIN_PASSWORD at start.',
  )
}

/** Who has acted stays: the log speaks of them. Their roles can be taken away. */
export const refuseDeletingSigner: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const user = await req.payload.findByID({ collection: 'users', id, depth: 0, req })
  const { totalDocs } = await req.payload.db.count({
    collection: 'reviews',
    where: { actorKey: { equals: user.key } },
    req,
  })
  if (totalDocs > 0) {
    throw refusal(
      'in-use',
      `${user.name} has written or signed content, so the account stays. Take its roles away instead.`,
    )
  }
}
