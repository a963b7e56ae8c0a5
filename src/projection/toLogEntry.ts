import type { Actor, LogDetails, LogEntry, ReviewPolicy } from '../domain/model/index.ts'
import type { Review } from '../payload-types.ts'
import { optional, present } from './text.ts'

/** A stored log entry as the domain sees it: what appendToLog wrote comes back unchanged. */
export function toLogEntry(document: Review): LogEntry {
  return present({
    sequence: document.sequence,
    at: document.at,
    subject: document.subject as LogEntry['subject'],
    action: document.action,
    contentHash: document.contentHash,
    actor: document.actor as unknown as Actor,
    meaning: optional(document.meaning) as LogEntry['meaning'],
    reason: optional(document.reason),
    policy: optional(document.policy) as unknown as ReviewPolicy | undefined,
    changed: optional(document.changed) as string[] | undefined,
    ...(optional(document.details) as LogDetails | undefined),
    previousHash: document.previousHash,
    hash: document.hash,
  })
}
