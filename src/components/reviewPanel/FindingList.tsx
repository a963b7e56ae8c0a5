import type { ReactNode } from 'react'
import type { Finding } from '../../domain/model/index.ts'
import { PlaceName } from './PlaceName.tsx'

/** Findings, each with where it is, what is wrong, what to do and what says so. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  return (
    <ul className="review-panel__findings">
      {findings.map((finding, index) => (
        <li
          // Two comments at one place are two findings with the same words.
          key={`${index} ${finding.rule} ${finding.place} ${finding.channel ?? ''}`}
          className={`review-panel__finding review-panel__finding--${finding.severity}`}
        >
          <p className="review-panel__place">
            <span className="review-panel__severity">
              {finding.severity === 'error' ? 'Error' : 'Warning'}
            </span>
            <PlaceName place={finding.place} />
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
