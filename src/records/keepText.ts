import type { PayloadRequest } from 'payload'
import type { Graph, Subject } from '../domain/model/index.ts'
import { subjectName } from '../domain/model/index.ts'
import { contentHash, projectionOf } from '../domain/review/index.ts'
import { asRecorder } from './asRecorder.ts'
import { orConflict } from './orConflict.ts'

/**
 * Keeps a text under its hash, with the facts it rests on, in the transaction of the request. A text
 * that is kept already stays as it is.
 *
 * @returns the hash
 * @throws a refusal (409) when somebody else kept it at the same moment; the whole write is undone
 */
export async function keepText(
  req: PayloadRequest,
  subject: Subject,
  graph: Pick<Graph, 'studies'>,
): Promise<string> {
  const hash = contentHash(subject, graph)
  const { totalDocs } = await req.payload.db.count({
    collection: 'texts',
    where: { hash: { equals: hash } },
    req,
  })
  if (totalDocs > 0) return hash
  const data = {
    hash,
    subject: subjectName(subject),
    projection: { ...projectionOf(subject, graph) },
  }
  await orConflict(() =>
    asRecorder(req, () => req.payload.create({ collection: 'texts', data, depth: 0, req })),
  )
  return hash
}
