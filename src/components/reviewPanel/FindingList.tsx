import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import type { ClientField } from 'payload'
import type { ReactNode } from 'react'
import type { Finding } from '../../domain/model/index.ts'
import { formPlace } from './formPlace.ts'
import { goToPlace } from './goToPlace.ts'

/** Findings, each with where it is, what is wrong, what to do and what says so. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const { getEntityConfig } = useConfig()
  const { collectionSlug = '' } = useDocumentInfo()
  const { fields } = getEntityConfig({ collectionSlug })
  return (
    <ul className="review-panel__findings">
      {findings.map((finding) => (
        <li
          key={`${finding.rule} ${finding.place} ${finding.channel ?? ''} ${finding.message}`}
          className={`review-panel__finding review-panel__finding--${finding.severity}`}
        >
          <p className="review-panel__place">
            <span className="review-panel__severity">
              {finding.severity === 'error' ? 'Error' : 'Warning'}
            </span>
            <PlaceName place={finding.place} fields={fields} />
            {finding.channel === undefined ? null : <span>for {finding.channel} only</span>}
          </p>
          <p>{finding.message}</p>
          <p className="review-panel__remedy">{finding.remedy}</p>
          <p className="review-panel__authority">
            Rests on <AuthorityName authority={finding.authority} />
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Leads to the field, where the form has one. */
function PlaceName({
  place,
  fields,
}: {
  readonly place: string
  readonly fields: readonly ClientField[]
}): ReactNode {
  const { words, isInForm } = formPlace(place, fields)
  if (!isInForm) return <span>{words}</span>
  return (
    <button
      type="button"
      className="review-panel__link"
      onClick={({ currentTarget: { form } }) => {
        if (form !== null) goToPlace(form, place)
      }}
    >
      {words}
    </button>
  )
}

function AuthorityName({ authority }: Pick<Finding, 'authority'>): ReactNode {
  return authority.url === undefined ? (
    authority.label
  ) : (
    <a href={authority.url} target="_blank" rel="noreferrer">
      {authority.label}
      <span className="review-panel__spoken"> (opens in a new tab)</span>
    </a>
  )
}
