import type { Endpoint, PayloadRequest } from 'payload'
import { addDataAndFileToRequest, headersWithCors, updateByIDOperation } from 'payload'
import { refusal } from '../refusal.ts'
import { changesEmail, changesPassword } from './accountChanges.ts'
import { noteOwner } from './ownership.ts'
import { verifyPassword } from './verifyPassword.ts'

/**
 * `PATCH /api/users/{id}` in the place of Payload's own: a new password or address of one's own
 * account needs the present password, as `currentPassword`. It is asked for here, before the
 * transaction of the write, so that a wrong one is counted.
 */
export const updateAccount: Endpoint = {
  path: '/:id',
  method: 'patch',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const { currentPassword, ...data } = (req.data ?? {}) as Record<string, unknown>
    const id = String(req.routeParams?.['id'])
    await proveOwnership(req, id, data, currentPassword)
    const depth = Number(req.searchParams.get('depth') ?? '0')
    const doc = await updateByIDOperation({
      collection: req.payload.collections.users,
      id,
      data,
      depth: Number.isInteger(depth) ? depth : 0,
      overrideLock: req.searchParams.get('overrideLock') === 'true',
      req,
    })
    return Response.json(
      { doc, message: req.t('general:updatedSuccessfully') },
      { headers: headersWithCors({ headers: new Headers(), req }) },
    )
  },
}

async function proveOwnership(
  req: PayloadRequest,
  id: string,
  data: Readonly<Record<string, unknown>>,
  currentPassword: unknown,
): Promise<void> {
  const user = req.user
  if (user?.id !== id) return
  if (!changesPassword(data) && !changesEmail(data, user)) return
  const otherwise = 'nothing was changed'
  if (typeof currentPassword !== 'string' || currentPassword === '') {
    throw refusal(
      'password',
      `A new password or address needs your present password too; ${otherwise}. Enter it as well.`,
    )
  }
  await verifyPassword(req.payload, user, currentPassword, otherwise)
  noteOwner(req.context, id)
}
