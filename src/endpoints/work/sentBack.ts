import type { WorkList } from '../../domain/work/index.ts'
import type { Desk } from './openDesk.ts'
import { shownItems } from './openDesk.ts'
import { ownTexts } from './ownTexts.ts'
import { readLog } from './readLog.ts'

/** Texts this person wrote that a reviewer sent back, the last one first, with the reason. */
export async function sentBack(desk: Desk): Promise<Omit<WorkList, 'name'>> {
  const texts = await ownTexts(desk, ({ reviewStatus }) => reviewStatus === 'changes-requested')
  const log = await readLog(desk.req, {
    action: { equals: 'request-changes' },
    subject: { in: texts.map(({ subject }) => subject) },
  })
  const items = texts
    .map(({ slug, id, subject, title }) => {
      const answer = log.get(subject)?.at(-1)
      const { at = '', reason = '', actor } = answer ?? {}
      const by = actor?.name
      const item = { subject, title, collection: slug, id, at, reason }
      return by === undefined ? item : { ...item, by }
    })
    .toSorted((one, other) => (one.at > other.at ? -1 : 1))
  return { total: items.length, items: items.slice(0, shownItems) }
}
