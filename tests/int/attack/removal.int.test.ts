import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishRelease } from '../../../src/publish/index.ts'
import type { Lock } from './locks.ts'
import { locksOf } from './locks.ts'
import { makeRecords } from './recordProbes.ts'
import { withoutRule } from './ruleCases.ts'
import type { Watcher } from './watchers.ts'
import { watcherOf } from './watchers.ts'
import type { World } from './world.ts'
import { startWorld } from './world.ts'

let world: World
let locks: Lock[]

beforeAll(async () => {
  world = await startWorld()
  await publishRelease(world.payload)
  await makeRecords(world)
  locks = locksOf(world.payload)
})

afterAll(() => world.stop())

/** Does work with some locks open. */
async function opened<T>(names: readonly string[], work: () => Promise<T>): Promise<T> {
  const close = names.map((name) => {
    const lock = locks.find((each) => each.name === name)
    if (lock === undefined) throw new Error(`There is no lock ${name}.`)
    return lock.open()
  })
  try {
    return await work()
  } finally {
    for (const each of close.toReversed()) each()
  }
}

/** Whether a watcher holds with its lock shut, and notices that it is open. */
async function watched({ probe, behind = [], behindRule }: Watcher, name: string) {
  const at = async (names: readonly string[]) => opened(names, await probe(world))
  const both = async () => ({ shut: await at(behind), open: await at([...behind, name]) })
  return behindRule === undefined ? both() : withoutRule(behindRule, both)
}

/** One after the other in one test: what runs says how many there are. */
describe('each lock', () => {
  it('is watched', () => {
    const unwatched = locks.flatMap(({ name }) => (watcherOf(name) === undefined ? name : []))
    expect(unwatched).toEqual([])
  })

  it('keeps something out, which gets in once it is open', async () => {
    const unnoticed: string[] = []
    const broken: string[] = []
    for (const { name } of locks) {
      const watcher = watcherOf(name)
      if (watcher === undefined) continue
      try {
        const { shut, open } = await watched(watcher, name)
        if (shut.length > 0) broken.push(`${name}: ${shut.join('; ')}`)
        if (open.length === 0) unnoticed.push(name)
      } catch (error) {
        broken.push(`${name}: ${String(error)}`)
      }
    }
    console.log(
      `Removal: ${String(locks.length - unnoticed.length)} of ${String(locks.length)} locks are missed when they are gone.`,
    )
    expect({ broken, unnoticed }).toEqual({ broken: [], unnoticed: [] })
  }, 600_000)
})
