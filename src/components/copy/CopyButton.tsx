import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { ReactNode } from 'react'

/** Copies a text that is shown beside it. Payload's own has no name for those who do not see it. */
export function CopyButton({ value }: { readonly value: string }): ReactNode {
  const [outcome, setOutcome] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setOutcome('Copied.')
    } catch {
      // Browsers allow it over https and on this machine only.
      setOutcome('This browser does not let us copy. Mark the text and copy it yourself.')
    }
  }
  return (
    <>
      <Button size="small" buttonStyle="secondary" margin={false} onClick={() => void copy()}>
        Copy
      </Button>{' '}
      <span role="status">{outcome}</span>
    </>
  )
}
