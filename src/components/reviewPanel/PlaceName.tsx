import type { ReactNode } from 'react'
import { formPlace } from './formPlace.ts'
import { goToPlace } from './goToPlace.ts'
import { useFormFieldList } from './useFormFieldList.ts'

/** A place in the text in the words of the form; leads to the field, where the form has one. */
export function PlaceName({ place }: { readonly place: string }): ReactNode {
  const { words, isInForm } = formPlace(place, useFormFieldList())
  if (!isInForm) return <span>{words}</span>
  return (
    <button
      type="button"
      className="review-panel__link"
      onClick={({ currentTarget: { form } }) => {
        if (form !== null) goToPlace(form, place)
      }}
    >
      {words}
    </button>
  )
}
