import { Link, useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useId } from 'react'
import type { ReactNode } from 'react'
import type { WorkItem, WorkList } from '../../domain/work/index.ts'
import { workListWords } from '../words/index.ts'
import { WorkRemark } from './WorkRemark.tsx'

/** One list of the dashboard: how many there are, and the first of them. */
export function WorkListSection({ list }: { readonly list: WorkList }): ReactNode {
  const { name, total, items } = list
  const { heading, empty } = workListWords[name]
  const headingId = useId()
  return (
    <section className="work__list" aria-labelledby={headingId}>
      <h3 id={headingId}>
        {heading}: {total}
      </h3>
      {total === 0 ? (
        <p className="work__empty">{empty}</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item.subject}>
              <ItemLink item={item} />
              <WorkRemark list={name} item={item} />
            </li>
          ))}
        </ul>
      )}
      {total > items.length && items.length > 0 ? (
        <p className="work__empty">And {total - items.length} more.</p>
      ) : null}
    </section>
  )
}

function ItemLink({ item }: { readonly item: WorkItem }): ReactNode {
  const { config } = useConfig()
  const { subject, title, collection, id } = item
  const [kind = ''] = subject.split('/')
  return (
    <p className="work__title">
      <span className="work__kind">{kind}</span>{' '}
      <Link
        href={formatAdminURL({
          adminRoute: config.routes.admin,
          path: `/collections/${collection}/${id}`,
        })}
      >
        {title}
      </Link>
    </p>
  )
}
