import type { Expected } from './cellTable.ts'
import { deviations } from './deviations.ts'
import type { Standing, TakingDown } from './takedowns.ts'
import { watched } from './watch.ts'
import type { World } from './world.ts'

/** Keeps what is to be taken down until something was. */
export type Standings = Map<Standing, ReturnType<Standing['make']>>

/** Tries one way to take one thing away; a refusal names what rests on it. */
export async function runTakedown(
  world: World,
  made: Standings,
  way: TakingDown,
  standing: Standing,
  expected: Expected,
): Promise<string[]> {
  const known = made.get(standing) ?? standing.make(world)
  made.set(standing, known)
  const { id, key, dependents } = await known
  const target = { slug: standing.slug, id, key, version: '', fields: {}, whole: {} }
  const done = await watched(world, target, way.attempt)
  if (done.storedChanged.length > 0) made.delete(standing)
  const unnamed = dependents.filter((name) => !done.outcome.message.includes(name))
  return [
    ...(await deviations(world, done, expected, {})),
    ...(done.outcome.code === 'in-use' && unnamed.length > 0
      ? [`refused without naming ${unnamed.join(', ')}`]
      : []),
    ...(expected === 409 &&
    !way.mayLeaveHoles &&
    dependents.length > 0 &&
    done.outcome.code !== 'in-use'
      ? [`refused as ${String(done.outcome.code)}, not as in use`]
      : []),
  ]
}
