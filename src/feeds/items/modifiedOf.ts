import type { SubjectName } from '../../domain/model/index.ts'
import { isPublication, subjectName } from '../../domain/model/index.ts'
import type { FeedItem } from '../schemas/index.ts'
import type { ItemContext } from './itemContext.ts'

/**
 * The instant at which what an item says was last published or signed, with the claims and
 * disclaimers that stand in it, or at which the newest notice in it took the place of a claim.
 * Undefined where the log knows of nothing of that.
 */
export function modifiedOf(item: FeedItem, { graph }: ItemContext): string | undefined {
  const claims = 'claims' in item ? item.claims : []
  const notices = 'notices' in item ? item.notices : []
  const names: readonly SubjectName[] = [
    subjectName(item),
    ...claims.map(({ key }) => `claim/${key}` as const),
    ...item.disclaimers.map(({ key }) => `disclaimer/${key}` as const),
  ]
  return [
    ...names.flatMap((name) => graph.log.get(name)?.findLast(isPublication)?.at ?? []),
    ...[item, ...claims].flatMap(({ approvals }) => approvals.map(({ at }) => at)),
    ...notices.map(({ date }) => `${date}T00:00:00.000Z`),
  ]
    .sort()
    .at(-1)
}
