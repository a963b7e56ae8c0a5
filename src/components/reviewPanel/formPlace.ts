import type { ClientField } from 'payload'

/** A place of a finding, as the form knows it. */
export interface FormPlace {
  readonly words: string
  /** False when no field of the form has anything to do with it, such as `review`. */
  readonly isInForm: boolean
}

/**
 * The place of a finding in the words of the form: `citations.0.study` reads "Citation 1, Study".
 * What the form has no field for keeps its own name.
 */
export function formPlace(place: string, fields: readonly ClientField[]): FormPlace {
  const [name = '', index, ...below] = place.split('.')
  const field = fieldNamed(name, fields)
  if (field === undefined) return { words: sentenceCase(name), isInForm: false }
  const row = rowNumber(index)
  if (row === undefined) return { words: labelOf(field), isInForm: true }
  if (field.type !== 'array') return { words: `${labelOf(field)}, no. ${row}`, isInForm: true }
  const words = `${singularOf(field)} ${row}`
  return {
    words:
      below.length === 0 ? words : `${words}, ${formPlace(below.join('.'), field.fields).words}`,
    isInForm: true,
  }
}

type NamedField = Extract<ClientField, { name: string }>

/** Rows, collapsibles and the like have no place of their own: their fields count as their parent's. */
function fieldNamed(name: string, fields: readonly ClientField[]): NamedField | undefined {
  for (const field of fields) {
    if ('name' in field && field.name === name) return field
    if (!('name' in field) && 'fields' in field) {
      const inside = fieldNamed(name, field.fields)
      if (inside !== undefined) return inside
    }
  }
  return undefined
}

function rowNumber(index: string | undefined): number | undefined {
  return index !== undefined && /^\d+$/.test(index) ? Number(index) + 1 : undefined
}

function labelOf(field: NamedField): string {
  return 'label' in field && typeof field.label === 'string'
    ? field.label
    : sentenceCase(field.name)
}

function singularOf(field: Extract<NamedField, { type: 'array' }>): string {
  const singular = field.labels?.singular
  return typeof singular === 'string' ? singular : labelOf(field)
}

/** `regulatoryStatus` and `regulatory-status` read "Regulatory status". */
function sentenceCase(name: string): string {
  const words = name
    .replaceAll('-', ' ')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
