import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { MadeSecret, SecretView } from '../../domain/delivery/index.ts'
import type { Refusal } from '../api/index.ts'
import { post, useReading } from '../api/index.ts'
import { CopyButton } from '../copy/index.ts'
import { instantWords } from '../words/index.ts'

const overlaps = [
  { hours: 24, words: 'for 24 hours' },
  { hours: 168, words: 'for 7 days' },
  { hours: 0, words: 'not at all: strangers know them' },
] as const

/** Which secrets sign, by their fingerprints, and making a new one, which is shown this once. */
export function Secrets({ url }: { readonly url: string }): ReactNode {
  const { answer, readAgain } = useReading<{ readonly secrets: readonly SecretView[] }>(url)
  const [made, setMade] = useState<MadeSecret>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [overlapHours, setOverlapHours] = useState<number>(24)
  const [isBusy, setBusy] = useState(false)
  const overlapId = useId()
  if (answer === undefined) return <p role="status">Reading the secrets…</p>
  if (!answer.ok) return <p role="alert">{answer.refusal.message}</p>
  const { secrets } = answer.value
  const isFirst = secrets.length === 0

  const make = async () => {
    setBusy(true)
    const outcome = await post<MadeSecret>(url, isFirst ? {} : { overlapHours })
    setBusy(false)
    setRefusal(outcome.ok ? undefined : outcome.refusal)
    if (!outcome.ok) return
    setMade(outcome.value)
    readAgain()
  }

  return (
    <>
      {isFirst ? (
        <p>It has no secret yet, and is told of nothing until it has one.</p>
      ) : (
        <ul>
          {secrets.map(({ fingerprint, since, until }) => (
            <li key={fingerprint}>
              <code>{fingerprint}</code> signs since {instantWords(since)}
              {until === null ? '' : `, until ${instantWords(until)}`}
            </li>
          ))}
        </ul>
      )}
      {made === undefined ? null : (
        <div className="webhook-panel__made" role="status">
          <p>
            The new secret. It is shown this once: give it to the receiver now, over a channel that
            nobody else reads.
          </p>
          <code className="webhook-panel__secret">{made.secret}</code>
          <CopyButton value={made.secret} />
        </div>
      )}
      {isFirst ? null : (
        <p>
          <label htmlFor={overlapId}>After a new one is made, the ones before it sign too</label>{' '}
          <select
            id={overlapId}
            value={overlapHours}
            onChange={({ target }) => setOverlapHours(Number(target.value))}
          >
            {overlaps.map(({ hours, words }) => (
              <option key={hours} value={hours}>
                {words}
              </option>
            ))}
          </select>
        </p>
      )}
      <div>
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() => void make()}
        >
          {isFirst ? 'Make the secret' : 'Make a new secret'}
        </Button>
      </div>
      {refusal === undefined ? null : <p role="alert">{refusal.message}</p>}
    </>
  )
}
