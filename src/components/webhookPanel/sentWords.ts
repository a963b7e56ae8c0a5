import type { DeliveryState } from '../../domain/delivery/index.ts'
import { instantWords } from '../words/index.ts'

/** What the server says of something that was sent by hand. */
export interface SentOutcome {
  readonly state: DeliveryState
  readonly problem: string | null
  readonly attempt: { readonly status?: number; readonly ms: number } | null
  /** ISO instant of the next try. */
  readonly dueAt: string | null
}

/** What came of it, in a sentence or two. */
export function sentWords({ state, problem, attempt, dueAt }: SentOutcome): string {
  if (state === 'delivered') {
    const answered = `${String(attempt?.status ?? '')} after ${String(attempt?.ms ?? 0)} ms`
    return `It arrived: the receiver answered ${answered}.`
  }
  const next = dueAt === null ? '' : ` It is tried again on ${instantWords(dueAt)}.`
  return `It did not arrive. ${problem ?? 'Nothing is known of why.'}${next}`
}
