import fc from 'fast-check'
import { auditDatabase } from '../../../src/audit/index.ts'
import type { Label } from './content.ts'
import type { PersonName } from './model.ts'
import { Model } from './model.ts'
import type { Choice } from './operations.ts'
import type { Start, StepName } from './sequence.ts'
import { Sequence } from './sequence.ts'
import { Tally } from './tally.ts'
import { walks } from './walks.ts'
import type { World } from './world.ts'

const stepsInSequence = 20

/** How often each step is taken: most lead on, or hardly any text would ever be signed. */
const stepWeights: Readonly<Record<StepName, number>> = {
  advance: 40,
  editBeside: 8,
  editThrough: 3,
  patchPublished: 4,
  unpublish: 2,
  tamper: 2,
  changeStudy: 5,
  create: 3,
  restore: 4,
  remove: 2,
  submit: 4,
  approve: 6,
  requestChanges: 3,
  publish: 4,
  reinstate: 2,
  withdraw: 6,
  comment: 3,
  resolve: 3,
  assign: 3,
  schedule: 5,
  unschedule: 4,
  letFire: 3,
  release: 4,
}

const personWeights: Readonly<Record<PersonName, number>> = {
  editor: 4,
  otherEditor: 2,
  reviewer: 4,
  secondReviewer: 2,
  both: 5,
  admin: 1,
  stranger: 1,
}

const labelWeights: Readonly<Record<Label, number>> = {
  s1: 1,
  s2: 1,
  d: 2,
  c1: 4,
  c2: 2,
  c3: 2,
  t: 3,
}

const startWeights: Readonly<Record<Start, number>> = { drafts: 4, supported: 3, live: 4 }

function weighted<T extends string>(weights: Readonly<Record<T, number>>): fc.Arbitrary<T> {
  return fc.oneof(
    ...(Object.entries(weights) as [T, number][]).map(([name, weight]) => ({
      arbitrary: fc.constant(name),
      weight,
    })),
  )
}

class Step implements fc.AsyncCommand<Model, Sequence> {
  private readonly name: StepName
  private readonly choice: Choice

  constructor(name: StepName, choice: Choice) {
    this.name = name
    this.choice = choice
  }

  check(): boolean {
    return true
  }

  run(_model: Model, sequence: Sequence): Promise<void> {
    return sequence.take(this.name, this.choice)
  }

  toString(): string {
    const { who, label, pick } = this.choice
    return `${this.name} ${who} ${label} ${String(pick)}`
  }
}

const step = fc
  .tuple(weighted(stepWeights), weighted(personWeights), weighted(labelWeights), fc.nat(2000))
  .map(([name, who, label, pick]) => new Step(name, { who, label, pick }))

/** Always whole; a sequence that fails shrinks by leaving steps out. */
const sequence = fc.record({
  start: weighted(startWeights),
  steps: fc
    .tuple(...Array.from({ length: stepsInSequence }, () => fc.option(step, { freq: 1_000_000 })))
    .map((steps): readonly (Step | null)[] => steps),
})

const examples = walks.map(({ start, steps }) => ({
  start,
  steps: steps.map(([name, who, label, pick]) => new Step(name, { who, label, pick })),
}))

export interface Attack {
  /** Random sequences; the walks come before them. */
  readonly runs: number
  readonly seed: number
  /** Replays one sequence, and shrinks it. */
  readonly path?: string
}

/**
 * Runs random sequences of requests by random people and holds each answer, and what it left, against
 * the model.
 *
 * @throws the first violation, with the sequence that led to it and how to run it again
 */
export async function attack(world: World, { runs, seed, path }: Attack): Promise<Tally> {
  const tally = new Tally()
  const property = fc.asyncProperty(sequence, async ({ start, steps }) => {
    const setup = async () => {
      const model = new Model()
      return { model, real: await Sequence.begin(world, model, start, tally) }
    }
    await fc.asyncModelRun(
      setup,
      steps.filter((each) => each !== null),
    )
    const { breaks } = await auditDatabase(world.payload, { now: new Date() })
    if (breaks.length > 0) throw new Error(`The audit says: ${JSON.stringify(breaks)}`)
    tally.sequences += 1
  })
  const outcome = await fc.check(property, {
    seed,
    numRuns: path === undefined ? walks.length + runs : runs,
    unbiased: true,
    examples: examples.map((example) => [example]),
    // To shrink takes minutes: only whoever replays a failure waits for it.
    ...(path === undefined ? { endOnFailure: true } : { path }),
  })
  if (!outcome.failed) return tally
  const { errorInstance: error, counterexamplePath: found } = outcome
  throw new Error(
    [
      error instanceof Error ? (error.stack ?? error.message) : String(error),
      `Run it again: npm run attack -- --seed ${String(seed)} --path ${String(found)}`,
    ].join('\n\n'),
  )
}
