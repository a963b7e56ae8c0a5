import type { CollectionBeforeValidateHook } from 'payload'

/** Makes a key of the title, statement or name when a new document has none. */
export const fillKey: CollectionBeforeValidateHook = ({ data, operation }) => {
  if (operation !== 'create' || data === undefined) return data as unknown
  if (typeof data['key'] === 'string' && data['key'] !== '') return data
  const text: unknown = data['title'] ?? data['statement'] ?? data['name']
  return typeof text === 'string' && text.trim() !== '' ? { ...data, key: keyFrom(text) } : data
}

/** At most eight words of a text, as a kebab-case key. */
function keyFrom(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .join('-')
    .slice(0, 80)
    .replace(/-+$/, '')
}
