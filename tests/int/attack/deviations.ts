import type { Expected } from './cellTable.ts'
import type { Person } from '../support/citegate.ts'
import { staleState } from './staleState.ts'
import type { Attempt } from './watch.ts'
import type { World } from './world.ts'

/** What an attempt is held to beside its cell. */
interface Asked {
  /** Rules that a refusal by the gate has to name. */
  readonly rules?: readonly string[]
  /** What the log has to say when it leads out. */
  readonly due?: readonly string[]
  /** Whom the log has to name. */
  readonly by?: (world: World) => Person
}

interface Due {
  readonly accepted: boolean
  readonly changesLive: boolean
  readonly mayStore: boolean
  readonly entries: readonly string[]
}

const dueFor: Readonly<Record<Exclude<Expected, number>, Due>> = {
  none: { accepted: true, changesLive: false, mayStore: false, entries: [] },
  same: { accepted: true, changesLive: false, mayStore: true, entries: [] },
  draft: { accepted: true, changesLive: false, mayStore: true, entries: ['edit'] },
  failed: { accepted: false, changesLive: false, mayStore: true, entries: ['schedule-failed'] },
  gone: { accepted: true, changesLive: false, mayStore: true, entries: ['delete'] },
  live: { accepted: true, changesLive: true, mayStore: true, entries: ['publish'] },
}

const refused: Due = { accepted: false, changesLive: false, mayStore: false, entries: [] }

/** Everything in which what came of an attempt differs from what has to; none, and the cell holds. */
export async function deviations(
  world: World,
  made: Attempt,
  expected: Expected,
  { rules = [], due: dueToRoute, by }: Asked,
): Promise<string[]> {
  const { outcome, entries, liveChanged, storedChanged, planChanged } = made
  const due = typeof expected === 'number' ? refused : dueFor[expected]
  const found: string[] = []
  const expect = (holds: boolean, words: string) => {
    if (!holds) found.push(words)
  }

  const answered = `answered ${String(outcome.status)} ${outcome.code ?? ''}: ${outcome.message}`
  if (typeof expected === 'number') expect(outcome.status === expected, answered)
  else expect(outcome.status < 300 === due.accepted && outcome.status !== 500, answered)
  if (outcome.code === 'findings') {
    const unnamed = rules.filter((rule) => !outcome.rules.includes(rule))
    expect(unnamed.length === 0, `refused, but not by ${unnamed.join(', ')}`)
  }

  const live = due.changesLive ? [`${made.target.slug} ${made.target.id}`] : []
  expect(same(liveChanged, live), `changed what is live: ${liveChanged.join(', ') || 'nothing'}`)
  expect(
    planChanged === due.changesLive,
    `the next release is ${planChanged ? 'another' : 'the same'}`,
  )
  expect(due.mayStore || storedChanged.length === 0, `stored ${storedChanged.join(', ')}`)

  const actions = entries.map(({ action }) => action)
  const wanted = due.changesLive ? (dueToRoute ?? due.entries) : due.entries
  expect(same(actions, wanted), `the log has ${actions.join(', ') || 'no entry'} more`)
  const actor = expected === 'failed' ? 'citegate' : (by?.(world) ?? world.people.editor).user.key
  const others = entries.filter((entry) => entry.actor.key !== actor)
  expect(others.length === 0, `the log names ${others.map((entry) => entry.actor.key).join(', ')}`)

  expect(!('polluted' in {}), 'every object is polluted')
  if (due.mayStore && expected !== 'gone' && made.target.id !== '')
    found.push(...(await staleState(world, made.target)))
  return found
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at])
}
