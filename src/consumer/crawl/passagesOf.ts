import type { Nodes, Root } from 'mdast'
import { parseMarkdown } from '../markdownWords.ts'
import { type Json, recordsOf, textOf } from '../unknownJson.ts'
import { plainWords } from './plainWords.ts'

/** A paragraph, heading or cell that a page has to show. */
export interface Passage {
  readonly words: string
  /** As people read it. */
  readonly text: string
}

/** The passages of an item in reading order: of a page its sections, of a claim its statement. */
export function passagesOf(item: Json): readonly Passage[] {
  if (item.kind === 'claim') return passages([textOf(item.statement) ?? ''])
  return recordsOf(item.sections).flatMap((section) => [
    ...passages([textOf(section.heading) ?? '']),
    ...passages(leaves(parseMarkdown(textOf(section.markdown) ?? ''))),
  ])
}

/** The words of a Markdown text, without the marks of footnotes. */
export function wordsOfMarkdown(markdown: string): string {
  return plainWords(leaves(parseMarkdown(markdown)).join(''))
}

function passages(texts: readonly string[]): readonly Passage[] {
  return texts
    .map((text) => ({ words: plainWords(text), text: text.replace(/\s+/gu, ' ').trim() }))
    .filter(({ words }) => words !== '')
}

const apart = new Set(['root', 'blockquote', 'list', 'listItem', 'table', 'tableRow'])

function leaves(node: Root | Nodes): readonly string[] {
  if (node.type === 'footnoteDefinition' || node.type === 'definition') return []
  if (!apart.has(node.type)) return linesOf(node)
  return 'children' in node ? node.children.flatMap((child) => leaves(child as Nodes)) : []
}

/** A break in a paragraph is a boundary on the page too. */
function linesOf(node: Nodes): readonly string[] {
  return textOfNode(node).split('\u0000')
}

function textOfNode(node: Nodes): string {
  if (node.type === 'break') return '\u0000'
  if (node.type === 'footnoteReference' || node.type === 'html') return ''
  if (node.type === 'image') return node.alt ?? ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map((child) => textOfNode(child as Nodes)).join('') : ''
}
