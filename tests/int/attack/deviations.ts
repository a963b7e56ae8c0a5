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
  /** Whether the words that are live are others, or none, than before. */
  readonly changesLive: boolean
  readonly changesPlan: boolean
  readonly mayStore: boolean
  /** `asked`: what the log has to say when it leads out. */
  readonly entries: readonly string[] | 'asked'
}

const accepted: Due = {
  accepted: true,
  changesLive: false,
  changesPlan: false,
  mayStore: true,
  entries: [],
}
const refused: Due = { ...accepted, accepted: false, mayStore: false }

const dueFor: Readonly<Record<Exclude<Expected, number>, Due>> = {
  none: { ...accepted, mayStore: false },
  same: accepted,
  done: { ...accepted, entries: 'asked' },
  withheld: { ...accepted, changesPlan: true, entries: 'asked' },
  draft: { ...accepted, entries: ['edit'] },
  failed: { ...accepted, accepted: false, entries: ['schedule-failed'] },
  gone: { ...accepted, entries: ['delete'] },
  live: { ...accepted, changesLive: true, changesPlan: true, entries: 'asked' },
}

/** Everything in which what came of an attempt differs from what has to; none, and the cell holds. */
export async function deviations(
  world: World,
  made: Attempt,
  expected: Expected,
  { rules = [], due: asked = ['publish'], by }: Asked,
): Promise<string[]> {
  const { outcome, entries, liveChanged, reviewChanged, storedChanged, planChanged } = made
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

  const own = `${made.target.slug} ${made.target.id}`
  expect(
    same(liveChanged, due.changesLive ? [own] : []),
    `changed what is live: ${liveChanged.join(', ') || 'nothing'}`,
  )
  const elsewhere = reviewChanged.filter((name) => name !== own || due.entries !== 'asked')
  expect(elsewhere.length === 0, `lists say something else of ${elsewhere.join(', ')}`)
  expect(
    planChanged === due.changesPlan,
    `the next release is ${planChanged ? 'another' : 'the same'}`,
  )
  expect(due.mayStore || storedChanged.length === 0, `stored ${storedChanged.join(', ')}`)

  const actions = entries.map(({ action }) => action)
  const wanted = due.entries === 'asked' ? asked : due.entries
  expect(same(actions, wanted), `the log has ${actions.join(', ') || 'no entry'} more`)
  const actor = expected === 'failed' ? 'citegate' : (by?.(world) ?? world.people.editor).user.key
  const named = entries.flatMap((entry) => (entry.actor.key === actor ? [] : entry.actor.key))
  expect(named.length === 0, `the log names ${named.join(', ')}`)

  expect(!('polluted' in {}), 'every object is polluted')
  if (due.mayStore && expected !== 'gone' && made.target.id !== '')
    found.push(...(await staleState(world, made.target)))
  return found
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at])
}
