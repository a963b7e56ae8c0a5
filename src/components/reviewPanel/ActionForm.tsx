import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef } from 'react'
import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'

export interface ActionFormProps {
  readonly title: string
  /** The words on the button that does it. */
  readonly verb: string
  readonly isBusy: boolean
  /** Why it cannot be done at the moment although the form is open. */
  readonly obstacle: string | undefined
  /** What the server said to the last attempt. */
  readonly notice: ReactNode
  readonly onSubmit: () => void
  readonly onCancel: () => void
  /** The form's fields; each names this form by its `form` attribute. */
  readonly children: (formId: string) => ReactNode
}

/**
 * A form inside the document's form. HTML knows no such thing, so the form element itself stands at
 * the end of the page and the fields here belong to it by their `form` attribute: Enter signs, and
 * never saves the document. Takes the focus when it opens; Escape closes it.
 */
export function ActionForm(props: ActionFormProps): ReactNode {
  const { title, verb, isBusy, obstacle, notice, onSubmit, onCancel, children } = props
  const formId = useId()
  const titleId = useId()
  const group = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const first = group.current?.querySelector('input, select, textarea, button')
    if (first instanceof HTMLElement) first.focus()
  }, [])

  return (
    <div
      ref={group}
      role="group"
      aria-labelledby={titleId}
      className="review-panel__form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onCancel()
      }}
    >
      <h4 id={titleId}>{title}</h4>
      {children(formId)}
      {obstacle === undefined ? null : <p className="review-panel__obstacle">{obstacle}</p>}
      {notice}
      <div className="review-panel__buttons">
        <Button
          size="small"
          margin={false}
          type="submit"
          disabled={isBusy || obstacle !== undefined}
          extraButtonProps={{ form: formId }}
        >
          {isBusy ? 'One moment…' : verb}
        </Button>
        <Button size="small" margin={false} buttonStyle="secondary" onClick={onCancel}>
          Cancel
        </Button>
      </div>
      {createPortal(
        <form
          id={formId}
          onSubmit={(event) => {
            event.preventDefault()
            // React hands events on by components, not by elements: the document's form is above.
            event.stopPropagation()
            onSubmit()
          }}
        />,
        document.body,
      )}
    </div>
  )
}
