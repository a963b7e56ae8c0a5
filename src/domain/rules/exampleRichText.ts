import type { BlockContent, DefinitionContent, ListItem, PhrasingContent } from 'mdast'
import type { ClaimReference, RichText } from '../model/index.ts'

/** Short words for writing the rich text of an example. */

type Block = BlockContent | DefinitionContent

export function richText(...blocks: Block[]): RichText {
  return { type: 'root', children: blocks }
}

export function paragraph(...content: (string | PhrasingContent)[]): Block {
  return { type: 'paragraph', children: content.map(phrasing) }
}

export function heading(depth: 1 | 2 | 3 | 4 | 5 | 6, text: string): Block {
  return { type: 'heading', depth, children: [phrasing(text)] }
}

export function list(...items: Block[]): Block {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((item): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [item],
    })),
  }
}

/** A table of rows of cells; the first row is its head. */
export function table(...rows: (string | PhrasingContent)[][]): Block {
  return {
    type: 'table',
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: [phrasing(cell)] })),
    })),
  }
}

export function image(alt: string | null): PhrasingContent {
  return { type: 'image', url: `media:${'0'.repeat(64)}`, alt }
}

/** The place of a claim in a sentence. */
export function reference(claim: string): ClaimReference {
  return { type: 'claimReference', claim }
}

/** A paragraph that holds one claim and nothing else. */
export function claimAlone(claim: string): Block {
  return paragraph(reference(claim))
}

function phrasing(content: string | PhrasingContent): PhrasingContent {
  return typeof content === 'string' ? { type: 'text', value: content } : content
}
