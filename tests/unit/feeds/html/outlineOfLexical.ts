import type { LexicalJson } from '../lexical/lexicalState.ts'
import { bold, code, italic, lowered, raised, struck } from '../lexical/lexicalState.ts'
import { imageAddress, images, sources, statements } from './hostileDocuments.ts'
import type { Block, Line, Outline, Run } from './outline.ts'
import { breakText, imageText, lineOf, linkMark, noteText } from './outline.ts'

/**
 * What the editor shows of a document, read by no code of the feed: the outline that every form of it
 * has to have.
 */
export function outlineOfLexical(document: LexicalJson): Outline {
  const order: string[] = []
  const blocks = childrenOf(document.root as LexicalJson).flatMap((node) => blockOf(node, order))
  return [
    ...blocks,
    ...order.map((key): Block => ({
      kind: 'note',
      blocks: [{ kind: 'p', line: [{ text: sources[key] ?? '', marks: [] }] }],
    })),
  ]
}

function blockOf(node: LexicalJson, order: string[]): Block[] {
  switch (node.type) {
    case 'paragraph':
      return lineBlock('p', node, order)
    case 'heading':
      return lineBlock(String(node.tag), node, order)
    case 'quote': {
      const blocks = lineBlock('p', node, order)
      return blocks.length === 0 ? [] : [{ kind: 'blockquote', blocks }]
    }
    case 'list':
      return [{ kind: listKind(node), blocks: itemsOf(node, order) }]
    case 'table':
      return [{ kind: 'table', rows: rowsOf(node, order) }]
    case 'upload': {
      const { sha256, alt } = images[String(node.value)] ?? { sha256: '', alt: '' }
      return [{ kind: 'p', line: [{ text: imageText(imageAddress(sha256), alt), marks: [] }] }]
    }
    case 'horizontalrule':
      return [{ kind: 'hr', line: [] }]
    default:
      throw new Error(`No document holds a ${String(node.type)}.`)
  }
}

function listKind(node: LexicalJson): string {
  return node.listType === 'number' ? `ol ${String(node.start)}` : 'ul'
}

function itemsOf(list: LexicalJson, order: string[]): Block[] {
  const items: { kind: 'li'; blocks: Block[] }[] = []
  for (const item of childrenOf(list)) {
    const [first] = childrenOf(item)
    const owner = items.at(-1)
    if (first?.type === 'list' && owner !== undefined) owner.blocks.push(...blockOf(first, order))
    else items.push({ kind: 'li', blocks: lineBlock('p', item, order) })
  }
  return items
}

function rowsOf(table: LexicalJson, order: string[]): (readonly [string, Line])[][] {
  const [head] = childrenOf(table)
  const cellsOf = (row: LexicalJson) => childrenOf(row)
  const hasHeader = head !== undefined && cellsOf(head).every((cell) => cell.headerState === 1)
  const rows = childrenOf(table).map((row, index) =>
    cellsOf(row).map((cell) => {
      const line = lineOfNodes(childrenOf(cell).flatMap(childrenOf), order)
      return [hasHeader && index === 0 ? 'th' : 'td', line] as const
    }),
  )
  return hasHeader || head === undefined
    ? rows
    : [cellsOf(head).map(() => ['th', []] as const), ...rows]
}

function lineBlock(kind: string, node: LexicalJson, order: string[]): Block[] {
  const line = lineOfNodes(childrenOf(node), order)
  return line.length === 0 ? [] : [{ kind, line }]
}

function lineOfNodes(nodes: readonly LexicalJson[], order: string[]): Line {
  return lineOf(nodes.flatMap((node) => runsOf(node, order)))
}

function runsOf(node: LexicalJson, order: string[]): Run[] {
  switch (node.type) {
    case 'text':
      return [{ text: shaped(String(node.text), Number(node.format)), marks: marksOf(node) }]
    case 'linebreak':
      return [{ text: breakText, marks: [] }]
    case 'link': {
      const runs = childrenOf(node).flatMap((child) => runsOf(child, order))
      const { url } = node.fields as { url: string }
      const mark = linkMark(url, runs.map(({ text }) => text).join(''))
      return runs.map((run) => ({ ...run, marks: mark ? [...run.marks, mark] : run.marks }))
    }
    case 'inlineBlock': {
      const { claim } = node.fields as { claim: string }
      const { text, sources: cited } = statements[claim] ?? { text: '', sources: [] }
      return [{ text, marks: [] }, ...cited.map((key) => ({ text: note(key, order), marks: [] }))]
    }
    default:
      throw new Error(`No line holds a ${String(node.type)}.`)
  }
}

/** Footnotes are numbered as readers meet them. */
function note(key: string, order: string[]): string {
  if (!order.includes(key)) order.push(key)
  return noteText(order.indexOf(key) + 1)
}

const forms: readonly (readonly [format: number, plain: string, formed: string])[] = [
  [raised, '0123456789+-', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'],
  [lowered, '0123456789-max', '₀₁₂₃₄₅₆₇₈₉₋ₘₐₓ'],
]

function shaped(text: string, format: number): string {
  const form = forms.find(([bit]) => (format & bit) !== 0)
  if (form === undefined) return text
  return Array.from(text, (character) => form[2][form[1].indexOf(character)] ?? '⟦?⟧').join('')
}

function marksOf(node: LexicalJson): string[] {
  const names: readonly (readonly [number, string])[] = [
    ...[[bold, 'strong'] as const, [italic, 'em'] as const],
    ...[[struck, 'del'] as const, [code, 'code'] as const],
  ]
  return names.flatMap(([bit, name]) => ((Number(node.format) & bit) === 0 ? [] : [name]))
}

function childrenOf(node: LexicalJson): readonly LexicalJson[] {
  return node.children as readonly LexicalJson[]
}
