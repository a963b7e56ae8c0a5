import { useConfig } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'
import type { Answer } from '../api/index.ts'
import { ask } from '../api/index.ts'

/** What a site said of a channel, as `GET /api/sites/standings` answers. */
export interface ChannelStanding {
  readonly channel: string
  readonly release: number | null
  readonly appliedAt: string | null
  readonly wentBack: { readonly from: number; readonly at: string } | null
  readonly behind: { readonly releases: number; readonly since: string | null }
}

export interface SiteStanding {
  readonly id: string
  readonly key: string
  readonly channels: readonly ChannelStanding[]
}

interface Standings {
  readonly release: number | null
  readonly sites: readonly SiteStanding[]
}

/** A list shows a site in each row: all of them ask within a moment, and one request serves them. */
const freshMs = 5000

let last: { readonly url: string; readonly at: number; readonly answer: Promise<Answer<Standings>> }

function readStandings(url: string, now: number): Promise<Answer<Standings>> {
  const isFresh = (last as typeof last | undefined)?.url === url && now - last.at <= freshMs
  if (!isFresh) last = { url, at: now, answer: ask(url) }
  return last.answer
}

/** How far a site is; absent while that is being read. */
export function useSiteStanding(
  id: string | undefined,
): Answer<SiteStanding | undefined> | undefined {
  const { config } = useConfig()
  const [standings, setStandings] = useState<Answer<Standings>>()
  const url = formatAdminURL({ apiRoute: config.routes.api, path: '/sites/standings' })

  useEffect(() => {
    if (id === undefined) return
    let isShown = true
    void readStandings(url, Date.now()).then((answer) => {
      if (isShown) setStandings(answer)
    })
    return () => {
      isShown = false
    }
  }, [url, id])

  if (standings?.ok !== true) return standings
  return { ok: true, value: standings.value.sites.find((site) => site.id === id) }
}
