'use client'

import './sites.css'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { instantWords } from '../words/index.ts'
import { behindWords } from './behindWords.ts'
import { SiteKeys } from './SiteKeys.tsx'
import type { ChannelStanding } from './standings.ts'
import { useSiteStanding } from './standings.ts'

/** On the page of a site: what it said that it applied, and for administrators its keys. */
export function SitePanel(): ReactNode {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const standing = useSiteStanding(id === undefined ? undefined : String(id))
  if (id === undefined) {
    return <p className="site-panel">Save the site first. Then its receipts and keys show here.</p>
  }
  const { roles } = (user ?? {}) as { readonly roles?: readonly string[] }
  return (
    <section className="site-panel" aria-label="Receipts and keys">
      <h3>Receipts</h3>
      {standing === undefined ? <p role="status">Reading the receipts…</p> : null}
      {standing?.ok === false ? <p role="alert">{standing.refusal.message}</p> : null}
      {standing?.ok === true ? <Receipts channels={standing.value?.channels ?? []} /> : null}
      {roles?.includes('admin') === true ? <SiteKeys siteId={String(id)} /> : null}
    </section>
  )
}

function Receipts({ channels }: { readonly channels: readonly ChannelStanding[] }): ReactNode {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Channel</th>
          <th scope="col">Release applied</th>
          <th scope="col">When</th>
          <th scope="col">Where it stands</th>
        </tr>
      </thead>
      <tbody>
        {channels.map((each) => (
          <tr key={each.channel}>
            <th scope="row">{each.channel}</th>
            <td>{each.release ?? '—'}</td>
            <td>{each.appliedAt === null ? '—' : instantWords(each.appliedAt)}</td>
            <td>
              {behindWords(each)}
              {each.wentBack === null
                ? null
                : `; went back from release ${each.wentBack.from} on ${instantWords(each.wentBack.at)}`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
