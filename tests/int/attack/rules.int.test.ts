import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '../../../src/domain/rules/index.ts'
import { ruleCases, withoutRule } from './ruleCases.ts'
import { ruleDeviations } from './ruleDeviations.ts'
import type { World } from './world.ts'
import { startWorld } from './world.ts'

let world: World

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

describe('the rules', () => {
  it('have a case each', () => {
    const ids = registry.map(({ id }) => id)
    expect(Object.keys(ruleCases).toSorted()).toEqual(ids.toSorted())
  })
})

describe.each(registry.map(({ id }) => id))('%s', (rule) => {
  it('is what stands in the way, and without it nothing does', async () => {
    const ruleCase = ruleCases[rule]
    if (ruleCase === undefined) throw new Error(`There is no case for ${rule}.`)
    const id = await ruleCase.make(world)
    expect(await ruleDeviations(world, rule, ruleCase, id)).toEqual([])
    const without = await withoutRule(rule, () => ruleDeviations(world, rule, ruleCase, id))
    expect(without).toContain(`no finding of ${rule}`)
    if (!ruleCase.isOnlyRead) expect(without.join()).toContain('published with')
  })
})
