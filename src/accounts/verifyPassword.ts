import type { BasePayload } from 'payload'
import { endSession } from '../hooks/index.ts'
import type { User } from '../payload-types.ts'
import { refusal } from '../refusal.ts'
import { inTurn } from './inTurn.ts'
import { isLocked, isWrong, locked } from './locked.ts'
import { tell } from './tell.ts'

/**
 * Asks for the password of the account again (21 CFR 11.200(a)(1)). A wrong one counts towards the
 * lockout like a failed login; a right one leaves no session behind. Runs before any transaction:
 * a refused signature must not undo the counting.
 *
 * @param otherwise - what did not happen, for the refusal
 * @throws a refusal: 403 when the password is wrong, 429 when the account is locked
 */
export async function verifyPassword(
  payload: BasePayload,
  user: User,
  password: string,
  otherwise = 'nothing was signed',
): Promise<void> {
  const { email } = user
  await inTurn(email, async () => {
    try {
      const { token } = await payload.login({ collection: 'users', data: { email, password } })
      const sid = sessionOf(token)
      if (sid !== undefined) await endSession(payload, user.id, sid)
    } catch (error) {
      if (isLocked(error)) {
        tell(payload, 'account-locked', user)
        throw locked(otherwise)
      }
      if (isWrong(error) || (error instanceof Error && error.name === 'ValidationError')) {
        tell(payload, 'password-wrong', user)
        throw refusal(
          'password',
          `The password is not the one of this account; ${otherwise}. Enter it again.`,
        )
      }
      throw error
    }
  })
}

function sessionOf(token: string | undefined): string | undefined {
  const claims = token?.split('.')[1]
  if (claims === undefined) return undefined
  const { sid } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sid?: string }
  return sid
}
