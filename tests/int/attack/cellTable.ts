import { because } from './because.ts'

const words = ['done', 'draft', 'failed', 'gone', 'live', 'none', 'same', 'withheld'] as const

/**
 * What has to come of an attempt. A number: refused with that status, and nothing written. `draft`:
 * saved beside, with one edit entry. `same`: accepted, and nothing of it changed a word. `none`:
 * accepted, and no business of the document's. `failed`: the schedule ended with an entry that says
 * why. `live`: it went out, as it may, or what was live went. `gone`: it was deleted, as it may be.
 * `done`: one entry of what was asked for, and every live word as before. `withheld`: the same, but
 * the next release leaves the text out.
 */
export type Expected = number | (typeof words)[number]

/** One cell of a table: what an attempt by that way (a column) on that thing (a row) comes to. */
export interface Cell<Column extends string = string, Row extends string = string> {
  readonly column: Column
  readonly row: Row
  /** Or why there is nothing to attempt. */
  readonly expected: Expected | { readonly because: string }
}

/** Reads a table: a line of columns, then a line for each row. Throws at a name nobody knows. */
export function table<Columns extends object, Rows extends object>(
  columns: Columns,
  rows: Rows,
  text: string,
): Cell<keyof Columns & string, keyof Rows & string>[] {
  const [head = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '')
  const ways = (head.split('|')[1] ?? '').trim().split(/\s+/)
  return lines.flatMap((line) => {
    const [row = '', codes = ''] = line.split('|').map((part) => part.trim())
    const cells = codes.split(/\s+/)
    if (cells.length !== ways.length) {
      throw new Error(
        `The row ${row} has ${String(cells.length)} cells, not ${String(ways.length)}.`,
      )
    }
    return ways.map((way, at) => ({
      column: named(columns, way),
      row: named(rows, row),
      expected: meaning(cells[at] ?? ''),
    }))
  })
}

/** Whether there is something to attempt. */
export function isRun({ expected }: Cell): boolean {
  return typeof expected !== 'object'
}

function named<T extends object>(known: T, name: string): keyof T & string {
  if (Object.hasOwn(known, name)) return name as keyof T & string
  throw new Error(`The table names ${name}, which there is not.`)
}

function meaning(code: string): Cell['expected'] {
  const word = words.find((each) => each === code)
  if (word !== undefined) return word
  if (/^\d{3}$/.test(code)) return Number(code)
  if (Object.hasOwn(because, code)) return { because: because[code as keyof typeof because] }
  throw new Error(`The table has a cell ${code}, which says nothing.`)
}
