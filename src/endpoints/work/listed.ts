import type { WorkItem, WorkList } from '../../domain/work/index.ts'
import type { Desk } from './openDesk.ts'
import { shownItems } from './openDesk.ts'
import { namedSubjects } from './titles.ts'

/** The first of these as a list shows them, with their titles and where to find them. */
export async function listed(
  { req }: Desk,
  all: readonly Omit<WorkItem, 'title' | 'collection' | 'id'>[],
): Promise<Omit<WorkList, 'name'>> {
  const shown = all.slice(0, shownItems)
  const names = await namedSubjects(
    req,
    shown.map(({ subject }) => subject),
  )
  return {
    total: all.length,
    items: shown.flatMap((item) => {
      const named = names.get(item.subject)
      return named === undefined ? [] : { ...item, ...named }
    }),
  }
}
