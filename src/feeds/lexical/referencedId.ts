import { isRecord } from './lexicalNode.ts'

/** The database id in a relationship, which holds the id itself or the loaded document. */
export function referencedId(value: unknown): string | undefined {
  const id = isRecord(value) ? value.id : value
  if (typeof id === 'string' && id !== '') return id
  return typeof id === 'number' ? String(id) : undefined
}
