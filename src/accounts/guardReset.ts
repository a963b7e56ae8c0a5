import type { CollectionBeforeOperationHook } from 'payload'
import type { User } from '../payload-types.ts'
import { refuseGuessable } from './guardAccount.ts'

/**
 * The rules for passwords, for the one that a mailed link sets: Payload hashes it before any other
 * hook could see it.
 */
export const guardReset: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'resetPassword') return
  const { data } = args as { data?: { password?: unknown; token?: unknown } }
  if (typeof data?.token !== 'string' || data.token === '') return
  const account = await req.payload.db.findOne<User>({
    collection: 'users',
    where: { resetPasswordToken: { equals: data.token } },
    req,
  })
  // Payload says so.
  if (account === null) return
  refuseGuessable(data.password, account)
}
