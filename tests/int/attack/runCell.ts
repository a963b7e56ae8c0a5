import type { Route, Wrong } from './attack.ts'
import type { Expected } from './cellTable.ts'
import { deviations } from './deviations.ts'
import type { Stage } from './stage.ts'
import type { Attempt } from './watch.ts'
import { watched } from './watch.ts'
import type { World } from './world.ts'

/** Tries one way in with one wrong, and says in what it came to something else than it has to. */
export async function runCell(
  world: World,
  stage: Stage,
  route: Route,
  wrong: Wrong,
  expected: Expected,
): Promise<string[]> {
  const made = await watched(world, await stage.target(route, wrong), route.attempt)
  if (made.liveChanged.length > 0 || made.entries.length > 0) {
    stage.spoil(route, wrong, isOnlySoiled(made, route, wrong))
  }
  return deviations(world, made, expected, { ...route, rules: wrong.rules })
}

/** A draft beside a live text with a newer draft leaves behind what was there: such a text. */
function isOnlySoiled(
  { liveChanged }: Attempt,
  { over, carries }: Route,
  { kind }: Wrong,
): boolean {
  return liveChanged.length === 0 && over === 'newer' && carries === 'body' && kind !== 'history'
}
