import { useConfig, useDebounce, useDocumentInfo } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { SubjectName } from '../../../domain/model/index.ts'
import { subjectName } from '../../../domain/model/index.ts'
import { useReading } from '../../api/index.ts'
import type { ReviewView } from '../reviewView.ts'
import { liveTextsUrl } from './liveTextsUrl.ts'

const patienceMs = 300

/** Finds the live text that takes the place of this one, by words of its title or its key. */
export function SuccessorChooser({
  formId,
  subject,
  chosen,
  onChoose,
}: {
  readonly formId: string
  readonly subject: ReviewView['subject']
  readonly chosen: SubjectName | undefined
  readonly onChoose: (successor: SubjectName) => void
}): ReactNode {
  const { config, getEntityConfig } = useConfig()
  const { collectionSlug = '' } = useDocumentInfo()
  const [words, setWords] = useState('')
  const searched = useDebounce(words, patienceMs)
  const titleField = getEntityConfig({ collectionSlug }).admin.useAsTitle ?? 'key'
  const { answer } = useReading<LiveTexts>(
    liveTextsUrl(config.routes.api, collectionSlug, titleField, subject.key, searched),
  )
  const searchId = useId()
  const groupName = useId()
  return (
    <fieldset>
      <legend>What takes its place</legend>
      <label htmlFor={searchId}>Search the live texts of this kind</label>
      <input
        id={searchId}
        className="review-panel__input"
        type="search"
        value={words}
        onChange={({ target }) => {
          setWords(target.value)
        }}
        // Enter here searches; it must not withdraw, and it must not save the document.
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <div role="status">
        {answer === undefined ? <p>Searching…</p> : null}
        {answer?.ok === false ? <p>{answer.refusal.message}</p> : null}
        {answer?.ok === true && answer.value.docs.length === 0 ? (
          <p>No other live text of this kind is found so.</p>
        ) : null}
      </div>
      {answer?.ok === true
        ? answer.value.docs.map((text) => {
            const name = subjectName({ kind: subject.kind, key: text.key })
            return (
              <label key={name} className="review-panel__choice">
                <input
                  type="radio"
                  form={formId}
                  name={groupName}
                  value={name}
                  required
                  checked={chosen === name}
                  onChange={() => {
                    onChoose(name)
                  }}
                />
                {titleOf(text, titleField)}
              </label>
            )
          })
        : null}
    </fieldset>
  )
}

type LiveText = Readonly<Record<string, unknown>> & { readonly key: string }

interface LiveTexts {
  readonly docs: readonly LiveText[]
}

function titleOf(text: LiveText, field: string): string {
  const title = text[field]
  return typeof title === 'string' && title !== '' ? title : text.key
}
