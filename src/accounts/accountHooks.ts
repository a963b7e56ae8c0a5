import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionAfterOperationHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeLoginHook,
} from 'payload'
import type { User } from '../payload-types.ts'
import { isRecording } from '../records/index.ts'
import { refusal } from '../refusal.ts'
import { takeEvents } from './accountEvents.ts'
import { tell } from './tell.ts'

/** Who has left keeps an account, since the log speaks of them, and has no roles any more. */
export const refuseWithoutRoles: CollectionBeforeLoginHook<User> = ({ user }) => {
  if (user.roles.length > 0) return user
  throw refusal('role', 'This account has no roles any more. Ask an administrator.')
}

/** So that there is always somebody who can make accounts. */
export const refuseDeletingOneself: CollectionBeforeDeleteHook = ({ id, req }) => {
  if (req.user?.id === id) {
    throw refusal('role', 'Nobody deletes their own account. Ask another administrator.')
  }
}

/** Tells the log of what changed; the program's own accounts are no event. */
export const tellOfChange: CollectionAfterChangeHook<User> = ({ doc, operation, req }) => {
  if (isRecording(req)) return doc
  const by = req.user
  const events = operation === 'create' ? (['account-made'] as const) : takeEvents(req.context)
  for (const event of events) tell(req.payload, event, doc, by)
  return doc
}

export const tellOfDeletion: CollectionAfterDeleteHook<User> = ({ doc, req }) => {
  tell(req.payload, 'account-deleted', doc, req.user)
}

export const tellOfReset: CollectionAfterOperationHook<'users'> = (ran) => {
  if (ran.operation === 'resetPassword') {
    const { user } = ran.result as unknown as { user?: User | null }
    if (user !== undefined && user !== null) tell(ran.req.payload, 'password-reset', user)
  }
  return ran.result
}
