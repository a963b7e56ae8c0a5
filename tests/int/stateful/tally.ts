import { isStudy, labels } from './content.ts'
import { claimsOnLivePage } from './gate.ts'
import type { Entry, Model } from './model.ts'
import { isPublication } from './model.ts'
import type { Seen } from './observe.ts'
import { releasedLabels } from './observe.ts'
import type { World } from './world.ts'

/** What a run worth its name gets to. */
const places = [
  'a page is out',
  'a page is out with notices',
  'a live page is withheld',
  'a live claim is withheld',
  'two people signed one text',
  'a schedule was kept',
  'log: schedule-failed',
  'log: request-changes',
  'log: withdraw',
  'log: reinstate',
  'log: withhold',
  'log: delete',
] as const

const sorted = <T>(map: ReadonlyMap<string, T>): [string, T][] =>
  [...map].sort(([one], [other]) => (one < other ? -1 : 1))

/** Counts what sequences came to, so that a run in which everything was refused fools nobody. */
export class Tally {
  sequences = 0
  steps = 0
  private readonly operations = new Map<string, { accepted: number; refused: number }>()
  private readonly states = new Map<string, number>()
  private readonly reached = new Map<string, Set<number>>()

  private total(): { readonly accepted: number; readonly refused: number } {
    const counts = [...this.operations.values()]
    return {
      accepted: counts.reduce((sum, { accepted }) => sum + accepted, 0),
      refused: counts.reduce((sum, { refused }) => sum + refused, 0),
    }
  }

  /** For whoever adds up several runs. */
  figures(): object {
    return {
      sequences: this.sequences,
      ...this.total(),
      operations: Object.fromEntries(sorted(this.operations)),
      'sequences in which': Object.fromEntries(
        sorted(this.reached).map(([name, { size }]) => [name, size]),
      ),
    }
  }

  /** What a run did not get to, and so did not test. */
  gaps(): Readonly<Record<'neverAccepted' | 'neverRefused' | 'neverReached', string[]>> {
    const operations = sorted(this.operations)
    return {
      neverAccepted: operations.flatMap(([name, { accepted }]) => (accepted === 0 ? name : [])),
      neverRefused: operations.flatMap(([name, { refused }]) => (refused === 0 ? name : [])),
      neverReached: places.filter((name) => !this.reached.has(name)),
    }
  }

  count(name: string, isAccepted: boolean): void {
    const counts = this.operations.get(name) ?? { accepted: 0, refused: 0 }
    if (isAccepted) counts.accepted += 1
    else counts.refused += 1
    this.operations.set(name, counts)
    this.steps += 1
  }

  /** Notes where everything stands after a step, and what brought it there. */
  look(
    world: World,
    model: Model,
    seen: Seen,
    entries: readonly Entry[],
    isAtItsMoment: boolean,
  ): void {
    const released = releasedLabels(world, seen.plan)
    for (const label of labels) {
      if (isStudy(label) || !model.isThere(label)) continue
      const { state } = model.standing(label, model.newest(label))
      const live = model.liveState(label)
      const beside = live === 'live' && !model.isLiveAsItIs(label) ? ', draft beside' : ''
      const name = `${state}, ${live}${beside}`
      this.states.set(name, (this.states.get(name) ?? 0) + 1)
    }
    const isBroken = claimsOnLivePage(model).some((claim) => !released.has(claim))
    const areTwo = (['c1', 'c3'] as const).some(
      (claim) => model.standing(claim, model.newest(claim)).signers.length > 1,
    )
    this.note('a page is out', released.has('t'))
    this.note('a page is out with notices', released.has('t') && isBroken)
    this.note('a live page is withheld', model.of('t').live !== undefined && !released.has('t'))
    this.note(
      'a live claim is withheld',
      (['c1', 'c2', 'c3'] as const).some(
        (claim) => model.of(claim).live !== undefined && !released.has(claim),
      ),
    )
    this.note('two people signed one text', areTwo)
    for (const { action } of entries) this.note(`log: ${action}`, true)
    this.note('a schedule was kept', isAtItsMoment && entries.some(isPublication))
  }

  private note(name: string, isSo: boolean): void {
    if (!isSo) return
    const sequences = this.reached.get(name) ?? new Set()
    this.reached.set(name, sequences.add(this.sequences))
  }

  toString(): string {
    const { accepted, refused } = this.total()
    return [
      `${String(this.sequences)} sequences, ${String(this.steps)} operations: ${String(accepted)} accepted, ${String(refused)} refused`,
      '  operation            accepted  refused',
      ...sorted(this.operations).map(
        ([name, counts]) =>
          `  ${name.padEnd(18)}${String(counts.accepted).padStart(11)}${String(counts.refused).padStart(9)}`,
      ),
      '  texts seen after a step, by state',
      ...sorted(this.states).map(([name, n]) => `  ${String(n).padStart(6)}  ${name}`),
      '  sequences in which',
      ...sorted(this.reached).map(([name, { size }]) => `  ${String(size).padStart(6)}  ${name}`),
    ].join('\n')
  }
}
