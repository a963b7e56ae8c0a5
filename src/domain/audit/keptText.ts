import type { SubjectName } from '../model/index.ts'
import { canonicalDigest, projectionHash } from '../review/index.ts'
import { isRecord } from './isRecord.ts'

/** A text of record: what a hash in the log was taken over. */
export interface KeptText {
  readonly hash: string
  readonly subject: SubjectName
  /** The subject's own properties, without empty ones. */
  readonly words: Readonly<Record<string, unknown>>
  /** The facts of the studies it cites, each with the `key` of its study. */
  readonly evidence: readonly Readonly<Record<string, unknown>>[]
}

export type ReadText =
  | { readonly ok: true; readonly text: KeptText }
  | {
      readonly ok: false
      readonly isAltered: boolean
      /** The rest of a sentence that begins with the text. */
      readonly problem: string
    }

/** Takes a stored row for the text it says it is, if its hash is of what it holds. Never throws. */
export function readText(row: unknown): ReadText {
  const { hash, subject, projection } = isRecord(row) ? row : {}
  if (typeof hash !== 'string' || typeof subject !== 'string' || !isRecord(projection)) {
    return { ok: false, isAltered: false, problem: 'has no hash, no subject or no text' }
  }
  const { subject: words, evidence = [] } = projection
  const isOf = isRecord(words) ? `${String(words['kind'])}/${String(words['key'])}` : ''
  if (hashOf(projection) !== hash || isOf !== subject || !isRecord(words)) {
    return { ok: false, isAltered: true, problem: 'does not say what it said when it was kept' }
  }
  const facts = Array.isArray(evidence) ? evidence.filter(isRecord) : []
  return { ok: true, text: { hash, subject: subject as SubjectName, words, evidence: facts } }
}

function hashOf(projection: object): string | undefined {
  try {
    return projectionHash(projection)
  } catch {
    return undefined
  }
}

/** A digest of what a text says by itself. The facts it cites can change without a write to it. */
export function digestOfWords(words: Readonly<Record<string, unknown>>): string {
  return canonicalDigest(words)
}
