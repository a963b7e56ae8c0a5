import type { BasePayload } from 'payload'
import { endSession } from '../hooks/index.ts'
import { refusal } from '../refusal.ts'
import type { User } from '../payload-types.ts'

/**
 * Asks for the password of the account again (21 CFR 11.200(a)(1)). A wrong one counts towards the
 * lockout like a failed login; a right one leaves no session behind. Runs before any transaction:
 * a refused signature must not undo the counting.
 *
 * @throws a refusal (403) when the password is wrong or the account is locked
 */
export async function verifyPassword(
  payload: BasePayload,
  user: User,
  password: string,
): Promise<void> {
  let token: string | undefined
  try {
    const login = await payload.login({
      collection: 'users',
      data: { email: user.email, password },
    })
    token = login.token
  } catch (error) {
    if (error instanceof Error && error.name === 'LockedAuth') {
      throw refusal(
        'password',
        'The account is locked after too many wrong passwords. Wait ten minutes or ask an administrator; nothing was signed.',
      )
    }
    if (
      error instanceof Error &&
      (error.name === 'AuthenticationError' || error.name === 'ValidationError')
    ) {
      throw refusal(
        'password',
        'The password is not the one of this account; nothing was signed. Enter it again.',
      )
    }
    throw error
  }
  const sid = sessionOf(token)
  if (sid !== undefined) await endSession(payload, user.id, sid)
}

function sessionOf(token: string | undefined): string | undefined {
  const claims = token?.split('.')[1]
  if (claims === undefined) return undefined
  const { sid } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sid?: string }
  return sid
}
