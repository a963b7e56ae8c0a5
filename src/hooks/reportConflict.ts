import type { AfterErrorHook } from 'payload'
import { isWriteConflict } from '../records/index.ts'

/**
 * Two writers met: MongoDB undid one of them. Stock routes do not try again, so the caller is told
 * to, instead of a 500.
 */
export const reportConflict: AfterErrorHook = ({ error }) => {
  if (!isWriteConflict(error)) return undefined
  return {
    status: 409,
    response: {
      errors: [
        {
          message: 'Somebody else wrote at the same moment; nothing was saved. Try again.',
          data: { code: 'conflict' },
        },
      ],
    },
  }
}
