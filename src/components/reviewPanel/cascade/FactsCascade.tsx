import { Button, useForm, useFormModified } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import type { Cascade } from '../../../domain/release/index.ts'
import type { Answer } from '../../api/index.ts'
import { post, useDocumentUrl } from '../../api/index.ts'
import type { ReviewView } from '../reviewView.ts'
import { CascadeList } from './CascadeList.tsx'
import { Consequences } from './Consequences.tsx'

/** What the facts in the form, or the saved ones, would bring about. */
interface Foretold {
  /** Hash of the saved text, or `form` for what has not been saved. */
  readonly of: string
  readonly answer: Answer<Cascade>
}

/**
 * Shows whoever changes the facts of a live study what would fall if they were published: of a
 * saved draft at once, of what is still in the form when they ask.
 */
export function FactsCascade({ view }: { readonly view: ReviewView }): ReactNode {
  const url = useDocumentUrl()
  const isModified = useFormModified()
  const { getData } = useForm()
  const [foretold, setForetold] = useState<Foretold>()
  const [isAsking, setIsAsking] = useState(false)
  const { contentHash, isNewestLive } = view
  const isWaiting = !isNewestLive && !isModified

  useEffect(() => {
    if (!isWaiting || url === undefined) return
    const controller = new AbortController()
    foretell(url, {}, controller.signal).then(
      (answer) => {
        if (!controller.signal.aborted) setForetold({ of: contentHash, answer })
      },
      (error: unknown) => {
        if (!controller.signal.aborted) throw error
      },
    )
    return () => {
      controller.abort()
    }
  }, [url, isWaiting, contentHash])

  const askNow = async () => {
    if (url === undefined) return
    setIsAsking(true)
    const answer = await foretell(url, getData())
    setIsAsking(false)
    setForetold({ of: 'form', answer })
  }

  if (isNewestLive && !isModified) return null
  const shown = foretold?.of === (isModified ? 'form' : contentHash) ? foretold.answer : undefined
  return (
    <section className="review-panel__section">
      <h4>If these facts are published</h4>
      {isModified ? (
        <div className="review-panel__buttons">
          <Button
            size="small"
            margin={false}
            buttonStyle="secondary"
            disabled={isAsking}
            onClick={() => void askNow()}
          >
            {isAsking ? 'One moment…' : 'What would fall?'}
          </Button>
        </div>
      ) : null}
      {shown === undefined && isModified ? null : (
        <Consequences>
          {shown === undefined ? <p>Reading what would fall…</p> : <Told answer={shown} />}
        </Consequences>
      )}
    </section>
  )
}

function Told({ answer }: { readonly answer: Answer<Cascade> }): ReactNode {
  return answer.ok ? (
    <CascadeList cascade={answer.value} lead="This would withhold" />
  ) : (
    <p>What would fall cannot be told now: {answer.refusal.message}</p>
  )
}

function foretell(url: string, data: object, signal?: AbortSignal): Promise<Answer<Cascade>> {
  return post(`${url}/cascade`, { data }, signal)
}
