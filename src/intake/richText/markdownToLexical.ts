import type { LexicalState } from './lexicalState.ts'
import { markdownToRichText } from './markdownToRichText.ts'
import { richTextToLexical } from './richTextToLexical.ts'
import type { LexicalIds } from './lexicalIds.ts'

/**
 * Turns Markdown, with `{{claim-key}}` where a claim stands, into the state that Payload's Lexical
 * editor stores.
 *
 * @throws MarkdownError, naming the line, on whatever would be lost and on an unknown claim.
 */
export function markdownToLexical(markdown: string, ids: LexicalIds): LexicalState {
  return richTextToLexical(markdownToRichText(markdown), ids)
}
