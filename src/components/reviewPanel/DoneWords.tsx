import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

/** Says what has just been done, aloud too, and takes the focus from the form that has closed. */
export function DoneWords({ words }: { readonly words: string }): ReactNode {
  const status = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (words !== '') status.current?.focus()
  }, [words])
  return (
    <p ref={status} role="status" tabIndex={-1} className="review-panel__status">
      {words}
    </p>
  )
}
