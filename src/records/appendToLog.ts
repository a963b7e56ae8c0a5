import type { PayloadRequest } from 'payload'
import type { LogEntry, NewLogEntry } from '../domain/model/index.ts'
import { logDetails } from '../domain/model/index.ts'
import { appendEntry } from '../domain/review/index.ts'
import type { Review } from '../payload-types.ts'
import { asRecorder } from './asRecorder.ts'
import { refusal } from '../refusal.ts'

/**
 * Adds an entry at the end of the review log, in the transaction of the request.
 *
 * @throws a refusal (409) when somebody else appended in between; the whole write is undone then
 */
export async function appendToLog(req: PayloadRequest, entry: NewLogEntry): Promise<LogEntry> {
  const { docs } = await req.payload.db.find<Review>({
    collection: 'reviews',
    sort: '-sequence',
    limit: 1,
    pagination: false,
    req,
  })
  const appended = appendEntry(docs[0], entry)
  try {
    await asRecorder(req, () =>
      req.payload.create({
        collection: 'reviews',
        data: {
          ...appended,
          actorKey: appended.actor.key,
          actorName: appended.actor.name,
          actor: { ...appended.actor },
          policy: appended.policy === undefined ? null : { ...appended.policy },
          changed: appended.changed === undefined ? null : [...appended.changed],
          details: detailsOf(appended),
        } as unknown as Omit<Review, 'id' | 'createdAt' | 'updatedAt'>,
        depth: 0,
        req,
      }),
    )
  } catch (error) {
    if (error instanceof Error && error.name === 'ValidationError') {
      throw refusal(
        'conflict',
        'Somebody else wrote at the same moment; nothing was saved. Try again.',
      )
    }
    throw error
  }
  return appended
}

/** What only some actions say, in one column. */
function detailsOf(entry: LogEntry): Record<string, unknown> | null {
  const said = logDetails.filter((name) => entry[name] !== undefined)
  return said.length === 0 ? null : Object.fromEntries(said.map((name) => [name, entry[name]]))
}
