import { appendFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attack } from './sequences.ts'
import { startStateful } from './world.ts'
import type { World } from './world.ts'

const { ATTACK_RUNS, ATTACK_SEED, ATTACK_PATH, ATTACK_REPORT } = process.env

/** Sequences of a part, unless the environment says otherwise. */
const usualRuns = 25
const usualSeed = 20_261_122

/** Refused to everybody. */
const neverAllowed = ['tamper']

/** Refused to nobody, or only to the few who may do nothing. */
const hardlyEverRefused = ['comment', 'edit over a draft', 'release', 'scheduled moment']

/**
 * Runs a part of the sequences: two parts share the work between two processes, each with a database
 * of its own. `npm run attack` runs more of them, and any one again.
 */
export function attackPart(part: 1 | 2): void {
  const isReplay = ATTACK_PATH !== undefined && ATTACK_PATH !== ''
  const runs = isReplay ? 1 : Number(ATTACK_RUNS ?? usualRuns)
  const seed = Number(ATTACK_SEED ?? usualSeed) + (isReplay ? 0 : part - 1)
  let world: World

  beforeAll(async () => {
    world = await startStateful()
  }, 300_000)

  afterAll(() => world.citegate.stop())

  describe(`random sequences of requests by random people, part ${String(part)}`, () => {
    it(
      'do what a small model foresees, and let nothing out that nobody signed',
      async () => {
        const tally = await attack(world, {
          runs,
          seed,
          ...(isReplay ? { path: ATTACK_PATH } : {}),
        })
        console.log(`Seed ${String(seed)}: ${String(tally)}`)
        if (ATTACK_REPORT !== undefined) {
          appendFileSync(ATTACK_REPORT, `${JSON.stringify(tally.figures())}\n`)
        }
        // What chance has not reached in a run of another seed is no fault of the program.
        if (isReplay || ATTACK_RUNS !== undefined) return
        const { neverAccepted, neverRefused, neverReached } = tally.gaps()
        expect(neverAccepted, 'operations that were always refused').toEqual(neverAllowed)
        expect(hardlyEverRefused, 'operations that were never refused').toEqual(
          expect.arrayContaining(neverRefused),
        )
        expect(neverReached, 'states that were never reached').toEqual([])
      },
      60_000 + runs * (isReplay ? 600_000 : 60_000),
    )
  })
}
