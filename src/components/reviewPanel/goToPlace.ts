const focusable = 'input, textarea, [contenteditable="true"], button'

/**
 * Brings the field of a finding's place into view and puts the focus there, or as near as the form
 * has something: a citation's row for a citation, the form itself for what has no field.
 */
export function goToPlace(form: HTMLFormElement, place: string): void {
  const target = nearestElement(form, place.split('.')) ?? form
  target.scrollIntoView({ block: 'center' })
  const field = target.matches(focusable) ? target : target.querySelector(focusable)
  if (field instanceof HTMLElement) field.focus({ preventScroll: true })
}

function nearestElement(form: HTMLFormElement, segments: readonly string[]): Element | null {
  for (let length = segments.length; length > 0; length--) {
    const found = elementAt(form, segments.slice(0, length))
    if (found !== null) return found
  }
  return null
}

function elementAt(form: HTMLFormElement, segments: readonly string[]): Element | null {
  const field = form.querySelector(`#field-${CSS.escape(segments.join('__'))}`)
  if (field !== null) return field
  // A row of a list has no id of its own but one that ends with its number.
  const list = form.querySelector(`#field-${CSS.escape(segments.slice(0, -1).join('__'))}`)
  return list?.querySelector(`[id$="-row-${CSS.escape(segments.at(-1) ?? '')}"]`) ?? null
}
