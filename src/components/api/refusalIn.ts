import type { Finding } from '../../domain/model/index.ts'
import type { TextDifference } from '../../domain/review/index.ts'

/** Why the server did not do it, whole. */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly findings: readonly Finding[]
  /** What has changed since the text was read. */
  readonly difference: readonly TextDifference[]
}

/**
 * Reads Payload's error body: `errors[0]` has the message, and its `data` what programs read. A body
 * of another shape, as a proxy may send one, is a refusal without a reason.
 */
export function refusalIn(body: unknown): Refusal {
  const [first] = listIn(body, 'errors')
  const data = propertyOf(first, 'data')
  const message = propertyOf(first, 'message')
  const code = propertyOf(data, 'code')
  return {
    code: typeof code === 'string' ? code : 'unknown',
    message: typeof message === 'string' ? message : 'The server refused without saying why.',
    findings: listIn(data, 'findings') as readonly Finding[],
    difference: listIn(data, 'difference') as readonly TextDifference[],
  }
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined
}

function listIn(value: unknown, name: string): readonly unknown[] {
  const list = propertyOf(value, name)
  return Array.isArray(list) ? (list as readonly unknown[]) : []
}
