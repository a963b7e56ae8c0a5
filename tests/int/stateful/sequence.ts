import { advance } from './advance.ts'
import {
  checkAnswer,
  checkEntries,
  checkFeed,
  checkPlan,
  checkStored,
  checkUntouched,
} from './check.ts'
import type { Label, Words } from './content.ts'
import { fieldsOf, firstWords, labels } from './content.ts'
import { expectCreation } from './expectations.ts'
import type { Entry, Model, PersonName } from './model.ts'
import { roles } from './model.ts'
import type { Seen } from './observe.ts'
import { observe, wholeLog } from './observe.ts'
import type { Choice, Operation, PlanName, Scene } from './operations.ts'
import { plans, write } from './operations.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'
import { clearAway, make } from './world.ts'

export type StepName = PlanName | 'advance'

/** What is there before the first step: drafts, a live disclaimer too, or a live page. */
export type Start = 'drafts' | 'supported' | 'live'

const signedAtStart: Readonly<Record<Start, readonly Label[]>> = {
  drafts: [],
  supported: ['d'],
  live: ['d', 'c1', 'c2', 't'],
}

const nothingSeen: Seen = {
  bytes: new Map(),
  newest: new Map(),
  live: new Map(),
  plan: { channels: [], withheld: [], readmitted: [] },
}

const pageAtFirst: Words = { kind: 'therapy', wording: 0, shows: 'none' }

/** Where everything is a draft, the benefit is one that two people have to sign. */
function wordsAtStart(label: Label, start: Start): Words {
  const words = firstWords[label]
  return start === 'drafts' && label === 'c1' && words.kind === 'claim'
    ? { ...words, certainty: 'low' }
    : words
}

const people = Object.keys(roles) as PersonName[]

const restorers = ['editor', 'both'] as const

/** The same things in the same order, from another one on. */
function turned<T>(things: readonly T[], first: T): readonly T[] {
  const at = things.indexOf(first)
  return [...things.slice(at), ...things.slice(0, at)]
}

/** One run through the program, with the model beside it. */
export class Sequence implements Scene {
  readonly world: World
  readonly model: Model
  seen: Seen = nothingSeen
  readonly pastHashes = new Map<Label, string[]>()
  private readonly tally: Tally
  private readonly taken: string[]

  private constructor(world: World, model: Model, start: Start, tally: Tally) {
    this.world = world
    this.model = model
    this.tally = tally
    this.taken = [`A sequence that starts with ${start}:`]
  }

  static async begin(world: World, model: Model, start: Start, tally: Tally): Promise<Sequence> {
    await clearAway(world)
    const sequence = new Sequence(world, model, start, tally)
    await sequence.setTheTable(start)
    return sequence
  }

  /** Takes one step, and checks the world after it. */
  async take(name: StepName, choice: Choice): Promise<void> {
    const operation = await this.chosen(name, choice)
    await this.told(operation, async () => {
      const before = this.seen
      const entries = await this.perform(operation)
      await this.look(entries.length > 0)
      if (!operation.expected.isAccepted) checkUntouched(before, this.seen)
      checkStored(this.model, this.seen)
      checkPlan(this.world, this.model, this.seen)
      await checkFeed(this.world, this.model, this.seen)
      this.tally.count(operation.name, operation.expected.isAccepted)
      this.tally.look(
        this.world,
        this.model,
        this.seen,
        entries,
        operation.name === 'scheduled moment',
      )
    })
  }

  /**
   * Most of what chance asks is refused out of hand. So every other time somebody asks who may, for what
   * goes, and every fourth time for what goes but for one thing.
   */
  private async chosen(name: StepName, choice: Choice): Promise<Operation> {
    const plan = name === 'advance' ? advance : plans[name]
    // A claim that nobody has made yet has no address.
    const known = labels.filter((label) => this.model.of(label).words !== undefined)
    const label = known.includes(choice.label) ? choice.label : 'c1'
    const first = await plan(this, { ...choice, label })
    const aim = choice.pick % 4
    const isAimedAt = ({ expected }: Operation): boolean =>
      aim === 0 || (aim === 1 ? !expected.isAccepted && expected.isNear : expected.isAccepted)
    if (isAimedAt(first) || name === 'tamper') return first
    for (const other of turned(known, label)) {
      // To choose a version takes a look into the database.
      for (const who of name === 'restore' ? restorers : turned(people, choice.who)) {
        const operation = await plan(this, { ...choice, who, label: other })
        if (isAimedAt(operation)) return operation
      }
    }
    return first
  }

  private async setTheTable(start: Start): Promise<void> {
    const { model, world } = this
    for (const label of ['s1', 's2', 'd', 't', 'c1', 'c2'] as const) {
      // The page comes before the claims that it shows.
      const words = label === 't' ? pageAtFirst : wordsAtStart(label, start)
      const isStudy = words.kind === 'study'
      await this.prepare({
        name: 'setup',
        says: `POST ${label}`,
        expected: expectCreation(model, label, 'editor', words, isStudy ? 'published' : 'beside'),
        send: async () => {
          const fields = {
            ...fieldsOf(label, words, world.ids),
            ...(isStudy ? { _status: 'published' } : {}),
          }
          return (await make(world, 'editor', label, fields, isStudy ? '' : '?draft=true')).status
        },
      })
    }
    const page = { who: 'editor', label: 't', pick: 1 } as const
    const wording = model.newWording()
    await this.prepare(write(this, page, { kind: 'therapy', wording, shows: 'both' }, 'beside'))
    await this.look(true)
    for (const label of signedAtStart[start]) {
      await this.prepare(plans.submit(this, { who: 'editor', label, pick: 1 }))
      await this.prepare(plans.approve(this, { who: 'reviewer', label, pick: 1 }))
      await this.prepare(plans.publish(this, { who: 'editor', label, pick: 1 }))
    }
    await this.look(true)
    // From then on readers have something, and every change has to reach them.
    if (start === 'live') {
      await this.prepare(plans.release(this, page))
      await this.look(true)
    }
    await this.told({ says: 'all of that' }, async () => {
      checkStored(model, this.seen)
      checkPlan(world, model, this.seen)
      await checkFeed(world, model, this.seen)
    })
  }

  private async prepare(operation: Operation | Promise<Operation>): Promise<void> {
    const prepared = await operation
    await this.told(prepared, async () => {
      await this.perform(prepared)
    })
  }

  private async perform(operation: Operation): Promise<readonly Entry[]> {
    const status = await operation.send()
    const log = await wholeLog(this.world)
    checkAnswer(operation, status)
    const entries = checkEntries(this.world, operation, log)
    this.model.log.push(...entries)
    if (operation.expected.isAccepted) operation.expected.follow(entries)
    return entries
  }

  private async look(isAnew: boolean): Promise<void> {
    const before = this.seen
    this.seen = await observe(this.world, isAnew ? undefined : before)
    for (const [label, { hash }] of before.newest) {
      if (this.seen.newest.get(label)?.hash === hash) continue
      this.pastHashes.set(label, [...(this.pastHashes.get(label) ?? []), hash])
    }
  }

  /** A violation tells how it came about. */
  private async told(operation: Pick<Operation, 'says'>, work: () => Promise<void>): Promise<void> {
    this.taken.push(`  ${String(this.taken.length)}. ${operation.says}`)
    try {
      await work()
    } catch (error) {
      if (error instanceof Error) error.message = [error.message, ...this.taken].join('\n')
      throw error
    }
  }
}
