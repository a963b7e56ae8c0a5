import type { Link, PhrasingContent } from 'mdast'
import type { Phrasing } from '../../domain/model/index.ts'
import { inFormats } from './inFormats.ts'
import type { Formatted } from './inFormats.ts'
import type { LexicalNode, Placed } from './lexicalNode.ts'
import { childrenOf, isRecord } from './lexicalNode.ts'
import type { LexicalReferences } from './lexicalReferences.ts'
import { linkUrl } from './linkUrl.ts'
import { mergeAdjacent } from '../tree/index.ts'
import { referencedId } from './referencedId.ts'
import { Refused } from '../tree/index.ts'
import { textPieces } from './textPieces.ts'

const inlineTypes: ReadonlySet<string> = new Set([
  'text',
  'tab',
  'linebreak',
  'link',
  'autolink',
  'inlineBlock',
])

/** True for the nodes that stand in a line of text. */
export function isInline(node: LexicalNode): boolean {
  return inlineTypes.has(node.type)
}

/** The words of one block. Line breaks at its edges are dropped: nothing stands before or after them. */
export function phrasingContent(
  nodes: readonly Placed[],
  references: LexicalReferences,
): PhrasingContent[] {
  const content = formattedContent(nodes, references)
  const isWord = (node: Phrasing) => node.type !== 'break'
  return content.slice(content.findIndex(isWord), content.findLastIndex(isWord) + 1)
}

function formattedContent(
  nodes: readonly Placed[],
  references: LexicalReferences,
): PhrasingContent[] {
  return mergeAdjacent(inFormats(nodes.flatMap((placed) => pieces(placed, references))))
}

function pieces(placed: Placed, references: LexicalReferences): readonly Formatted[] {
  switch (placed.node.type) {
    case 'text':
    case 'tab':
      return textPieces(placed)
    case 'linebreak':
      return [{ formats: [], node: { type: 'break' } }]
    case 'link':
    case 'autolink':
      return [{ formats: [], node: link(placed, references) }]
    case 'inlineBlock':
      return [{ formats: [], node: claimReference(placed, references) }]
    default:
      throw new Refused(
        placed.place,
        `A ${placed.node.type} node cannot stand in a line of text. Move it to a line of its own.`,
      )
  }
}

function link(placed: Placed, references: LexicalReferences): Link {
  const nodes = childrenOf(placed)
  for (const { node, place } of nodes) {
    if (node.type !== 'text' && node.type !== 'tab' && node.type !== 'linebreak') {
      throw new Refused(place, `A link holds text only, not a ${node.type}.`)
    }
  }
  const children = formattedContent(nodes, references)
  if (children.length === 0) {
    throw new Refused(placed.place, 'The link has no text that a reader could follow.')
  }
  return { type: 'link', url: linkUrl(placed), children }
}

function claimReference({ node, place }: Placed, references: LexicalReferences): Phrasing {
  const fields = isRecord(node.fields) ? node.fields : {}
  if (fields.blockType !== 'claim') {
    throw new Refused(place, `An inline ${String(fields.blockType)} block cannot be published.`)
  }
  const id = referencedId(fields.claim)
  if (id === undefined) {
    throw new Refused(place, 'No claim is chosen here. Choose one, or remove the place.')
  }
  const key = references.claimKey(id)
  if (key === undefined) {
    throw new Refused(place, 'The claim does not exist any more. Choose another, or remove it.')
  }
  return { type: 'claimReference', claim: key }
}
