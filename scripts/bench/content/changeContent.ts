import type { BasePayload } from 'payload'
import type { Claim, LogEntry } from '../../../src/domain/model/index.ts'
import { appendEntry } from '../../../src/domain/review/index.ts'
import { loadLiveNeighbourhood } from '../../../src/projection/index.ts'
import { idOf, logRow, subjectRow } from './documents.ts'
import { historyOf } from './history.ts'

/** Changes of generated content, past the gate: each leaves what the workflow would have left. */

/** Publishes other words of a claim, signed, as the gate would have left them. */
export async function changeClaim(payload: BasePayload, key: string): Promise<void> {
  const { graph } = await loadLiveNeighbourhood({ payload }, 'claims', [key])
  const known = graph.claims.get(key)
  if (known === undefined) throw new Error(`There is no claim ${key}.`)
  const changed: Claim = { ...known.subject, statement: `${known.subject.statement} Anew.` }
  const { id: _id, ...data } = subjectRow(changed)
  await payload.db.updateOne({ collection: 'claims', id: idOf(`claim/${key}`), data })
  for (const entry of historyOf(changed, graph.studies, await head(payload))) {
    await payload.db.create({ collection: 'reviews', data: logRow(entry) })
  }
}

/** Takes a claim out of public, as the workflow would have left it. */
export async function withdrawClaim(payload: BasePayload, key: string): Promise<void> {
  const { graph } = await loadLiveNeighbourhood({ payload }, 'claims', [key])
  const known = graph.claims.get(key)
  if (known === undefined) throw new Error(`There is no claim ${key}.`)
  const [published] = historyOf(known.subject, graph.studies, await head(payload)).slice(-1)
  if (published === undefined) throw new Error(`${key} has no history.`)
  const { sequence: _number, hash: _hash, previousHash: _previous, ...said } = published
  const entry = appendEntry(await head(payload), {
    ...said,
    action: 'withdraw',
    reason: 'Generated reason.',
  })
  const data = { _status: 'draft', liveStatus: 'withdrawn' }
  await payload.db.updateOne({ collection: 'claims', id: idOf(`claim/${key}`), data })
  await payload.db.create({ collection: 'reviews', data: logRow(entry) })
}

async function head(payload: BasePayload): Promise<LogEntry | undefined> {
  const { docs } = await payload.db.find<LogEntry>({
    collection: 'reviews',
    sort: '-sequence',
    limit: 1,
    pagination: false,
  })
  return docs[0]
}
