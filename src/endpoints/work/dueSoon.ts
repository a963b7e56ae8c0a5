import { addDays, isoDate } from '../../domain/review/index.ts'
import type { WorkItem, WorkList } from '../../domain/work/index.ts'
import type { GatedDocument } from '../../projection/index.ts'
import { nameOf } from '../../projection/index.ts'
import type { Desk } from './openDesk.ts'
import { shownItems } from './openDesk.ts'
import { dayOf, reviewedSlugs } from './reviewedTexts.ts'
import { titleField, titleIn } from './titles.ts'

/** How many days ahead a review counts as due soon. */
const horizonDays = 30

/** Live texts whose signatures run out soon, or have run out, the first first. */
export async function dueSoon({ req, now }: Desk): Promise<Omit<WorkList, 'name'>> {
  const items: WorkItem[] = []
  let total = 0
  for (const slug of reviewedSlugs) {
    const { docs, totalDocs } = await req.payload.db.find<GatedDocument>({
      collection: slug,
      where: {
        liveStatus: { equals: 'live' },
        reviewDue: { less_than_equal: addDays(isoDate(now), horizonDays) },
      },
      select: { key: true, reviewDue: true, [titleField(slug)]: true },
      sort: 'reviewDue',
      limit: shownItems,
      req,
    })
    total += totalDocs
    for (const document of docs) {
      items.push({
        subject: nameOf(slug, String(document['key'])),
        title: titleIn(slug, document),
        collection: slug,
        id: String(document.id),
        due: dayOf(document['reviewDue']),
      })
    }
  }
  const first = items.toSorted((one, other) => ((one.due ?? '') < (other.due ?? '') ? -1 : 1))
  return { total, items: first.slice(0, shownItems) }
}
