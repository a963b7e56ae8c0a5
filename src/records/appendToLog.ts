import type { PayloadRequest } from 'payload'
import type { Graph, LogEntry, NewLogEntry, Subject } from '../domain/model/index.ts'
import { logDetails } from '../domain/model/index.ts'
import { appendEntry } from '../domain/review/index.ts'
import type { Review } from '../payload-types.ts'
import { asRecorder } from './asRecorder.ts'
import { keepText } from './keepText.ts'
import { orConflict } from './orConflict.ts'

/** A text as its hash is taken: with the facts it rests on. */
export interface NamedText {
  readonly subject: Subject
  readonly graph: Pick<Graph, 'studies'>
}

/**
 * Adds an entry at the end of the review log, in the transaction of the request, and keeps the text
 * that it names.
 *
 * @param text - what the entry's hash is of; undefined where the text is gone
 * @throws a refusal (409) when somebody else appended in between; the whole write is undone then
 */
export async function appendToLog(
  req: PayloadRequest,
  entry: NewLogEntry,
  text: NamedText | undefined,
): Promise<LogEntry> {
  if (text !== undefined) {
    const kept = await keepText(req, text.subject, text.graph)
    if (kept !== entry.contentHash) {
      throw new Error(`An entry about ${entry.subject} names another text than it was made for.`)
    }
  }
  const { docs } = await req.payload.db.find<Review>({
    collection: 'reviews',
    sort: '-sequence',
    limit: 1,
    pagination: false,
    req,
  })
  const appended = appendEntry(docs[0], entry)
  const data = {
    ...appended,
    actorKey: appended.actor.key,
    actorName: appended.actor.name,
    actor: { ...appended.actor },
    policy: appended.policy === undefined ? null : { ...appended.policy },
    changed: appended.changed === undefined ? null : [...appended.changed],
    details: detailsOf(appended),
  } as unknown as Omit<Review, 'id' | 'createdAt' | 'updatedAt'>
  await orConflict(() =>
    asRecorder(req, () => req.payload.create({ collection: 'reviews', data, depth: 0, req })),
  )
  return appended
}

/** What only some actions say, in one column. */
function detailsOf(entry: LogEntry): Record<string, unknown> | null {
  const said = logDetails.filter((name) => entry[name] !== undefined)
  return said.length === 0 ? null : Object.fromEntries(said.map((name) => [name, entry[name]]))
}
