import type { SubjectName } from '../../../domain/model/index.ts'
import type { Cascade } from '../../../domain/release/index.ts'

/** A page that stays, and in which channels it shows a notice. */
export interface PageWithNotice {
  readonly page: SubjectName
  readonly channels: readonly string[]
}

/** The notices of a cascade, page by page. */
export function pagesWithNotices(notices: Cascade['notices']): readonly PageWithNotice[] {
  const channels = new Map<SubjectName, Set<string>>()
  for (const { page, channel } of notices) {
    channels.set(page, (channels.get(page) ?? new Set()).add(channel))
  }
  return [...channels].map(([page, among]) => ({ page, channels: [...among] }))
}
