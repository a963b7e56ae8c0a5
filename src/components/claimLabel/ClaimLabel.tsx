'use client'

import './claimLabel.css'
import { useFormFields } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { shortened } from './shortened.ts'
import { stateWords } from './stateWords.ts'
import { useClaimSummary } from './useClaimSummary.ts'

/** A claim in running text: its words as readers see them, and where it stands. */
export function ClaimLabel(): ReactNode {
  const id = useFormFields(([fields]) => idOf(fields.claim?.value))
  return (
    <span className="claim-label">
      {id === undefined ? 'Choose a claim' : <ChosenClaim id={id} />}
    </span>
  )
}

function ChosenClaim({ id }: { readonly id: string }): ReactNode {
  const claim = useClaimSummary(id)
  if (claim === 'reading') return 'Claim…'
  if (claim === 'missing') return 'There is no such claim: choose another.'
  if (claim === 'unreadable') return 'The claim cannot be read now.'
  return (
    <>
      <span title={claim.statement}>{shortened(claim.statement)}</span>
      <span className={`claim-label__state claim-label__state--${claim.liveState}`}>
        {stateWords(claim)}
      </span>
    </>
  )
}

/** A relationship holds an id, or the document itself where somebody populated it. */
function idOf(value: unknown): string | undefined {
  if (typeof value === 'string' && value !== '') return value
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined
  return idOf(value.id)
}
