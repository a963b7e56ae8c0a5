import type { PayloadRequest } from 'payload'
import type { SubjectName } from '../../domain/model/index.ts'
import type { WorkItem } from '../../domain/work/index.ts'
import type { GatedDocument, GatedSlug } from '../../projection/index.ts'
import { gatedSlugs, nameOf, slugOf } from '../../projection/index.ts'

/** What a text goes by in a list. */
const titleFields: Readonly<Record<GatedSlug, string>> = {
  studies: 'title',
  claims: 'statement',
  therapies: 'title',
  articles: 'title',
  conditions: 'name',
  disclaimers: 'key',
}

export function titleField(slug: GatedSlug): string {
  return titleFields[slug]
}

export function titleIn(slug: GatedSlug, document: GatedDocument): string {
  const title = document[titleFields[slug]]
  return typeof title === 'string' && title !== '' ? title : String(document['key'])
}

type Named = Pick<WorkItem, 'subject' | 'title' | 'collection' | 'id'>

/** Titles and ids of subjects by their names; what is deleted is missing. */
export async function namedSubjects(
  req: PayloadRequest,
  subjects: readonly SubjectName[],
): Promise<ReadonlyMap<SubjectName, Named>> {
  const named = new Map<SubjectName, Named>()
  for (const slug of gatedSlugs) {
    const keys = subjects
      .filter((subject) => slugOf(subject) === slug)
      .map((subject) => subject.slice(subject.indexOf('/') + 1))
    if (keys.length === 0) continue
    const { docs } = await req.payload.db.find<GatedDocument>({
      collection: slug,
      where: { key: { in: keys } },
      select: { key: true, [titleFields[slug]]: true },
      limit: 0,
      pagination: false,
      req,
    })
    for (const document of docs) {
      const subject = nameOf(slug, String(document['key']))
      const title = titleIn(slug, document)
      named.set(subject, { subject, title, collection: slug, id: String(document.id) })
    }
  }
  return named
}
