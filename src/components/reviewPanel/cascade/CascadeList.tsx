import type { ReactNode } from 'react'
import type { SubjectName } from '../../../domain/model/index.ts'
import type { Cascade } from '../../../domain/release/index.ts'
import { pagesWithNotices } from './pagesWithNotices.ts'

/** What would follow: what is withheld with it, which pages stay with a notice, and what leans on it. */
export function CascadeList({
  cascade,
  lead,
}: {
  readonly cascade: Cascade
  /** How the sentence of what is withheld begins, such as "This would withhold". */
  readonly lead: string
}): ReactNode {
  const { withheld, notices, citedBy } = cascade
  const titles = new Map(citedBy.map(({ subject, title }) => [subject, title]))
  const pages = pagesWithNotices(notices)
  return (
    <>
      {withheld.length === 0 ? (
        <p>{lead}: nothing else.</p>
      ) : (
        <>
          <p>
            <strong>
              {lead}: {withheld.length}
            </strong>
          </p>
          <ul className="review-panel__cascade">
            {withheld.map(({ subject, channel, reason }) => (
              <li key={`${subject} ${channel ?? ''}`}>
                <SubjectWords subject={subject} titles={titles} />
                {channel === undefined ? '' : ` from ${channel} only`}
                <p className="review-panel__hint">{reason}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      {pages.length === 0 ? null : (
        <>
          <p>
            <strong>Stay, with a notice in its place: {pages.length}</strong>
          </p>
          <ul className="review-panel__cascade">
            {pages.map(({ page, channels }) => (
              <li key={page}>
                <SubjectWords subject={page} titles={titles} /> in {channels.join(', ')}
              </li>
            ))}
          </ul>
        </>
      )}
      {citedBy.length === 0 ? (
        <p>Nothing cites it.</p>
      ) : (
        <>
          <p>
            <strong>Leans on it: {citedBy.length}</strong>
          </p>
          <ul className="review-panel__cascade">
            {citedBy.map(({ subject, isLive }) => (
              <li key={subject}>
                <SubjectWords subject={subject} titles={titles} /> ({isLive ? 'live' : 'not live'})
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** What it is by its kind and its title, or its key where no title is known. */
function SubjectWords({
  subject,
  titles,
}: {
  readonly subject: SubjectName
  readonly titles: ReadonlyMap<SubjectName, string>
}): ReactNode {
  const [kind, key] = subject.split('/')
  const title = titles.get(subject)
  return (
    <span title={subject}>
      {kind} {title === undefined || title === '' ? key : `“${title}”`}
    </span>
  )
}
