import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Expected } from './cellTable.ts'
import { isRun } from './cellTable.ts'
import type { Standings } from './runTakedown.ts'
import { runTakedown } from './runTakedown.ts'
import { summaryOf } from './summary.ts'
import { takedownCells } from './takedownCells.ts'
import { standings, takingsDown } from './takedowns.ts'
import type { World } from './world.ts'
import { startWorld } from './world.ts'

type Cell = (typeof takedownCells)[number]

let world: World
const made: Standings = new Map()
const held = new Set<Cell>()
const started = performance.now()

beforeAll(async () => {
  world = await startWorld()
})

afterAll(async () => {
  await world.stop()
  const ms = performance.now() - started
  console.log(summaryOf('Takedown matrix', ['way', 'thing'], takedownCells, held, ms))
})

describe('the takedown matrix', () => {
  it('has a cell for every way and every thing', () => {
    const wanted = Object.keys(takingsDown).flatMap((way) =>
      Object.keys(standings).map((thing) => `${way} ${thing}`),
    )
    const there = takedownCells.map(({ column, row }) => `${column} ${row}`)
    expect(there.toSorted()).toEqual(wanted.toSorted())
  })
})

describe.each(Object.keys(takingsDown) as Cell['column'][])('%s', (name) => {
  const own = takedownCells.filter((cell) => cell.column === name && isRun(cell))

  it.each(own.map((cell) => [`${cell.row}: ${cell.expected as Expected}`, cell] as const))(
    '%s',
    async (_, cell) => {
      const way = takingsDown[cell.column]
      const expected = cell.expected as Expected
      const found = await runTakedown(world, made, way, standings[cell.row], expected)
      expect(found.join('\n')).toBe('')
      held.add(cell)
    },
  )
})
