import type { Cell } from './cellTable.ts'
import { isRun } from './cellTable.ts'

/** Counts of cells by column and by row, as a reader of the output wants them. */
export function summaryOf(
  title: string,
  [columns, rows]: readonly [string, string],
  cells: readonly Cell[],
  held: ReadonlySet<Cell>,
  ms: number,
): string {
  const run = cells.filter(isRun)
  const lines = [
    `${title}: ${String(held.size)} of ${String(run.length)} cells held in ${(ms / 1000).toFixed(0)} s; ${String(cells.length - run.length)} more do not apply.`,
    '',
    ...block(columns, cells, held, ({ column }) => column),
    '',
    ...block(rows, cells, held, ({ row }) => row),
    '',
    ...reasons(cells),
  ]
  return lines.join('\n')
}

function block(
  title: string,
  cells: readonly Cell[],
  held: ReadonlySet<Cell>,
  nameOf: (cell: Cell) => string,
): string[] {
  const line = (name: string, counts: readonly string[]) =>
    name.padEnd(24) + counts.map((count) => count.padStart(10)).join('')
  const names = [...new Set(cells.map(nameOf))]
  return [
    line(title, ['run', 'held', 'n/a']),
    ...names.map((name) => {
      const own = cells.filter((cell) => nameOf(cell) === name)
      const run = own.filter(isRun)
      const kept = run.filter((cell) => held.has(cell))
      return line(name, [run.length, kept.length, own.length - run.length].map(String))
    }),
  ]
}

function reasons(cells: readonly Cell[]): string[] {
  const counts = new Map<string, number>()
  for (const { expected } of cells) {
    if (typeof expected !== 'object') continue
    counts.set(expected.because, (counts.get(expected.because) ?? 0) + 1)
  }
  return [...counts].map(([reason, count]) => `n/a ${String(count).padStart(4)}: ${reason}`)
}
