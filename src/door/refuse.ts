import type { Response } from 'express'

/** Why the door lets nobody in: permanent codes, documented in the README. */
export type DoorCode =
  'bad-path' | 'foreign-origin' | 'length-required' | 'not-signed-in' | 'too-large' | 'too-many'

const statusByCode: Readonly<Record<DoorCode, number>> = {
  'bad-path': 400,
  'not-signed-in': 401,
  'foreign-origin': 403,
  'length-required': 411,
  'too-large': 413,
  'too-many': 429,
}

/** Answers as the API does: `errors[0]` holds the message and `data.code`. */
export function refuse(res: Response, code: DoorCode, message: string): void {
  res
    .status(statusByCode[code])
    .set('Cache-Control', 'no-store')
    .json({ errors: [{ message, data: { code } }] })
}
