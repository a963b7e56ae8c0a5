import type { BasePayload, PayloadRequest } from 'payload'
import type { LogRow } from '../domain/audit/index.ts'
import type { Review } from '../payload-types.ts'
import { toLogEntry } from '../projection/index.ts'
import { rowsOf } from './rowsOf.ts'

/** Rows of the review log in the order of their numbers, behind one of them if asked. */
export async function* logRows(
  payload: BasePayload,
  after?: number,
  req?: Partial<PayloadRequest>,
): AsyncGenerator<LogRow> {
  const wanted = { collection: 'reviews', by: 'sequence', after, ...(req && { req }) } as const
  for await (const { row, problem } of rowsOf(payload, wanted)) {
    yield problem === undefined
      ? {
          entry: toLogEntry(row as unknown as Review),
          listedAs: { key: row['actorKey'], name: row['actorName'] },
        }
      : { entry: row, problem }
  }
}
