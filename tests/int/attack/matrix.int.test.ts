import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../../src/domain/review/index.ts'
import { toLogEntry } from '../../../src/projection/index.ts'
import { publishRelease } from '../../../src/publish/index.ts'
import type { Route, Wrong } from './attack.ts'
import type { Expected } from './cellTable.ts'
import { isRun } from './cellTable.ts'
import { cells } from './cells.ts'
import { routes } from './routes.ts'
import { runCell } from './runCell.ts'
import { Stage } from './stage.ts'
import { summaryOf } from './summary.ts'
import type { World } from './world.ts'
import { startWorld } from './world.ts'
import { wrongs } from './wrongs.ts'

type Cell = (typeof cells)[number]

let world: World
let stage: Stage
const held = new Set<Cell>()
const started = performance.now()

beforeAll(async () => {
  world = await startWorld()
  stage = new Stage(world)
})

afterAll(async () => {
  await world.stop()
  console.log(
    summaryOf('Attack matrix', ['route', 'wrong'], cells, held, performance.now() - started),
  )
})

const nameOf = ({ row, expected }: Cell) =>
  `${wrongs[row].name}: ${typeof expected === 'object' ? 'n/a' : expected}`

async function hold(cell: Cell, route: Route, wrong: Wrong): Promise<void> {
  const found = await runCell(world, stage, route, wrong, cell.expected as Expected)
  expect(found.join('\n')).toBe('')
  held.add(cell)
}

describe('the matrix', () => {
  it('has a cell for every wrong on every route', () => {
    const wanted = Object.keys(routes).flatMap((route) =>
      Object.keys(wrongs).map((wrong) => `${route} ${wrong}`),
    )
    expect(cells.map(({ column, row }) => `${column} ${row}`).toSorted()).toEqual(wanted.toSorted())
  })
})

describe.each(Object.entries(routes) as [Cell['column'], Route][])('%s', (name, route) => {
  const own = cells.filter((cell) => cell.column === name && isRun(cell))
  const leads = own.filter(({ expected }) => expected === 'live')
  const stays = own.filter(({ expected }) => expected !== 'live')

  beforeAll(async () => {
    for (const { row } of stays) await stage.target(route, wrongs[row])
    await publishRelease(world.payload)
  }, 600_000)

  it.each(stays.map((cell) => [nameOf(cell), cell] as const))('%s', (_, cell) =>
    hold(cell, route, wrongs[cell.row]),
  )

  it('brings nothing new into the feed', async () => {
    expect(await publishRelease(world.payload)).toMatchObject({ outcome: 'unchanged' })
  })

  it.each(leads.map((cell) => [nameOf(cell), cell] as const))('%s', (_, cell) =>
    hold(cell, route, wrongs[cell.row]),
  )
})

describe('the log', () => {
  it('is one unbroken chain after all of it', async () => {
    const { docs } = await world.payload.find({
      collection: 'reviews',
      sort: 'sequence',
      limit: 0,
    })
    expect(verifyChain(docs.map(toLogEntry))).toMatchObject({ ok: true })
  })
})
