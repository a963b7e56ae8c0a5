import { APIError } from 'payload'
import type { Finding } from './domain/model/index.ts'
import type { TextDifference } from './domain/review/index.ts'

/** What went wrong, for programs: permanent codes, documented in the README. */
export type RefusalCode =
  | 'not-signed-in'
  | 'role'
  | 'author'
  | 'state'
  | 'stale'
  | 'comments'
  | 'assignee'
  | 'findings'
  | 'malformed'
  | 'too-large'
  | 'reason'
  | 'meaning'
  | 'password'
  | 'in-use'
  | 'conflict'
  | 'not-found'
  | 'too-many'

const statusByCode: Readonly<Record<RefusalCode, number>> = {
  'not-signed-in': 401,
  role: 403,
  author: 403,
  password: 403,
  'not-found': 404,
  state: 409,
  stale: 409,
  comments: 409,
  assignee: 409,
  'in-use': 409,
  conflict: 409,
  malformed: 400,
  'too-large': 413,
  reason: 400,
  meaning: 400,
  findings: 422,
  'too-many': 429,
}

export interface RefusalDetails {
  readonly findings?: readonly Finding[]
  /** What would be possible instead. */
  readonly possible?: readonly string[]
  /** The hash of the text as it is, when the caller named another. */
  readonly contentHash?: string
  /** What has changed since the text that the caller named. */
  readonly difference?: readonly TextDifference[]
  /** Public names of what stands in the way. */
  readonly dependents?: readonly string[]
  /** After how many seconds it may be tried again. */
  readonly retryAfter?: number
}

/** An expected refusal as Payload's error: `errors[0]` holds the message and `data.code`. */
export function refusal(
  code: RefusalCode,
  message: string,
  details: RefusalDetails = {},
): APIError {
  return new APIError(message, statusByCode[code], { code, ...details }, true)
}

/** The refusal of a publication: the message says the first findings, the data all of them. */
export function refusedByGate(subject: string, findings: readonly Finding[]): APIError {
  const errors = findings.filter(({ severity }) => severity === 'error')
  const shown = errors.slice(0, 3).map(({ message, remedy }) => `${message} ${remedy}`)
  const rest = errors.length - shown.length
  const more = rest > 0 ? ` And ${String(rest)} more.` : ''
  return refusal('findings', `${subject} cannot go live. ${shown.join(' ')}${more}`, { findings })
}
