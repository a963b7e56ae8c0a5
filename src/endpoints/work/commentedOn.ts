import type { WorkList } from '../../domain/work/index.ts'
import type { Desk } from './openDesk.ts'
import { shownItems } from './openDesk.ts'
import { ownTexts } from './ownTexts.ts'

/** Texts this person wrote on which comments are open, those with the most first. */
export async function commentedOn(desk: Desk): Promise<Omit<WorkList, 'name'>> {
  const texts = await ownTexts(desk, ({ openComments }) => openComments > 0)
  const items = texts
    .map(({ slug, id, subject, title, openComments }) => ({
      subject,
      title,
      collection: slug,
      id,
      openComments,
    }))
    .toSorted(
      (one, other) =>
        other.openComments - one.openComments || (one.subject < other.subject ? -1 : 1),
    )
  return { total: items.length, items: items.slice(0, shownItems) }
}
