import { useDocumentInfo } from '@payloadcms/ui'
import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import type { ActionFormProps } from '../ActionForm.tsx'
import { ActionForm } from '../ActionForm.tsx'
import { longestWords } from '../longestWords.ts'
import type { ActionWords } from '../reviewView.ts'
import { useFormFieldList } from '../useFormFieldList.ts'
import { commentPlaces } from './commentPlaces.ts'

/** Asks for a comment on the whole text, or on a place in it. */
export function CommentForm({
  onComment,
  ...form
}: Omit<ActionFormProps, 'title' | 'verb' | 'children' | 'onSubmit'> & {
  readonly onComment: (words: ActionWords) => void
}): ReactNode {
  const { data } = useDocumentInfo()
  const places = commentPlaces(useFormFieldList(), data ?? {})
  const [place, setPlace] = useState('')
  const [text, setText] = useState('')
  const placeId = useId()
  const textId = useId()
  const consequenceId = useId()
  return (
    <ActionForm
      {...form}
      title="Comment on this text"
      verb="Comment"
      onSubmit={() => {
        onComment({ text, ...(place === '' ? {} : { place }) })
      }}
    >
      {(formId) => (
        <>
          <p id={consequenceId}>While it is open, nobody can approve the text.</p>
          <label htmlFor={placeId}>About</label>
          <select
            id={placeId}
            className="review-panel__input"
            form={formId}
            value={place}
            onChange={({ target }) => {
              setPlace(target.value)
            }}
          >
            <option value="">The whole text</option>
            {places.map((each) => (
              <option key={each.place} value={each.place}>
                {each.words}
              </option>
            ))}
          </select>
          <label htmlFor={textId}>Your comment</label>
          <textarea
            id={textId}
            className="review-panel__input"
            form={formId}
            required
            rows={4}
            maxLength={longestWords}
            aria-describedby={consequenceId}
            value={text}
            onChange={({ target }) => {
              setText(target.value)
            }}
          />
        </>
      )}
    </ActionForm>
  )
}
