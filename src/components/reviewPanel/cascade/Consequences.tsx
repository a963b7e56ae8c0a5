import type { ReactNode } from 'react'

/** A box for what would follow; it can be long, so it scrolls, with the keyboard too. */
export function Consequences({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <div role="status">
      <div
        role="group"
        aria-label="What would follow"
        tabIndex={0}
        className="review-panel__consequences"
      >
        {children}
      </div>
    </div>
  )
}
