import type { APIError } from 'payload'
import { refusal } from '../refusal.ts'
import { lockMinutes } from './lockout.ts'

/** The refusal of a try at a locked account, or at an address that nobody has. */
export function locked(whatHappened: string, milliseconds = lockMinutes * 60_000): APIError {
  return refusal(
    'too-many',
    `Too many wrong passwords in a row, so no more are tried for a while; ${whatHappened}. Wait ${String(lockMinutes)} minutes, or ask an administrator to unlock the account.`,
    { retryAfter: Math.ceil(milliseconds / 1000) },
  )
}

/** Whether Payload says that the account is locked. */
export const isLocked = (error: unknown): boolean =>
  error instanceof Error && error.name === 'LockedAuth'

/** Whether Payload says that address and password do not belong together. */
export const isWrong = (error: unknown): boolean =>
  error instanceof Error && error.name === 'AuthenticationError'
