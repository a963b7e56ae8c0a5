import type { IdForm, Mapping, Part, StoredRow } from '../database/index.ts'
import { mapRow } from '../database/index.ts'
import { BackupRefused } from './backupRefused.ts'
import { isIdOf, translateId } from './translateId.ts'

export interface Translation {
  readonly from: IdForm
  readonly to: IdForm
  /** Whether a document is there to be referred to. */
  readonly holds: (collection: string, id: string) => boolean
  /** Told of a reference that leads nowhere, and is left out. */
  readonly onLoose: (place: string) => void
}

/**
 * A row of a backup as a database takes it: checked against the fields of this version, and with the
 * ids that documents have there, in fields, in rich text and in what waiting jobs are to work on.
 *
 * @throws BackupRefused for a property that this version has no field for
 */
export function translateRow(part: Part, row: StoredRow, translation: Translation): StoredRow {
  const { from, to, holds, onLoose } = translation
  const { id, ...values } = row
  const other = (given: string) => (from === to ? given : translateId(given, to))
  const idIn = (given: unknown): unknown => (isIdOf(from, given) ? other(given) : given)
  const mapping: Mapping = {
    value: (value, field) => {
      if (from === to) return value
      if (field.type === 'richText') return inRichText(value, idIn)
      // The log and its texts hold no ids, and their hashes forbid to touch them.
      return field.type === 'json' && part.slug === 'payload-jobs' ? everywhere(value, idIn) : value
    },
    reference: (given, collection) => {
      if (isIdOf(from, given) && holds(collection, given)) return other(given)
      onLoose(`${part.name} ${id}`)
      return undefined
    },
    unknown: (place) => {
      throw new BackupRefused(
        `The backup has ${part.name} with the property ${place}, which this version of Citegate does not know. Restore it with the version that made it.`,
      )
    },
  }
  return { ...mapRow(part.fields, values, mapping), id: other(id) }
}

type Node = Readonly<Record<string, unknown>>
type IdIn = (given: unknown) => unknown

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The places where Lexical's nodes hold ids of documents: the value of an image or a relationship,
 * the fields of a block (its own id is none of the database's), the target of a link.
 */
function inRichText(value: unknown, idIn: IdIn): unknown {
  if (Array.isArray(value)) return value.map((each) => inRichText(each, idIn))
  if (!isNode(value)) return value
  const node = Object.fromEntries(
    Object.entries(value).map(([name, each]) => [
      name,
      name === 'children' || name === 'root' ? inRichText(each, idIn) : each,
    ]),
  )
  switch (node['type']) {
    case 'upload':
    case 'relationship':
      return { ...node, value: inReference(node['value'], idIn) }
    case 'block':
    case 'inlineBlock':
    case 'link':
    case 'autolink':
      return { ...node, fields: inFields(node['fields'], idIn) }
    default:
      return node
  }
}

function inFields(fields: unknown, idIn: IdIn): unknown {
  if (!isNode(fields)) return fields
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      if (name === 'id') return [name, value]
      if (isNode(value) && 'relationTo' in value) {
        return [name, { ...value, value: inReference(value['value'], idIn) }]
      }
      return [name, Array.isArray(value) ? value.map(idIn) : inReference(value, idIn)]
    }),
  )
}

/** An id, or a document that was put in its place. */
function inReference(value: unknown, idIn: IdIn): unknown {
  return isNode(value) && 'id' in value ? { ...value, id: idIn(value['id']) } : idIn(value)
}

function everywhere(value: unknown, idIn: IdIn): unknown {
  if (Array.isArray(value)) return value.map((each) => everywhere(each, idIn))
  if (!isNode(value)) return idIn(value)
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, everywhere(each, idIn)]),
  )
}
