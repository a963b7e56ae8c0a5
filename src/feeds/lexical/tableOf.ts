import type { Table, TableCell, TableRow } from 'mdast'
import type { Placed, ReadBlocks } from './lexicalNode.ts'
import { childrenOf } from './lexicalNode.ts'
import { Refused } from '../tree/index.ts'

/** Bit of Lexical's `headerState`: the cell heads its column, so it stands in a header row. */
const headsColumn = 1

/**
 * A GFM table: one header row, one line of text in a cell, the same number of cells in every row. A
 * table without a header row gets an empty one, short rows are filled up; what GFM has no form for
 * (merged cells, lists or several paragraphs in a cell) is refused with its place.
 */
export function tableOf(placed: Placed, readBlocks: ReadBlocks): Table {
  const lexicalRows = childrenOf(placed).map((row) => {
    expectType(row, 'tablerow', 'A table holds rows')
    return childrenOf(row)
  })
  const columns = Math.max(0, ...lexicalRows.map((cells) => cells.length))
  if (columns === 0) throw new Refused(placed.place, 'The table has no cells. Remove it.')

  const rows = lexicalRows.map((cells) =>
    tableRow(
      cells.map((cell) => tableCell(cell, readBlocks)),
      columns,
    ),
  )
  const hasHeader = lexicalRows[0]?.every(({ node }) => isColumnHeader(node.headerState)) ?? false
  return {
    type: 'table',
    align: Array.from({ length: columns }, () => null),
    children: hasHeader ? rows : [tableRow([], columns), ...rows],
  }
}

function isColumnHeader(headerState: unknown): boolean {
  return typeof headerState === 'number' && (headerState & headsColumn) !== 0
}

function tableRow(cells: readonly TableCell[], columns: number): TableRow {
  const missing = Array.from({ length: columns - cells.length }, (): TableCell => ({
    type: 'tableCell',
    children: [],
  }))
  return { type: 'tableRow', children: [...cells, ...missing] }
}

function tableCell(placed: Placed, readBlocks: ReadBlocks): TableCell {
  expectType(placed, 'tablecell', 'A table row holds cells')
  const { node, place } = placed
  if (isSpan(node.colSpan) || isSpan(node.rowSpan)) {
    throw new Refused(place, 'Merged cells cannot be published. Split the cell.')
  }
  const blocks = readBlocks(childrenOf(placed))
  const [content, another] = blocks
  if (content === undefined) return { type: 'tableCell', children: [] }
  if (another !== undefined || content.type !== 'paragraph') {
    throw new Refused(
      place,
      'A table cell holds one line of text. Move lists, headings and further paragraphs out of the table.',
    )
  }
  if (content.children.some((child) => child.type === 'break')) {
    throw new Refused(place, 'A table cell holds one line of text. Remove the line break in it.')
  }
  return { type: 'tableCell', children: content.children }
}

function expectType({ node, place }: Placed, type: string, rule: string): void {
  if (node.type !== type) throw new Refused(place, `${rule}, not a ${node.type}.`)
}

function isSpan(value: unknown): boolean {
  return typeof value === 'number' && value > 1
}
