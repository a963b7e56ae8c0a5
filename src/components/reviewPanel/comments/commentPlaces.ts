import type { ClientField } from 'payload'
import { formPlace } from '../formPlace.ts'

/** A place that somebody can speak of, in the words of the form. */
export interface CommentPlace {
  readonly place: string
  readonly words: string
}

type Values = Readonly<Record<string, unknown>>

/**
 * The places of a document that somebody can comment on: each field a person fills in, and each row
 * of a list, such as a citation or a section, which goes by its own heading too.
 */
export function commentPlaces(
  fields: readonly ClientField[],
  data: Values,
): readonly CommentPlace[] {
  return fieldsOf(fields).flatMap((field) => {
    const place = (path: string): CommentPlace => ({
      place: path,
      words: formPlace(path, fields).words,
    })
    const rows: unknown = data[field.name]
    if (field.type !== 'array' || !Array.isArray(rows)) return place(field.name)
    return [
      place(field.name),
      ...rows.map((row: unknown, index) => {
        const { words, ...rest } = place(`${field.name}.${index}`)
        const heading = headingOf(row)
        return { ...rest, words: heading === undefined ? words : `${words}: ${heading}` }
      }),
    ]
  })
}

type NamedField = Extract<ClientField, { name: string }>

/** Fields people fill in, in the order of the form. */
function fieldsOf(fields: readonly ClientField[]): readonly NamedField[] {
  return fields.flatMap((field) => {
    if (field.type === 'ui') return []
    if ('name' in field) return isFilledIn(field) ? field : []
    return 'fields' in field ? fieldsOf(field.fields) : []
  })
}

/** Payload adds fields of its own and ours keep state: neither is text. */
const kept: ReadonlySet<string> = new Set(['id', '_status', 'createdAt', 'updatedAt', 'deletedAt'])

function isFilledIn(field: NamedField): boolean {
  const { hidden = false, readOnly = false } = field.admin ?? {}
  return !kept.has(field.name) && field.hidden !== true && !hidden && !readOnly
}

function headingOf(row: unknown): string | undefined {
  const { heading, name } = row as Values
  const words = heading ?? name
  return typeof words === 'string' && words !== '' ? words : undefined
}
