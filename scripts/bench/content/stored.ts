import type { RichText } from '../../../src/domain/model/index.ts'
import { lexicalToMdast } from '../../../src/feeds/index.ts'
import type { LexicalState } from '../../../src/intake/richText/index.ts'

/** Names claims by their keys, where a database has ids. */
export const keysAsIds = { claimId: (key: string): string => key }

/** The editor's state as it is read from a database: the one tree that these words have. */
export function stored(state: LexicalState): RichText {
  const result = lexicalToMdast(state, { claimKey: (id) => id, media: () => undefined })
  if (!result.ok) throw new Error(`${result.place}: ${result.message}`)
  return result.tree
}
