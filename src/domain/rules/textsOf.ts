import type { Subject } from '../model/index.ts'

/** One string of a subject and the place it stands in. */
export interface PlacedText {
  readonly place: string
  readonly text: string
}

interface Waiting {
  readonly value: unknown
  readonly place: string
  /** Inside rich text the place stays that of the whole text, e.g. `sections.2.body`. */
  readonly isRichText: boolean
}

/** Every string a subject holds, rich text, link targets and alternative texts included, in order. */
export function textsOf(subject: Subject): PlacedText[] {
  const texts: PlacedText[] = []
  const waiting: Waiting[] = [{ value: subject, place: '', isRichText: false }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next.value === 'string') texts.push({ place: next.place, text: next.value })
    if (typeof next.value !== 'object' || next.value === null) continue
    const { place, value } = next
    const isRichText = next.isRichText || ('type' in value && value.type === 'root')
    for (const [name, child] of Object.entries(value).toReversed()) {
      waiting.push({
        value: child,
        place: isRichText ? place : place === '' ? name : `${place}.${name}`,
        isRichText,
      })
    }
  }
  return texts
}
