'use client'

import './reviewPanel.css'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { useDocumentUrl } from '../api/index.ts'
import { SavedReview } from './SavedReview.tsx'

/** Beside a reviewed document: where it stands, what the gate says of it, and what one can do. */
export function ReviewPanel(): ReactNode {
  const isSaved = useDocumentUrl() !== undefined
  const titleId = useId()
  return (
    <section className="review-panel" aria-labelledby={titleId}>
      <h3 id={titleId}>Review</h3>
      {isSaved ? (
        <SavedReview />
      ) : (
        <p>Save the draft first. Then its findings and its review show here.</p>
      )}
    </section>
  )
}
