import type { RequestContext } from 'payload'
import type { LogEntry, Subject } from '../domain/model/index.ts'

/** What a write that passed the gate leaves for its records. */
export interface JudgedWrite {
  readonly subject: Subject
  readonly contentHash: string
  /** Top-level places that differ from the newest text before; all of them for a new one. */
  readonly changed: readonly string[]
  /** What the write does to the live text, if anything; a withdrawal names the text that leaves. */
  readonly live?:
    | { readonly action: 'publish' }
    | { readonly action: 'withdraw'; readonly reason: string; readonly contentHash: string }
}

/** To the main table, or only to the versions beside it. */
export type SaveMode = 'main' | 'beside' | 'restore-beside'

/**
 * What hooks of one request tell each other. It rides on `req.context` under a string key: Payload
 * rebuilds that object for nested calls and drops symbols. Bodies cannot reach it.
 */
export class WriteState {
  /** Where the running operation of a collection writes. */
  readonly saveMode = new Map<string, SaveMode>()
  readonly judged = new Map<LogEntry['subject'], JudgedWrite>()
  /** Set while the review endpoint takes a live text out of the feed. */
  withdrawal: { readonly reason: string } | undefined
}

const property = 'citegate'

/** The state of a request; made at the first asking. */
export function writeState(context: RequestContext): WriteState {
  const found: unknown = context[property]
  if (found instanceof WriteState) return found
  const made = new WriteState()
  context[property] = made
  return made
}
