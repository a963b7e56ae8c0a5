import type { BasePayload } from 'payload'
import type { SubjectName } from '../domain/model/index.ts'
import { env } from '../env.ts'
import { gatedSlugs, nameOf, slugOf } from '../projection/index.ts'
import type { DigestEntry } from './digest/index.ts'

/** A subject as a person knows it. */
export type KnownSubject = Pick<DigestEntry, 'title' | 'url'>

/** Titles and places of subjects, as their newest texts have them; a deleted one keeps its name. */
export async function subjectsOf(
  payload: BasePayload,
  names: readonly SubjectName[],
): Promise<(name: SubjectName) => KnownSubject> {
  const found = new Map<SubjectName, KnownSubject>()
  for (const slug of gatedSlugs) {
    const keys = [...new Set(names)].filter((name) => slugOf(name) === slug).map(keyIn)
    if (keys.length === 0) continue
    const { docs } = await payload.find({
      collection: slug,
      where: { key: { in: keys } },
      draft: true,
      depth: 0,
      limit: 0,
      pagination: false,
    })
    for (const document of docs) {
      found.set(nameOf(slug, document.key), {
        title: titleOf(document) ?? document.key,
        url: `${env.publicUrl}/admin/collections/${slug}/${encodeURIComponent(document.id)}`,
      })
    }
  }
  return (name) => found.get(name) ?? { title: name }
}

function keyIn(name: SubjectName): string {
  return name.slice(name.indexOf('/') + 1)
}

function titleOf(document: object): string | undefined {
  const { title, statement, name } = document as Readonly<Record<string, unknown>>
  return [title, statement, name].find(
    (text): text is string => typeof text === 'string' && text.trim() !== '',
  )
}
