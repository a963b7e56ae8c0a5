import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Action } from '../../../src/domain/review/index.ts'
import type { Expected } from './cellTable.ts'
import { isRun } from './cellTable.ts'
import { holds } from './probe.ts'
import { reviewCells } from './reviewCells.ts'
import type { Situation } from './reviewSituations.ts'
import { requestFor, situations } from './reviewSituations.ts'
import { summaryOf } from './summary.ts'
import type { World } from './world.ts'
import { startWorld } from './world.ts'
import { outcomeOf } from './attack.ts'
import { deviations } from './deviations.ts'
import { watched } from './watch.ts'

type Cell = (typeof reviewCells)[number]

let world: World
const made = new Map<Situation, ReturnType<Situation['make']>>()
const held = new Set<Cell>()
const started = performance.now()

beforeAll(async () => {
  world = await startWorld()
})

afterAll(async () => {
  await world.stop()
  const ms = performance.now() - started
  console.log(summaryOf('Review matrix', ['action', 'situation'], reviewCells, held, ms))
})

/** Asks for an action, and says in what it came to something else than it has to. */
async function ask(
  { column: action, row, expected }: Cell,
  situation: Situation,
): Promise<string[]> {
  const { slug, by, make } = situation
  const known = made.get(situation) ?? make(world)
  made.set(situation, known)
  const { id, key } = await known
  const body = await requestFor(world, action, situation, id)
  const person = by(world)
  const target = { slug, id, key, version: '', fields: {}, whole: {} }
  let possible: readonly Action[] | undefined
  const done = await watched(world, target, async () => {
    const answer = await (person ?? world.stranger).post(`/${slug}/${id}/review`, body)
    const [error] = (answer.body['errors'] ?? []) as { data?: { possible?: readonly Action[] } }[]
    possible = error?.data?.possible
    return outcomeOf(answer.status, answer.body['errors'])
  })
  if (done.entries.length > 0) made.delete(situation)
  return [
    ...(await deviations(world, done, expected as Expected, {
      due: [action],
      ...(person === undefined ? {} : { by: () => person }),
    })),
    ...(expected === 403 || expected === 409 || expected === 422
      ? holds(same(possible, openIn(row)), `it calls possible: ${String(possible)}`)
      : []),
  ]
}

/** What the row of the table says to be possible. */
function openIn(row: Cell['row']): readonly Action[] {
  return reviewCells
    .filter((cell) => cell.row === row && typeof cell.expected === 'string')
    .map(({ column }) => column)
}

/** Whether anybody can be asked to review, whoever was asked for, the table does not say. */
function same(one: readonly Action[] | undefined, other: readonly Action[]): boolean {
  const beside = (list: readonly Action[]) =>
    list.filter((action) => action !== 'assign').toSorted()
  return one !== undefined && beside(one).join() === beside(other).join()
}

describe('the review matrix', () => {
  it('has a cell for every action in every situation', () => {
    const { length } = reviewCells
    expect(new Set(reviewCells.map(({ column, row }) => `${column} ${row}`)).size).toBe(length)
    expect(length).toBe(11 * Object.keys(situations).length)
  })
})

describe.each(Object.entries(situations) as [Cell['row'], Situation][])('%s', (name, situation) => {
  const own = reviewCells.filter((cell) => cell.row === name && isRun(cell))

  it.each(own.map((cell) => [`${cell.column}: ${cell.expected as Expected}`, cell] as const))(
    '%s',
    async (_, cell) => {
      const found = await ask(cell, situation)
      expect(found.join('\n')).toBe('')
      held.add(cell)
    },
  )
})
