import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Answer } from '../api/index.ts'
import { post } from '../api/index.ts'
import type { SentOutcome } from './sentWords.ts'
import { sentWords } from './sentWords.ts'

/** Sends something to a webhook, and says what came of it. */
export function SendButton({
  url,
  label,
  isDisabled = false,
  onSent,
}: {
  readonly url: string
  readonly label: string
  readonly isDisabled?: boolean
  readonly onSent?: () => void
}): ReactNode {
  const [isBusy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer<SentOutcome>>()

  const send = async () => {
    setBusy(true)
    setAnswer(undefined)
    const outcome = await post<SentOutcome>(url, {})
    setBusy(false)
    setAnswer(outcome)
    if (outcome.ok) onSent?.()
  }

  return (
    <>
      <div>
        <Button
          buttonStyle="secondary"
          disabled={isBusy || isDisabled}
          margin={false}
          onClick={() => void send()}
        >
          {isBusy ? 'Sending…' : label}
        </Button>
      </div>
      <div role="status" className="webhook-panel__outcome">
        {answer === undefined ? null : answer.ok ? (
          <p>{sentWords(answer.value)}</p>
        ) : (
          <p>{answer.refusal.message}</p>
        )}
      </div>
    </>
  )
}
