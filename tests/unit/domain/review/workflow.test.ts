import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type {
  Actor,
  Claim,
  Finding,
  Graph,
  LiveState,
  LogEntry,
} from '../../../../src/domain/model/index.ts'
import { reviewStates, subjectName } from '../../../../src/domain/model/index.ts'
import type {
  Action,
  ActionInput,
  ActionJudgement,
  Situation,
} from '../../../../src/domain/review/index.ts'
import {
  actions,
  isPermitted,
  judgeAction,
  nextLiveState,
  openActions,
  openComments,
  standingOf,
  workflowOf,
} from '../../../../src/domain/review/index.ts'
import { evaluate, registry } from '../../../../src/domain/rules/index.ts'
import { adam, bela, claim, erin, Journal, ravi, rita, study } from './world.ts'

/** People ask for whatever comes to their minds; what is allowed happens, and nothing else. */

const texts = ['One.', 'Two.', 'Three.'].map((statement) =>
  claim({ claimKind: 'benefit', certainty: 'low', statement }),
)
const name = 'claim/soreness'
const reviewRules = registry.filter(({ concern }) => concern === 'review')

/** What brings a text nearer to its readers, in the order in which it does. */
const forward = ['resolve', 'publish', 'reinstate', 'approve', 'submit'] as const

const step = fc.record({
  what: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom('edit' as const, 'facts' as const) },
    { weight: 1, arbitrary: fc.constant('days' as const) },
    { weight: 8, arbitrary: fc.constantFrom(...actions) },
    // Left to chance alone, hardly a text would ever be signed twice.
    { weight: 20, arbitrary: fc.constant('forward' as const) },
  ),
  who: fc.constantFrom(erin, bela, rita, ravi, adam),
  text: fc.constantFrom(...texts),
  number: fc.nat(200),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** One subject, its people and what has become of it. */
class Desk {
  readonly journal: Journal
  newest: Claim
  live: Claim | undefined
  now = new Date('2025-03-01T09:00:00.000Z')

  constructor() {
    const [first = claim()] = texts
    this.newest = first
    this.journal = new Journal([study(), first])
    this.write(first, erin)
  }

  get log(): readonly LogEntry[] {
    return this.journal.entries.filter(({ subject }) => subject === name)
  }

  /** The graph as hooks load it: the live text where there is one. */
  graph(): Graph {
    const known = { subject: this.live ?? this.newest, isLive: this.live !== undefined }
    return { ...this.journal.graph(), claims: new Map([[known.subject.key, known]]) }
  }

  situation(): Situation {
    const graph = this.graph()
    const findings: readonly Finding[] = evaluate(this.newest, graph, this.now, reviewRules)
    return {
      subject: this.newest,
      standing: standingOf(this.newest, graph, this.now),
      workflow: workflowOf(this.log),
      findings,
      graph,
      now: this.now,
    }
  }

  write(text: Claim, by: Actor): void {
    this.tick()
    this.newest = text
    this.journal.set(text).add('edit', text, by, { at: this.now.toISOString() })
  }

  facts(sampleSize: number, by: Actor): void {
    this.tick()
    const changed = study({ sampleSize })
    const at = this.now.toISOString()
    this.journal.set(changed).add('edit', changed, by, { at, changed: ['sampleSize'] })
  }

  input(number: number): ActionInput {
    const { standing, workflow } = this.situation()
    const comment = openComments(workflow)[0]?.id
    return {
      contentHash: standing.contentHash,
      meaning: 'medically-accurate',
      reason: 'Because.',
      kind: 'evidence',
      assignee: number % 2 === 0 ? ravi : null,
      text: 'Why?',
      publishAt: new Date(this.now.getTime() + 86_400_000).toISOString(),
      ...(comment === undefined ? {} : { comment }),
    }
  }

  /** Writes down what was allowed, as the adapter does. */
  take(action: Action, by: Actor, input: ActionInput): void {
    this.tick()
    const text = action === 'withdraw' ? (this.live ?? this.newest) : this.newest
    const { schedule } = workflowOf(this.log)
    this.journal.add(action, text, by, {
      at: this.now.toISOString(),
      ...(action === 'comment' ? { text: 'Why?' } : {}),
      ...(action === 'resolve' ? { refersTo: input.comment ?? 0 } : {}),
      ...(action === 'schedule' ? { publishAt: input.publishAt ?? '' } : {}),
      ...(action === 'unschedule' ? { refersTo: schedule?.id ?? 0 } : {}),
      ...(action === 'assign' && input.assignee ? { assignee: input.assignee.key } : {}),
    })
    if (action === 'publish' || action === 'reinstate') this.live = this.newest
    if (action === 'withdraw') this.live = undefined
  }

  tick(days = 0): void {
    this.now = new Date(this.now.getTime() + 60_000 + days * 86_400_000)
  }
}

/** Takes a step if it is allowed; says what was asked for and what came of it. */
function play(desk: Desk, { what, who, text, number }: Step): Asked | undefined {
  if (what === 'days') desk.tick(number)
  if (what === 'edit' && isPermitted('edit', who.roles)) desk.write(text, who)
  if (what === 'facts' && isPermitted('edit', who.roles)) desk.facts(80 + (number % 3), who)
  if (what === 'days' || what === 'edit' || what === 'facts') return undefined
  const situation = desk.situation()
  const action = what === 'forward' ? wayForward(who, situation) : what
  const input = desk.input(number)
  const judgement = judgeAction(action, who, situation, input)
  if (judgement.allowed) desk.take(action, who, input)
  return { action, who, judgement }
}

interface Asked {
  readonly action: Action
  readonly who: Actor
  readonly judgement: ActionJudgement
}

function wayForward(who: Actor, situation: Situation): Action {
  const open = openActions(who, situation).filter(({ allowed }) => allowed)
  return forward.find((each) => open.some(({ action }) => action === each)) ?? 'submit'
}

function everyStep(
  check: (desk: Desk, before: Situation, step: Step, asked: Asked | undefined) => void,
  numRuns = 200,
) {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      const desk = new Desk()
      for (const each of steps) {
        const before = desk.situation()
        check(desk, before, each, play(desk, each))
      }
    }),
    { numRuns },
  )
}

/** Who wrote words or facts before an entry and after the last text that was completely signed. */
function writersBefore(log: readonly LogEntry[], sequence: number, hash: string): Set<string> {
  let signers = new Map<string, Set<string>>()
  let writers: { readonly key: string; readonly sequence: number }[] = []
  let otherCompleted = 0
  for (const entry of log) {
    if (entry.sequence >= sequence) break
    if (entry.action === 'edit') writers.push({ key: entry.actor.key, sequence: entry.sequence })
    if (entry.subject !== name) continue
    if (entry.action === 'edit' || entry.action === 'withdraw') signers = new Map()
    if (entry.action === 'request-changes') signers = new Map()
    if (entry.action !== 'approve') continue
    const signed = (signers.get(entry.contentHash) ?? new Set()).add(entry.actor.key)
    signers.set(entry.contentHash, signed)
    if (signed.size >= (entry.policy?.approvals ?? 0) && entry.contentHash !== hash) {
      otherCompleted = entry.sequence
    }
  }
  writers = writers.filter((writer) => writer.sequence > otherCompleted)
  return new Set(writers.map(({ key }) => key))
}

describe('whatever people ask for', () => {
  it('nothing goes live but what enough others have signed, in date and without open comments', () => {
    let published = 0
    everyStep((desk, { standing, workflow }, _, asked) => {
      if (asked?.judgement.allowed !== true) return
      if (asked.action !== 'publish' && asked.action !== 'reinstate') return
      published += 1
      const signers = new Set(standing.approvals.map(({ actor }) => actor.key))
      expect(signers.size).toBeGreaterThanOrEqual(2)
      expect(standing).toMatchObject({ reviewState: 'approved', isExpired: false, missing: 0 })
      expect(openComments(workflow)).toEqual([])
      for (const { actor, at, contentHash } of standing.approvals) {
        expect(actor.roles).toContain('reviewer')
        expect(contentHash).toBe(standing.contentHash)
        const entry = desk.log.findLast(
          (each) => each.action === 'approve' && each.at === at && each.actor.key === actor.key,
        )
        const writers = writersBefore(desk.journal.entries, entry?.sequence ?? 0, contentHash)
        expect(writers).not.toContain(actor.key)
      }
    }, 400)
    expect(published).toBeGreaterThan(0)
  })

  it('the log goes from one live state to the next as the table says', () => {
    everyStep((desk) => {
      let state: LiveState = 'never'
      for (const { action } of desk.log) {
        if (action !== 'publish' && action !== 'withdraw' && action !== 'reinstate') continue
        const next = nextLiveState(state, action)
        if (!next.ok) expect.fail(`${action} from ${state}`)
        state = next.state
      }
      const { standing } = desk.situation()
      expect(standing.liveState).toBe(state)
      expect(desk.live !== undefined).toBe(state === 'live')
      expect(reviewStates).toContain(standing.reviewState)
    })
  })

  it('new words are a draft that nobody has signed', () => {
    everyStep((desk, before, { what, who, text }) => {
      if (what !== 'edit' || !isPermitted('edit', who.roles) || text === before.subject) return
      const { standing } = desk.situation()
      expect(standing).toMatchObject({ reviewState: 'draft', approvals: [] })
      expect(standing.authors.map(({ key }) => key)).toContain(who.key)
    })
  })

  it('new words void no signature of the text that is live beside them', () => {
    everyStep((desk, before, { what, who, text }) => {
      const { live } = desk
      const isNew = what === 'edit' && isPermitted('edit', who.roles) && text !== before.subject
      if (!isNew || live === undefined || text === live) return
      const after = desk.graph()
      const log = new Map([...after.log, [name, desk.log.slice(0, -1)] as const])
      expect(standingOf(live, after, desk.now)).toEqual(
        standingOf(live, { ...after, log }, desk.now),
      )
    }, 300)
  })

  it('a refusal says whether it is the person or the state, and what would be possible', () => {
    everyStep((_, before, __, asked) => {
      if (asked === undefined || asked.judgement.allowed) return
      const { action, who, judgement } = asked
      const open = openActions(who, before).flatMap((each) => (each.allowed ? each.action : []))
      expect(judgement.possible).toEqual(open)
      expect(judgement.message).toMatch(/\S\.( \(and \d+ more\))?$/)
      if (!isPermitted(action, who.roles)) expect(judgement.code).toBe('role')
      if (judgement.code === 'role' && action !== 'resolve') {
        expect(isPermitted(action, who.roles)).toBe(false)
      }
      if (judgement.code === 'author') expect(action).toBe('approve')
      // Taking back what nobody was asked is refused for what was said, not for the action.
      if (judgement.code === 'state' && action !== 'assign') expect(open).not.toContain(action)
    })
  })

  it('whoever reviews can always do something, and nobody else gets stuck', () => {
    everyStep((desk) => {
      for (const who of [erin, rita]) {
        const open = openActions(who, desk.situation()).filter(({ allowed }) => allowed)
        expect(open.map(({ action }) => action)).toContain('comment')
      }
      const withdrawal = openActions(rita, desk.situation()).find(
        ({ action }) => action === 'withdraw',
      )
      expect(withdrawal?.allowed).toBe(desk.live !== undefined)
      expect(subjectName(desk.newest)).toBe(name)
    }, 50)
  })
})
