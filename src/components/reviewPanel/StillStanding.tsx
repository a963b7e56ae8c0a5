import type { ReactNode } from 'react'
import { useDocumentUrl, useReading } from '../api/index.ts'

interface Standing {
  readonly site: string
  readonly channel: string
  readonly goneIn: number | null
  readonly applied: number | null
}

/** Of a text that was withdrawn: the sites that have not said that they took it down. */
export function StillStanding(): ReactNode {
  const url = useDocumentUrl()
  const { answer } = useReading<{ readonly sites: readonly Standing[] }>(
    url === undefined ? undefined : `${url}/sites`,
  )
  if (answer?.ok !== true || answer.value.sites.length === 0) return null
  return (
    <section className="review-panel__section">
      <h4>Where it may still stand</h4>
      <ul className="review-panel__cascade">
        {answer.value.sites.map((each) => (
          <li key={`${each.site} ${each.channel}`}>{words(each)}</li>
        ))}
      </ul>
    </section>
  )
}

function words({ site, channel, goneIn, applied }: Standing): string {
  const last = applied === null ? 'never said what it applied' : `last applied release ${applied}`
  const gone =
    goneIn === null ? 'the release without it is being made' : `it is gone since release ${goneIn}`
  return `${site} (${channel}) ${last}; ${gone}.`
}
