import { because } from './because.ts'
import type { RouteName } from './routes.ts'
import { routes } from './routes.ts'
import type { WrongName } from './wrongs.ts'
import { wrongs } from './wrongs.ts'

/**
 * What has to come of an attempt. A number: refused with that status, and nothing written. `draft`:
 * saved beside, with one edit entry. `same`: accepted, and nothing of it changed a word. `none`:
 * accepted, and no business of the document's. `failed`: the schedule ended with an entry that says
 * why. `live`: it went out, as it may.
 */
export type Expected = number | 'draft' | 'failed' | 'live' | 'none' | 'same'

export interface Cell {
  readonly route: RouteName
  readonly wrong: WrongName
  /** Or why there is nothing to attempt. */
  readonly expected: Expected | { readonly because: string }
}

const words = ['draft', 'failed', 'live', 'none', 'same'] as const

/** Reads a table: a line of routes, then a line for each wrong. */
export function table(text: string): Cell[] {
  const [head = '', ...rows] = text.split('\n').filter((line) => line.trim() !== '')
  const columns = (head.split('|')[1] ?? '').trim().split(/\s+/)
  return rows.flatMap((row) => {
    const [name = '', codes = ''] = row.split('|').map((part) => part.trim())
    const cells = codes.split(/\s+/)
    if (cells.length !== columns.length) {
      throw new Error(
        `The row ${name} has ${String(cells.length)} cells, not ${String(columns.length)}.`,
      )
    }
    return columns.map((column, at) => ({
      route: named(routes, column),
      wrong: named(wrongs, name),
      expected: meaning(cells[at] ?? ''),
    }))
  })
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
