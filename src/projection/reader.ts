import type { BasePayload, PayloadRequest } from 'payload'
import type { SubjectName } from '../domain/model/index.ts'
import type { KeptRows } from './keptRows.ts'

/** What to read with: the request carries the transaction, so that a hook sees its own writes. */
export interface Reader {
  readonly payload: BasePayload
  readonly req?: Partial<PayloadRequest>
  /**
   * Told of each live subject whose text cannot be read, and why; it is left out then. Without it a
   * damaged text is an error.
   */
  readonly tellUnreadable?: (subject: SubjectName, problem: string) => void
  /** Told how many documents a query gave: what a release costs the database. */
  readonly tellRead?: (documents: number) => void
  /** What was read before and is not to be read again. */
  readonly kept?: KeptRows
}
