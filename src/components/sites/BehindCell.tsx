'use client'

import type { DefaultCellComponentProps } from 'payload'
import type { ReactNode } from 'react'
import { siteWords } from './behindWords.ts'
import { useSiteStanding } from './standings.ts'

/** In the list of sites: how far each is behind, by its own word. */
export function BehindCell({ rowData }: DefaultCellComponentProps): ReactNode {
  const standing = useSiteStanding(String((rowData as { id?: unknown } | undefined)?.id))
  if (standing === undefined) return <span>…</span>
  if (!standing.ok) return <span>{standing.refusal.message}</span>
  return <span>{siteWords(standing.value?.channels ?? [])}</span>
}
