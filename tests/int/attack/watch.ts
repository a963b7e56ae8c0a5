import type { LogEntry } from '../../../src/domain/model/index.ts'
import type { Review } from '../../../src/payload-types.ts'
import { toLogEntry } from '../../../src/projection/index.ts'
import type { Outcome, Target } from './attack.ts'
import type { Snapshot } from './snapshot.ts'
import { differences, takePlan, takeSnapshot } from './snapshot.ts'
import type { World } from './world.ts'

/** What an attempt came to: what was answered, and what was there before and after. */
export interface Attempt {
  readonly outcome: Outcome
  readonly target: Target
  readonly entries: readonly LogEntry[]
  readonly liveChanged: readonly string[]
  /** Of what was live before and after: where lists say something else of its review. */
  readonly reviewChanged: readonly string[]
  readonly storedChanged: readonly string[]
  readonly planChanged: boolean
}

/**
 * What was there when the last attempt had been made. It is there still unless something was prepared
 * since, which the log would say; and a plan made of the same things is the same plan.
 */
interface Moment {
  readonly snapshot: Snapshot
  readonly plan: string
  readonly sequence: number
}
const last = new WeakMap<World, Moment>()

/** Looks at what is stored before and after an attempt. */
export async function watched(
  world: World,
  target: Target,
  attempt: (world: World, target: Target) => Promise<Outcome>,
): Promise<Attempt> {
  const known = last.get(world)
  const before =
    known?.sequence === (await lastSequence(world)) ? known : await momentOf(world, known)
  const outcome = await attempt(world, target)
  const after = await momentOf(world, before)
  last.set(world, after)
  const liveChanged = differences(before.snapshot.live, after.snapshot.live)
  return {
    outcome,
    target,
    entries: after.sequence === before.sequence ? [] : await entriesSince(world, before.sequence),
    liveChanged,
    reviewChanged: differences(before.snapshot.reviewed, after.snapshot.reviewed).filter(
      (name) => !liveChanged.includes(name),
    ),
    storedChanged: differences(before.snapshot.stored, after.snapshot.stored),
    planChanged: before.plan !== after.plan,
  }
}

async function momentOf(world: World, known: Moment | undefined): Promise<Moment> {
  const snapshot = await takeSnapshot(world)
  const sequence = await lastSequence(world)
  const isSame =
    known?.sequence === sequence &&
    differences(known.snapshot.stored, snapshot.stored).length === 0 &&
    differences(known.snapshot.live, snapshot.live).length === 0 &&
    differences(known.snapshot.reviewed, snapshot.reviewed).length === 0
  return { snapshot, sequence, plan: isSame ? known.plan : await takePlan(world) }
}

async function entriesSince({ payload }: World, sequence: number): Promise<LogEntry[]> {
  const { docs } = await payload.db.find<Review>({
    collection: 'reviews',
    where: { sequence: { greater_than: sequence } },
    sort: 'sequence',
    limit: 0,
    pagination: false,
  })
  return docs.map(toLogEntry)
}

async function lastSequence({ payload }: World): Promise<number> {
  const { docs } = await payload.db.find<Review>({
    collection: 'reviews',
    sort: '-sequence',
    limit: 1,
    pagination: false,
  })
  return docs[0]?.sequence ?? 0
}
