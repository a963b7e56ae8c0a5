import type { BlockContent, Blockquote, Heading, Paragraph, ThematicBreak } from 'mdast'
import { imageOf } from './imageOf.ts'
import type { Placed } from './lexicalNode.ts'
import { childrenOf } from './lexicalNode.ts'
import type { LexicalReferences } from './lexicalReferences.ts'
import { listOf } from './listOf.ts'
import { isInline, phrasingContent } from './phrasingContent.ts'
import { Refused } from '../tree/index.ts'
import { tableOf } from './tableOf.ts'

/** The blocks in a list of Lexical nodes; words that stand there without a block become a paragraph. */
export function flowContent(
  nodes: readonly Placed[],
  references: LexicalReferences,
): BlockContent[] {
  const blocks: BlockContent[] = []
  let loose: Placed[] = []
  const closeParagraph = () => {
    blocks.push(...paragraph(loose, references))
    loose = []
  }
  for (const placed of nodes) {
    if (isInline(placed.node)) {
      loose.push(placed)
    } else {
      closeParagraph()
      blocks.push(...block(placed, references))
    }
  }
  closeParagraph()
  return blocks
}

function block(placed: Placed, references: LexicalReferences): BlockContent[] {
  switch (placed.node.type) {
    case 'paragraph':
      return paragraph(childrenOf(placed), references)
    case 'heading':
      return heading(placed, references)
    case 'quote':
      return quote(placed, references)
    case 'list':
      return listOf(placed, (nodes) => flowContent(nodes, references))
    case 'table':
      return [tableOf(placed, (nodes) => flowContent(nodes, references))]
    case 'upload':
      return [{ type: 'paragraph', children: [imageOf(placed, references)] }]
    case 'horizontalrule':
      return [{ type: 'thematicBreak' } satisfies ThematicBreak]
    default:
      throw new Refused(
        placed.place,
        `A ${placed.node.type} node cannot be published: Markdown has no form for it. Replace it with text, a list or a table.`,
      )
  }
}

/** A paragraph without words is space between others and says nothing. */
function paragraph(nodes: readonly Placed[], references: LexicalReferences): Paragraph[] {
  const children = phrasingContent(nodes, references)
  return children.length === 0 ? [] : [{ type: 'paragraph', children }]
}

const depths: ReadonlyMap<unknown, Heading['depth']> = new Map([
  ['h1', 1],
  ['h2', 2],
  ['h3', 3],
  ['h4', 4],
  ['h5', 5],
  ['h6', 6],
])

function heading(placed: Placed, references: LexicalReferences): Heading[] {
  const depth = depths.get(placed.node.tag)
  if (depth === undefined) {
    throw new Refused(placed.place, `A heading is one of h1 to h6, not ${String(placed.node.tag)}.`)
  }
  const children = phrasingContent(childrenOf(placed), references)
  if (children.some((child) => child.type === 'break')) {
    throw new Refused(placed.place, 'A heading is one line. Remove the line break in it.')
  }
  return children.length === 0 ? [] : [{ type: 'heading', depth, children }]
}

function quote(placed: Placed, references: LexicalReferences): Blockquote[] {
  const children = flowContent(childrenOf(placed), references)
  return children.length === 0 ? [] : [{ type: 'blockquote', children }]
}
