import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { approvalMeanings } from '../../domain/model/index.ts'
import { meaningWords } from '../words/index.ts'
import type { ActionFormProps } from './ActionForm.tsx'
import { ActionForm } from './ActionForm.tsx'
import { TextHash } from './TextHash.tsx'

/** What a signature needs beside the text: its meaning, and the signer's password again. */
export interface SignatureWords {
  readonly meaning: string
  readonly password: string
}

/** Asks for a signature on the text with this hash (21 CFR 11.50, 11.200). */
export function ApproveForm({
  contentHash,
  onSign,
  ...form
}: Omit<ActionFormProps, 'title' | 'verb' | 'children' | 'onSubmit'> & {
  readonly contentHash: string
  readonly onSign: (words: SignatureWords) => void
}): ReactNode {
  const [meaning, setMeaning] = useState('')
  const [password, setPassword] = useState('')
  const passwordId = useId()
  const groupName = useId()
  return (
    <ActionForm
      {...form}
      title="Sign this text"
      verb="Sign"
      onSubmit={() => {
        onSign({ meaning, password })
      }}
    >
      {(formId) => (
        <>
          <p>
            You sign the saved text <TextHash hash={contentHash} /> and no other: any change of it
            voids your signature.
          </p>
          <fieldset>
            <legend>My signature says</legend>
            {approvalMeanings.map((each) => (
              <label key={each} className="review-panel__choice">
                <input
                  type="radio"
                  form={formId}
                  name={groupName}
                  value={each}
                  required
                  checked={meaning === each}
                  onChange={() => {
                    setMeaning(each)
                  }}
                />
                {meaningWords[each]}
              </label>
            ))}
          </fieldset>
          <label htmlFor={passwordId}>Your password</label>
          <input
            id={passwordId}
            className="review-panel__input"
            type="password"
            autoComplete="current-password"
            form={formId}
            required
            value={password}
            onChange={({ target }) => {
              setPassword(target.value)
            }}
          />
        </>
      )}
    </ActionForm>
  )
}
