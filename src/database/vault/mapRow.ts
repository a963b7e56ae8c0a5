import type { FlattenedField } from 'payload'

export type Row = Readonly<Record<string, unknown>>

/** What becomes of the values of a row; undefined leaves one out. */
export interface Mapping {
  /** A value that stands for itself, JSON and rich text included. */
  readonly value: (value: unknown, field: FlattenedField) => unknown
  /** The id of a document. */
  readonly reference: (id: unknown, collection: string) => unknown
  /** Told of each property that no field is for. */
  readonly unknown?: (place: string) => void
}

/**
 * Maps a row field by field. What says nothing (null, an empty list, a group of nothing) is left
 * out: databases differ in how they store that, and in nothing else.
 */
export function mapRow(
  fields: readonly FlattenedField[],
  row: Row,
  mapping: Mapping,
  place = '',
): Row {
  const mapped: Record<string, unknown> = {}
  for (const field of fields) {
    if ('virtual' in field && field.virtual) continue
    const value = row[field.name]
    if (value === undefined || value === null) continue
    const told = mapField(field, value, mapping, `${place}${field.name}`)
    if (told !== undefined && told !== null) mapped[field.name] = told
  }
  if (mapping.unknown !== undefined) {
    const known = new Set(fields.map(({ name }) => name))
    for (const name of Object.keys(row)) if (!known.has(name)) mapping.unknown(`${place}${name}`)
  }
  return mapped
}

function mapField(field: FlattenedField, value: unknown, mapping: Mapping, place: string): unknown {
  switch (field.type) {
    case 'group':
    case 'tab': {
      const group = mapRow(field.flattenedFields, value as Row, mapping, `${place}.`)
      return Object.keys(group).length === 0 ? undefined : group
    }
    case 'array':
      return unlessEmpty(
        (value as readonly Row[]).map((each) =>
          mapRow(field.flattenedFields, each, mapping, `${place}.`),
        ),
      )
    case 'relationship':
    case 'upload': {
      const one = (each: unknown) => mapReference(field.relationTo, each, mapping)
      if (field.hasMany !== true) return one(value)
      return unlessEmpty(
        (value as readonly unknown[]).map(one).filter((each) => each !== undefined),
      )
    }
    case 'blocks':
    case 'join':
    case 'point':
      throw new Error(`A backup has no form yet for ${place}, a field of the type ${field.type}.`)
    default:
      return isList(field)
        ? unlessEmpty((value as readonly unknown[]).map((each) => mapping.value(each, field)))
        : mapping.value(value, field)
  }
}

/** Of several collections, a reference says to which it leads. */
function mapReference(to: string | readonly string[], value: unknown, mapping: Mapping): unknown {
  if (typeof to === 'string') return mapping.reference(value, to)
  const { relationTo, value: id } = value as {
    readonly relationTo: string
    readonly value: unknown
  }
  const mapped = mapping.reference(id, relationTo)
  return mapped === undefined ? undefined : { relationTo, value: mapped }
}

/** Whether a field holds several values of its kind. */
export function isList(field: FlattenedField): boolean {
  return field.type === 'array' || ('hasMany' in field && field.hasMany === true)
}

function unlessEmpty<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list
}
