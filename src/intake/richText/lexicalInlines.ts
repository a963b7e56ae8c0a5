import type { Link, PhrasingContent } from 'mdast'
import type { ClaimReference } from '../../domain/model/index.ts'
import type { LexicalClaim, LexicalInline, LexicalLink, LexicalText } from './lexicalState.ts'
import { textFormats } from './lexicalState.ts'
import { MarkdownError } from './markdownError.ts'
import type { LexicalIds } from './lexicalIds.ts'

type Ids = Required<LexicalIds>

/** A line of text as Lexical keeps it: flat, with the formats as bits on each piece. */
export function lexicalInlines(nodes: readonly PhrasingContent[], ids: Ids): LexicalInline[] {
  return joined(pieces(nodes, 0, ids))
}

function pieces(nodes: readonly PhrasingContent[], format: number, ids: Ids): LexicalInline[] {
  return nodes.flatMap((node) => piece(node, format, ids))
}

function piece(node: PhrasingContent, format: number, ids: Ids): LexicalInline[] {
  switch (node.type) {
    case 'text':
      return [text(node.value, format)]
    case 'strong':
    case 'emphasis':
    case 'delete':
      return pieces(node.children, format | textFormats[node.type], ids)
    case 'inlineCode':
    case 'superscript':
    case 'subscript':
      return [text(node.value, format | textFormats[node.type])]
    case 'break':
      return [{ type: 'linebreak', version: 1 }]
    case 'link':
      return [link(node, format, ids)]
    case 'claimReference':
      return [claim(node, format, ids)]
    default:
      throw new MarkdownError(
        node,
        `A ${node.type} node has no place in a line of the editor. Say it in words.`,
      )
  }
}

function text(value: string, format: number): LexicalText {
  return { type: 'text', text: value, format, detail: 0, mode: 'normal', style: '', version: 1 }
}

function link(node: Link, format: number, ids: Ids): LexicalLink {
  if (!/^(?:https?|mailto):/i.test(node.url) || !URL.canParse(node.url)) {
    throw new MarkdownError(
      node,
      `The link address "${node.url}" is not a complete http, https or mailto address.`,
    )
  }
  if (node.title !== null && node.title !== undefined) {
    throw new MarkdownError(node, 'The title of a link is not kept. Say it in the text.')
  }
  if (node.children.some(({ type }) => type === 'claimReference')) {
    throw new MarkdownError(node, 'A link holds text only. Take the claim out of it.')
  }
  return {
    type: 'link',
    direction: null,
    format: '',
    indent: 0,
    version: 3,
    id: ids.newId(),
    fields: { linkType: 'custom', url: node.url, newTab: false },
    children: joined(pieces(node.children, format, ids)),
  }
}

/** The words of a claim are shown as they were signed: no format of the page reaches them. */
function claim(node: ClaimReference, format: number, ids: Ids): LexicalClaim {
  if (format !== 0) {
    throw new MarkdownError(node, `Claim ${node.claim} stands in formatted text. Take it out.`)
  }
  const id = ids.claimId(node.claim)
  if (id === undefined) {
    throw new MarkdownError(node, `There is no claim "${node.claim}". Correct its key.`)
  }
  return {
    type: 'inlineBlock',
    version: 1,
    fields: { id: ids.newId(), blockType: 'claim', claim: id },
  }
}

/** Neighbours of one format become one piece of text, as the editor would make them. */
function joined(nodes: readonly LexicalInline[]): LexicalInline[] {
  const result: LexicalInline[] = []
  for (const node of nodes) {
    const before = result.at(-1)
    if (before?.type === 'text' && node.type === 'text' && before.format === node.format) {
      result[result.length - 1] = text(before.text + node.text, node.format)
    } else {
      result.push(node)
    }
  }
  return result
}
