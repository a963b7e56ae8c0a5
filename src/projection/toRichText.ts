import type { RichText } from '../domain/model/index.ts'
import { emptyRichText, lexicalToMdast } from '../feeds/index.ts'
import type { Keys } from './keys.ts'

/** A text holds what no form of the feed could show faithfully. */
export class RichTextRefused extends Error {
  override name = 'RichTextRefused'
  readonly place: string

  constructor(place: string, message: string) {
    super(message)
    this.place = place
  }
}

/**
 * Stored Lexical JSON as the domain's rich text.
 *
 * @param place - path of the field in its document, for the error
 * @throws RichTextRefused for an unknown or unshowable node
 */
export function toRichText(state: unknown, keys: Keys, place: string): RichText {
  if (state === null || state === undefined) return emptyRichText
  const converted = lexicalToMdast(state, { claimKey: (id) => keys.of(id), media: keys.media })
  if (converted.ok) return converted.tree
  throw new RichTextRefused(`${place}.${converted.place}`, converted.message)
}
