import type { PayloadRequest, Where } from 'payload'
import type { SubjectName } from '../../domain/model/index.ts'

/** The subjects of some entries of the review log, each once, however many entries there are. */
export async function subjectsIn(
  req: PayloadRequest,
  where: Where,
): Promise<ReadonlySet<SubjectName>> {
  const { values } = await req.payload.db.findDistinct({
    collection: 'reviews',
    field: 'subject',
    where,
    req,
  })
  return new Set(values.map(({ subject }) => subject as SubjectName))
}
