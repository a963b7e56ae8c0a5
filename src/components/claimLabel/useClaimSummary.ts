import { useConfig, useDocumentEvents } from '@payloadcms/ui'
import { formatAdminURL } from 'payload/shared'
import { useEffect, useState } from 'react'
import { claimInBatch } from './claimBatch.ts'
import type { ClaimSummary } from './claimSummary.ts'

/** A claim as it is now, or why it cannot be shown. */
export type ClaimReading = ClaimSummary | 'reading' | 'missing' | 'unreadable'

/** Reads a claim by its id, and again when it is saved on this page, as in a drawer. */
export function useClaimSummary(id: string): ClaimReading {
  const { config } = useConfig()
  const { mostRecentUpdate } = useDocumentEvents()
  const [reading, setReading] = useState<{ readonly id: string; readonly claim: ClaimReading }>()
  const url = formatAdminURL({ apiRoute: config.routes.api, path: '/claims' })
  const savedAt = mostRecentUpdate?.entitySlug === 'claims' ? mostRecentUpdate.updatedAt : undefined

  useEffect(() => {
    let isWanted = true
    const show = (claim: ClaimReading) => {
      if (isWanted) setReading({ id, claim })
    }
    claimInBatch(url, id).then(
      (claim) => show(claim ?? 'missing'),
      () => show('unreadable'),
    )
    return () => {
      isWanted = false
    }
  }, [url, id, savedAt])

  return reading?.id === id ? reading.claim : 'reading'
}
