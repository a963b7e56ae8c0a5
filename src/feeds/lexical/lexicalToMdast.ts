import type { RichText } from '../../domain/model/index.ts'
import { flowContent } from './flowContent.ts'
import { childrenOf, isRecord, lexicalNode } from './lexicalNode.ts'
import type { LexicalReferences } from './lexicalReferences.ts'
import { Refused, orRefusal } from '../tree/index.ts'
import type { RichTextRefusal } from '../tree/index.ts'

/** Rich text in which nothing is written. */
export const emptyRichText: RichText = { type: 'root', children: [] }

export type RichTextResult = { readonly ok: true; readonly tree: RichText } | RichTextRefusal

/**
 * Turns the JSON that Payload's Lexical editor stores (3.90.2) into the core's rich text. No state
 * at all is an empty text. The tree is canonical: the same words with the same formats give the
 * same tree, however the editor split them, because the content hash is taken over it.
 *
 * What Markdown cannot say, and what is not known here, is refused with its place and never
 * dropped. Left out are only things without content: empty paragraphs, line breaks at the edge of a
 * block, alignment, indentation and inline styles.
 */
export function lexicalToMdast(state: unknown, references: LexicalReferences): RichTextResult {
  if (state === null || state === undefined) return { ok: true, tree: emptyRichText }
  return orRefusal(() => {
    if (!isRecord(state)) throw new Refused('root', 'This is not the state of a rich text editor.')
    const root = lexicalNode(state.root, 'root')
    if (root.node.type !== 'root') {
      throw new Refused('root', `The outermost node is a ${root.node.type} and not a root.`)
    }
    return {
      ok: true,
      tree: { type: 'root', children: flowContent(childrenOf(root), references) },
    }
  })
}
