import { createHash } from 'node:crypto'
import type { IdForm } from '../database/index.ts'

const patterns: Readonly<Record<IdForm, RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  objectid: /^[0-9a-f]{24}$/,
}

/** Whether a text is written like an id of a database of this kind. */
export function isIdOf(form: IdForm, text: unknown): text is string {
  return typeof text === 'string' && patterns[form].test(text)
}

/**
 * The id that a document has in a database of the other kind: always the same one, so that a
 * reference finds it wherever it stands. Cut from the SHA-256 of the id: 12 bytes as an ObjectId, 16
 * as a UUID of version 8 (RFC 9562, 5.8: of one's own making).
 */
export function translateId(id: string, to: IdForm): string {
  const digest = createHash('sha256').update(id).digest()
  if (to === 'objectid') return digest.toString('hex', 0, 12)
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6)
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = digest.toString('hex', 0, 16)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
