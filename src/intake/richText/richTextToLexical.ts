import type { List, ListItem, RootContent, Table } from 'mdast'
import type { RichText } from '../../domain/model/index.ts'
import type { LexicalIds } from './lexicalIds.ts'
import { lexicalInlines } from './lexicalInlines.ts'
import type {
  LexicalBlock,
  LexicalHeading,
  LexicalInline,
  LexicalList,
  LexicalListItem,
  LexicalParagraph,
  LexicalState,
  LexicalTable,
} from './lexicalState.ts'
import { MarkdownError } from './markdownError.ts'

/**
 * Turns rich text into the state that Payload's Lexical editor stores. The same text gives the same
 * state. Column alignment and the spacing of lists are not kept: the editor has no form for them.
 *
 * @throws MarkdownError, with the line, on a claim that does not exist and on what the editor cannot
 * hold: images, code blocks, footnotes, check lists, several paragraphs in a list item or quotation.
 */
export function richTextToLexical(richText: RichText, ids: LexicalIds): LexicalState {
  const required = { claimId: ids.claimId, newId: ids.newId ?? counter() }
  const blocks = richText.children.map((node) => block(node, required))
  return {
    root: {
      type: 'root',
      ...element,
      // The editor refuses to open a state without any block.
      children: blocks.length === 0 ? [paragraph([])] : blocks,
    },
  }
}

/** Ids of the length that the editor gives: 24 hexadecimal digits. */
function counter(): () => string {
  let last = 0
  return () => (last += 1).toString(16).padStart(24, '0')
}

const element = { direction: null, format: '', indent: 0, version: 1 } as const

function block(node: RootContent, ids: Required<LexicalIds>): LexicalBlock {
  switch (node.type) {
    case 'paragraph':
      return paragraph(lexicalInlines(node.children, ids))
    case 'heading':
      return {
        type: 'heading',
        ...element,
        tag: `h${String(node.depth)}` as LexicalHeading['tag'],
        children: lexicalInlines(node.children, ids),
      }
    case 'blockquote': {
      const [content, another] = node.children
      if (content?.type !== 'paragraph' || another !== undefined) {
        throw new MarkdownError(node, 'A quotation holds one paragraph. Split it.')
      }
      return { type: 'quote', ...element, children: lexicalInlines(content.children, ids) }
    }
    case 'list':
      return list(node, 0, ids)
    case 'table':
      return table(node, ids)
    case 'thematicBreak':
      return { type: 'horizontalrule', version: 1 }
    default:
      throw new MarkdownError(
        node,
        `A ${node.type} node has no place in the editor. Use paragraphs, lists or a table.`,
      )
  }
}

function paragraph(children: LexicalInline[]): LexicalParagraph {
  const firstText = children.find((child) => child.type === 'text')
  return {
    type: 'paragraph',
    ...element,
    textFormat: firstText?.format ?? 0,
    textStyle: '',
    children,
  }
}

/** Deeper than any reader follows; deeper lists are made to exhaust the stack. */
const deepestList = 8

function list(node: List, depth: number, ids: Required<LexicalIds>): LexicalList {
  if (depth >= deepestList) {
    throw new MarkdownError(node, `Lists nest at most ${String(deepestList)} levels. Flatten it.`)
  }
  const isOrdered = node.ordered === true
  const start = isOrdered ? (node.start ?? 1) : 1
  return {
    type: 'list',
    ...element,
    listType: isOrdered ? 'number' : 'bullet',
    tag: isOrdered ? 'ol' : 'ul',
    start,
    children: node.children.flatMap((item, index) => listItems(item, start + index, depth, ids)),
  }
}

/** An item and, beside it, one more item for each list nested in it: so Lexical keeps them. */
function listItems(
  item: ListItem,
  value: number,
  depth: number,
  ids: Required<LexicalIds>,
): LexicalListItem[] {
  if (typeof item.checked === 'boolean') {
    throw new MarkdownError(item, 'A check list cannot be published. Use a plain list.')
  }
  const [first, ...nested] = item.children
  if (first !== undefined && first.type !== 'paragraph') {
    throw new MarkdownError(item, 'A list item begins with a line of text. Give it one.')
  }
  const shape = { type: 'listitem', ...element, indent: depth } as const
  return [
    { ...shape, value, children: first === undefined ? [] : lexicalInlines(first.children, ids) },
    ...nested.map((child): LexicalListItem => {
      if (child.type !== 'list') {
        throw new MarkdownError(
          child,
          'A list item holds one paragraph and nested lists. Make it an item of its own.',
        )
      }
      return { ...shape, value: value + 1, children: [list(child, depth + 1, ids)] }
    }),
  ]
}

function table(node: Table, ids: Required<LexicalIds>): LexicalTable {
  const columns = Math.max(...node.children.map((row) => row.children.length))
  return {
    type: 'table',
    ...element,
    children: node.children.map((row, index) => ({
      type: 'tablerow',
      ...element,
      children: Array.from({ length: columns }, (_, column) => ({
        type: 'tablecell',
        ...element,
        backgroundColor: null,
        colSpan: 1,
        rowSpan: 1,
        // GFM: the first row is the header row, and there is always one.
        headerState: index === 0 ? 1 : 0,
        children: [paragraph(lexicalInlines(row.children[column]?.children ?? [], ids))],
      })),
    })),
  }
}
