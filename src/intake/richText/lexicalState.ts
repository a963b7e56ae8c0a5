/**
 * The serialized state that Payload's Lexical editor stores (Payload 3.90.2, lexical 0.50), as far
 * as Markdown needs it. Type aliases, so that a state fits the fields of Payload's generated types.
 */
export type LexicalState = { root: LexicalRoot }

export type LexicalRoot = ElementShape & { type: 'root'; children: LexicalBlock[] }

export type LexicalBlock =
  | LexicalParagraph
  | LexicalHeading
  | LexicalQuote
  | LexicalList
  | LexicalTable
  | { type: 'horizontalrule'; version: 1 }

export type LexicalParagraph = ElementShape & {
  type: 'paragraph'
  /** Format and style of its first text, which the next one typed would take on. */
  textFormat: number
  textStyle: ''
  children: LexicalInline[]
}

export type LexicalHeading = ElementShape & {
  type: 'heading'
  tag: 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
  children: LexicalInline[]
}

export type LexicalQuote = ElementShape & { type: 'quote'; children: LexicalInline[] }

export type LexicalList = ElementShape & {
  type: 'list'
  listType: 'bullet' | 'number'
  tag: 'ul' | 'ol'
  start: number
  children: LexicalListItem[]
}

/** Holds a line of text, or nothing but a nested list, which belongs to the item before it. */
export type LexicalListItem = ElementShape & {
  type: 'listitem'
  value: number
  children: LexicalInline[] | [LexicalList]
}

export type LexicalTable = ElementShape & { type: 'table'; children: LexicalTableRow[] }

export type LexicalTableRow = ElementShape & { type: 'tablerow'; children: LexicalTableCell[] }

export type LexicalTableCell = ElementShape & {
  type: 'tablecell'
  backgroundColor: null
  colSpan: 1
  rowSpan: 1
  /** 1: the cell heads its column, 0: it does not. */
  headerState: 0 | 1
  children: [LexicalParagraph]
}

export type LexicalInline = LexicalText | LexicalLineBreak | LexicalLink | LexicalClaim

export type LexicalText = {
  type: 'text'
  text: string
  /** Sum of `textFormats`. */
  format: number
  detail: 0
  mode: 'normal'
  style: ''
  version: 1
}

export type LexicalLineBreak = { type: 'linebreak'; version: 1 }

export type LexicalLink = ElementShape<3> & {
  type: 'link'
  id: string
  fields: { linkType: 'custom'; url: string; newTab: false }
  children: LexicalInline[]
}

/** The inline block in which a claim stands. `claim` is its database id. */
export type LexicalClaim = {
  type: 'inlineBlock'
  version: 1
  fields: { id: string; blockType: 'claim'; claim: string }
}

type ElementShape<Version extends number = 1> = {
  direction: null
  format: ''
  indent: number
  version: Version
}

/** Bits of a text's format, see LexicalConstants in lexical 0.50. */
export const textFormats = {
  strong: 1,
  emphasis: 2,
  delete: 4,
  inlineCode: 16,
  subscript: 32,
  superscript: 64,
} as const
