import { LRUCache } from 'lru-cache'
import type { LogEntry, SubjectName } from '../domain/model/index.ts'
import type { GatedDocument, GatedSlug } from './kinds.ts'

/** A document as it was read. */
export interface Row {
  readonly document: GatedDocument
  readonly isLive: boolean
  /** Why the text could not be read; the document has its id and key alone then. */
  readonly problem?: string
}

/** A study or a claim is some thousand bytes, its log some hundred. */
const mostRows = 8_000
const mostLogs = 12_000

/**
 * What one look at the content has read lately. Texts are read part by part, and a study that many
 * claims cite would be read with each of them. It is good for one look only: what was written since
 * then is to be seen by the next.
 */
export class KeptRows {
  readonly #rows = new LRUCache<string, Row>({ max: mostRows })
  readonly #logs = new LRUCache<SubjectName, readonly LogEntry[]>({ max: mostLogs })

  row(slug: GatedSlug, id: string): Row | undefined {
    return this.#rows.get(`${slug}/${id}`)
  }

  keepRow(slug: GatedSlug, id: string, row: Row): void {
    this.#rows.set(`${slug}/${id}`, row)
  }

  log(subject: SubjectName): readonly LogEntry[] | undefined {
    return this.#logs.get(subject)
  }

  keepLog(subject: SubjectName, entries: readonly LogEntry[]): void {
    this.#logs.set(subject, entries)
  }
}
