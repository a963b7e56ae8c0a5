import type { ReactNode } from 'react'
import type { Finding, Severity } from '../../domain/model/index.ts'
import { FindingList } from './FindingList.tsx'

const consequences: Readonly<Record<Severity, string>> = {
  error: 'Nothing with an error is published.',
  warning: 'A warning keeps nothing back; look at it.',
}

const nouns: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
}

/** All the gate says of the saved text, errors first. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  if (findings.length === 0) {
    return <p className="review-panel__clean">No findings: every rule is content with this text.</p>
  }
  return (
    <>
      <FindingGroup severity="error" findings={findings} />
      <FindingGroup severity="warning" findings={findings} />
    </>
  )
}

function FindingGroup({
  severity,
  findings,
}: {
  readonly severity: Severity
  readonly findings: readonly Finding[]
}): ReactNode {
  const group = findings.filter((finding) => finding.severity === severity)
  if (group.length === 0) return null
  const [one, many] = nouns[severity]
  return (
    <section className="review-panel__section">
      <h4>
        {group.length} {group.length === 1 ? one : many}
      </h4>
      <p className="review-panel__hint">{consequences[severity]}</p>
      <FindingList findings={group} />
    </section>
  )
}
