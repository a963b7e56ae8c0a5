import { describe, expect, it } from 'vitest'
import type {
  Actor,
  Concern,
  Finding,
  Severity,
  Subject,
  WithdrawalKind,
} from '../../../../src/domain/model/index.ts'
import { subjectName, withdrawalKinds } from '../../../../src/domain/model/index.ts'
import {
  actions,
  isLiveText,
  judgeAction,
  judgeScheduled,
  longestComment,
  openActions,
  standingOf,
  workflowOf,
} from '../../../../src/domain/review/index.ts'
import type { Action, ActionInput, Situation } from '../../../../src/domain/review/index.ts'
import { adam, bela, claim, emil, erin, Journal, ravi, rita, study, therapy } from './world.ts'

const now = new Date('2025-06-01T00:00:00Z')

interface Scene {
  readonly subject?: Subject
  readonly findings?: readonly Finding[]
  readonly at?: Date
}

function situation(
  journal: Journal,
  { subject = claim(), findings = [], at = now }: Scene = {},
): Situation {
  const graph = journal.graph(() => false)
  return {
    subject,
    standing: standingOf(subject, graph, at),
    workflow: workflowOf(graph.log.get(subjectName(subject)) ?? []),
    findings,
    graph,
    now: at,
  }
}

function judge(
  action: Action,
  actor: Actor,
  journal: Journal,
  input: ActionInput = {},
  scene: Scene = {},
) {
  const given = situation(journal, scene)
  return judgeAction(action, actor, given, {
    contentHash: given.standing.contentHash,
    meaning: 'medically-accurate',
    reason: 'Because.',
    kind: 'safety',
    assignee: ravi,
    text: 'How often?',
    publishAt: '2025-06-02T09:00:00Z',
    ...(given.workflow.comments[0] === undefined ? {} : { comment: given.workflow.comments[0].id }),
    ...input,
  })
}

function finding(concern: Concern, severity: Severity = 'error'): Finding {
  return {
    rule: 'example-rule',
    severity,
    concern,
    subject: 'claim/soreness',
    place: 'statement',
    message: 'Something is wrong.',
    remedy: 'Mend it.',
    authority: { label: 'Example' },
  }
}

const draft = () => new Journal([study(), claim()]).add('edit', claim(), erin)
const inReview = () => draft().add('submit', claim(), erin)
const sentBack = () => inReview().add('request-changes', claim(), rita, { reason: 'No.' })
const approved = () => inReview().add('approve', claim(), rita)
const scheduled = () =>
  approved().add('schedule', claim(), erin, { publishAt: '2025-06-02T09:00:00.000Z' })
const live = () => approved().add('publish', claim(), erin)
const withdrawn = () => live().add('withdraw', claim(), erin, { reason: 'Doubts.' })
const approvedAgain = () => withdrawn().add('submit', claim(), erin).add('approve', claim(), rita)
const reinstated = () => approvedAgain().add('reinstate', claim(), erin, { reason: 'Mended.' })
const deleted = () => draft().add('delete', claim(), erin)
const commented =
  (journal: () => Journal, actor = rita) =>
  () =>
    journal().add('comment', claim(), actor, { text: 'How often?', place: 'statement' })

/** Open in every state of a text that has not been deleted. */
const always = ['assign', 'comment'] as const satisfies readonly Action[]

/** Every state × every action × every role, with nothing else in the way: what comes of it. */
const states: Record<string, { journal: () => Journal; open: readonly Action[] }> = {
  draft: { journal: draft, open: ['submit', ...always] },
  'in review': { journal: inReview, open: ['approve', 'request-changes', ...always] },
  'sent back': { journal: sentBack, open: ['submit', ...always] },
  approved: { journal: approved, open: ['request-changes', 'publish', 'schedule', ...always] },
  scheduled: { journal: scheduled, open: ['request-changes', 'publish', 'unschedule', ...always] },
  live: { journal: live, open: ['request-changes', 'withdraw', ...always] },
  withdrawn: { journal: withdrawn, open: ['submit', ...always] },
  'approved again': { journal: approvedAgain, open: ['request-changes', 'reinstate', ...always] },
  reinstated: { journal: reinstated, open: ['request-changes', 'withdraw', ...always] },
  deleted: { journal: deleted, open: [] },
}
const editing = [
  'assign',
  'comment',
  'resolve',
  'publish',
  'schedule',
  'unschedule',
  'reinstate',
  'withdraw',
] as const
const mayTake: Record<string, { actor: Actor; actions: readonly Action[] }> = {
  editor: { actor: emil, actions: ['submit', ...editing] },
  reviewer: { actor: ravi, actions: ['approve', 'request-changes', ...editing] },
  both: { actor: bela, actions },
  admin: { actor: adam, actions: [] },
}
const cells = Object.entries(states).flatMap(([state, { journal, open }]) =>
  Object.entries(mayTake).flatMap(([role, { actor, actions: permitted }]) =>
    actions.map((action) => {
      const code = !permitted.includes(action)
        ? 'role'
        : !open.includes(action)
          ? 'state'
          : 'allowed'
      const possible = open.filter((other) => permitted.includes(other))
      return { state, role, action, code, journal, actor, possible }
    }),
  ),
)

describe('judgeAction', () => {
  it.each(cells)('$action by $role when $state: $code', (cell) => {
    const judgement = judge(cell.action, cell.actor, cell.journal())
    expect(judgement.allowed ? 'allowed' : judgement.code).toBe(cell.code)
    if (judgement.allowed) return
    expect([...judgement.possible].toSorted()).toEqual([...cell.possible].toSorted())
    expect(judgement.message).toMatch(/\.$/)
  })

  it.each(cells)('the panel offers $action to $role when $state as it is judged', (cell) => {
    const offered = openActions(cell.actor, situation(cell.journal()))
    expect(offered.map(({ action }) => action)).toEqual(actions)
    const open = offered.find(({ action }) => action === cell.action)
    expect(open?.allowed === true ? 'allowed' : open?.code).toBe(cell.code)
  })

  it.each<[Action, string, string]>([
    ['submit', 'in review', 'you cannot submit it for review from there. Wait for its reviewers.'],
    ['submit', 'approved', 'signatures hold until 2026-03-01 and can be renewed shortly before.'],
    ['submit', 'live', 'signatures hold until 2026-03-01 and can be renewed shortly before.'],
    ['approve', 'approved', 'is approved: you cannot approve it from there. Its signatures hold'],
    ['approve', 'draft', 'is a draft: you cannot approve it from there. An editor has to submit'],
    ['approve', 'sent back', 'was sent back with changes requested'],
    ['publish', 'draft', 'lacks 1 signature. It can be published once it is approved.'],
    ['reinstate', 'withdrawn', 'lacks 1 signature. It can be reinstated once it is approved.'],
    ['reinstate', 'live', 'is live: there is nothing to reinstate. Publish it.'],
    ['withdraw', 'draft', 'has never been published: there is nothing to withdraw.'],
    ['withdraw', 'withdrawn', 'has been withdrawn: there is nothing to withdraw.'],
  ])('says why nobody can %s what is %s: “%s”', (action, from, words) => {
    const message = expect.stringContaining(words) as string
    const journal = states[from]?.journal() ?? new Journal([])
    expect(judge(action, bela, journal)).toMatchObject({ code: 'state', message })
  })

  it.each(actions)(
    'says that nobody can %s what was deleted, whatever else is in the way',
    (action) => {
      const message = expect.stringContaining('claim/soreness was deleted') as string
      expect(judge(action, bela, deleted())).toMatchObject({ code: 'state', message })
    },
  )

  it.each(['submit', 'assign', 'approve', 'request-changes'] as const)(
    'says that there is nothing to %s in a study',
    (action) => {
      const message = expect.stringContaining('study/trial needs no review') as string
      const journal = new Journal([study()]).add('edit', study(), erin)
      const refused = judge(action, bela, journal, {}, { subject: study() })
      expect(refused).toMatchObject({ code: 'state', message })
    },
  )

  it('says who may, and what the account has, before it says what was read', () => {
    const contentHash = 'cg1-of-another-text'
    const by = (actor: Actor) => judge('approve', actor, inReview(), { contentHash })
    const needs = 'that takes the role reviewer, and your account has'
    for (const [actor, roles] of [
      [erin, 'the role editor'],
      [{ ...erin, roles: ['editor', 'admin'] }, 'the role editor, admin'],
      [{ ...erin, roles: [] }, 'no role'],
    ] as const) {
      const message = expect.stringContaining(`${needs} ${roles}.`) as string
      expect(by(actor)).toMatchObject({ code: 'role', message })
    }
  })

  it('says how a withdrawn text comes back', () => {
    expect(judge('publish', emil, approvedAgain())).toMatchObject({
      code: 'state',
      message: expect.stringContaining('Reinstate it with a reason') as string,
      possible: expect.arrayContaining(['reinstate']) as Action[],
    })
  })
})

describe('who approves', () => {
  it('wrote nothing of it', () => {
    const journal = new Journal([study(), claim()])
      .add('edit', claim(), bela)
      .add('submit', claim(), bela)
    expect(judge('approve', bela, journal)).toMatchObject({ allowed: false, code: 'author' })
    expect(judge('approve', rita, journal)).toEqual({ allowed: true })
  })

  it('wrote none of the facts it cites', () => {
    const journal = new Journal([study(), claim()])
      .add('edit', study(), bela, { changed: ['result'] })
      .add('edit', claim(), erin)
      .add('submit', claim(), erin)
    expect(judge('approve', bela, journal)).toMatchObject({ allowed: false, code: 'author' })
  })

  it('gives one of two signatures', () => {
    const thin = claim({ claimKind: 'benefit', certainty: 'low' })
    const journal = new Journal([study(), thin])
      .add('edit', thin, erin)
      .add('submit', thin, erin)
      .add('approve', thin, rita)
    const again = judge('approve', rita, journal, {}, { subject: thin })
    expect(again).toMatchObject({ allowed: false, code: 'state' })
    expect(again).toHaveProperty('possible', expect.arrayContaining(['request-changes']))
    expect(again).toHaveProperty('message', expect.stringContaining('already approved'))
    expect(judge('approve', ravi, journal, {}, { subject: thin })).toEqual({ allowed: true })
  })

  it('says what the signature means', () => {
    const { standing, ...rest } = situation(inReview())
    expect(
      judgeAction('approve', ravi, { standing, ...rest }, { contentHash: standing.contentHash }),
    ).toMatchObject({ allowed: false, code: 'meaning' })
  })

  it('may sign again shortly before the review is due, unless they just have', () => {
    const page = therapy()
    const journal = new Journal([page])
      .add('edit', page, erin)
      .add('submit', page, erin)
      .add('approve', page, rita)
    const early = { subject: page, at: new Date('2026-01-01T00:00:00Z') }
    const late = { subject: page, at: new Date('2026-02-20T00:00:00Z') }
    expect(judge('approve', rita, journal, {}, early)).toMatchObject({ code: 'state' })
    expect(judge('approve', rita, journal, {}, late)).toEqual({ allowed: true })
    expect(judge('approve', ravi, journal, {}, late)).toEqual({ allowed: true })
    expect(judge('submit', erin, journal, {}, late)).toMatchObject({ code: 'state' })
    journal.add('approve', page, rita, { at: '2026-02-20T00:00:00.000Z' })
    expect(judge('approve', ravi, journal, {}, late)).toMatchObject({ code: 'state' })
  })

  it('may sign what has expired, or send it back; nobody may publish it meanwhile', () => {
    const at = new Date('2026-03-02T00:00:00Z')
    expect(judge('approve', ravi, approved(), {}, { at })).toEqual({ allowed: true })
    expect(judge('request-changes', ravi, approved(), {}, { at })).toEqual({ allowed: true })
    expect(judge('publish', emil, approved(), {}, { at })).toMatchObject({
      code: 'state',
      message: expect.stringContaining('held until 2026-03-01') as string,
    })
  })
})

describe('what was read', () => {
  it.each(['approve', 'request-changes', 'submit', 'publish', 'schedule', 'reinstate'] as const)(
    'is not the text any more when somebody asks to %s',
    (action) => {
      const journal = {
        submit: draft,
        publish: approved,
        schedule: approved,
        reinstate: approvedAgain,
      }
      const from = action in journal ? journal[action as keyof typeof journal] : inReview
      const contentHash = 'cg1-of-another-text'
      expect(judge(action, bela, from(), { contentHash })).toMatchObject({ code: 'stale' })
    },
  )

  it('is told before the state is, when the text was edited under the reviewer', () => {
    const journal = inReview()
    const { contentHash } = situation(journal).standing
    const next = claim({ statement: 'Other words.' })
    journal.set(next).add('edit', next, erin)
    expect(judge('approve', ravi, journal, { contentHash }, { subject: next })).toMatchObject({
      code: 'stale',
    })
  })

  it.each(['approve', 'request-changes', 'schedule'] as const)(
    'has to be named by a request to %s',
    (action) => {
      const journal = action === 'schedule' ? approved() : inReview()
      const input = { meaning: 'evidence-checked', reason: 'No.' } as const
      expect(judgeAction(action, bela, situation(journal), input)).toMatchObject({
        allowed: false,
        code: 'stale',
      })
    },
  )

  it.each(['assign', 'comment', 'withdraw'] as const)('is nothing to %s', (action) => {
    const contentHash = 'cg1-of-another-text'
    expect(judge(action, ravi, live(), { contentHash, assignee: bela })).toEqual({ allowed: true })
  })
})

describe('the gate', () => {
  it('asks of an approval whether the text itself is right', () => {
    const findings = [finding('surroundings'), finding('review'), finding('text', 'warning')]
    expect(judge('approve', ravi, inReview(), {}, { findings })).toEqual({ allowed: true })
    const errors = [...findings, finding('text')]
    const refused = judge('approve', ravi, inReview(), {}, { findings: errors })
    expect(refused).toMatchObject({
      code: 'findings',
      findings: [finding('text')],
      message: expect.stringMatching(/has 1 error\. Something is wrong\. Mend it\.$/) as string,
    })
    const two = judge('approve', ravi, inReview(), {}, { findings: [...errors, finding('text')] })
    expect(two).toHaveProperty('message', expect.stringContaining('Mend it. (and 1 more)'))
    expect(refused).toHaveProperty('possible', expect.not.arrayContaining(['approve']))
  })

  it.each(['text', 'surroundings', 'review'] as const)(
    'lets nothing go live over an error about %s, but over a warning',
    (concern) => {
      const roads = { publish: approved, schedule: approved, reinstate: approvedAgain } as const
      for (const [action, journal] of Object.entries(roads)) {
        const asked = (severity: Severity) =>
          judge(action as Action, emil, journal(), {}, { findings: [finding(concern, severity)] })
        expect(asked('error')).toMatchObject({ code: 'findings', findings: [finding(concern)] })
        expect(asked('warning')).toEqual({ allowed: true })
      }
    },
  )

  it('says how many signatures are missing when an unapproved text is to be published', () => {
    const thin = claim({ claimKind: 'benefit', certainty: 'low' })
    const journal = new Journal([study(), thin]).add('edit', thin, erin)
    expect(judge('publish', erin, journal, {}, { subject: thin })).toHaveProperty(
      'message',
      expect.stringContaining('2 signatures'),
    )
  })

  it('is all a study needs; there is nothing to review in it', () => {
    const subject = study()
    const journal = new Journal([subject]).add('edit', subject, erin)
    expect(judge('publish', erin, journal, {}, { subject })).toEqual({ allowed: true })
    for (const action of ['submit', 'assign'] as const) {
      expect(judge(action, erin, journal, {}, { subject })).toMatchObject({
        code: 'state',
        possible: ['comment', 'publish', 'schedule'],
      })
    }
    expect(judge('request-changes', rita, journal, {}, { subject })).toMatchObject({
      code: 'state',
    })
    journal.add('publish', subject, erin).add('withdraw', subject, erin, { reason: 'Wrong.' })
    expect(judge('reinstate', erin, journal, {}, { subject })).toEqual({ allowed: true })
  })
})

describe('publishing', () => {
  it('has nothing to do where the same text is live, facts changed since or not', () => {
    expect(judge('publish', emil, live())).toMatchObject({
      code: 'state',
      message: expect.stringContaining('nothing to publish') as string,
    })
    const journal = live()
      .set(study({ sampleSize: 90 }))
      .add('approve', claim(), ravi)
    const graph = journal.graph()
    const given: Situation = {
      ...situation(journal),
      graph,
      standing: standingOf(claim(), graph, now),
    }
    expect(given.standing).toMatchObject({ reviewState: 'approved' })
    expect(given.standing.publishedHash).not.toBe(given.standing.contentHash)
    expect(judgeAction('publish', emil, given, {})).toMatchObject({ code: 'state' })
  })

  it('replaces the live text by another that is approved', () => {
    const next = claim({ statement: 'Soreness was common after the injection.' })
    const journal = live()
      .set(next)
      .add('edit', next, erin)
      .add('submit', next, erin)
      .add('approve', next, ravi)
    expect(judge('publish', emil, journal, {}, { subject: next })).toEqual({ allowed: true })
  })
})

describe('isLiveText', () => {
  const isLive = (journal: Journal) => {
    const { subject, standing, graph } = situation(journal)
    return isLiveText(subject, standing, graph)
  }

  it('is so from publication to withdrawal', () => {
    expect(isLive(approved())).toBe(false)
    expect(isLive(live())).toBe(true)
    expect(isLive(withdrawn())).toBe(false)
    expect(isLive(approvedAgain())).toBe(false)
    expect(isLive(reinstated())).toBe(true)
  })
})

describe('withdrawing', () => {
  it('is open to editors and reviewers whatever the findings and the newest text', () => {
    const scene = { findings: [finding('text'), finding('review')] }
    const input = { contentHash: 'cg1-of-another-text' }
    expect(judge('withdraw', erin, live(), input, scene)).toEqual({ allowed: true })
    expect(judge('withdraw', ravi, live(), input, scene)).toEqual({ allowed: true })
    expect(judge('withdraw', ravi, commented(live)(), input, scene)).toEqual({ allowed: true })
  })

  const other = { name: 'claim/other', isLive: true } as const
  const explained: readonly (readonly [WithdrawalKind | undefined, ActionInput, boolean])[] = [
    ...withdrawalKinds.map((kind) => [kind, {}, kind !== 'superseded'] as const),
    ...withdrawalKinds.map(
      (kind) => [kind, { supersededBy: other }, kind === 'superseded'] as const,
    ),
    [undefined, {}, false],
    ['superseded', { supersededBy: { name: 'claim/soreness', isLive: true } }, false],
    ['superseded', { supersededBy: { name: 'therapy/other', isLive: true } }, false],
    ['superseded', { supersededBy: { ...other, isLive: false } }, false],
  ]
  it.each(explained)('of the kind %s with %j is explained: %s', (kind, input, isExplained) => {
    const { standing, ...rest } = situation(live())
    const said: ActionInput = {
      reason: 'Doubts.',
      ...input,
      ...(kind === undefined ? {} : { kind }),
    }
    const judgement = judgeAction('withdraw', emil, { standing, ...rest }, said)
    expect(judgement).toMatchObject(isExplained ? { allowed: true } : { code: 'reason' })
  })
})

describe('reasons', () => {
  it.each(['', '   ', '\n\t'])('are asked for, and %j is none', (reason) => {
    const asking = [
      judge('request-changes', ravi, inReview(), { reason }),
      judge('withdraw', emil, live(), { reason }),
      judge('reinstate', emil, approvedAgain(), { reason }),
      judge('comment', emil, live(), { text: reason }),
    ]
    for (const judgement of asking) expect(judgement).toMatchObject({ code: 'reason' })
  })
})

describe('comments', () => {
  it.each([
    ['approve', inReview, ravi],
    ['publish', approved, emil],
    ['schedule', approved, emil],
    ['reinstate', approvedAgain, emil],
  ] as const)('that are open are in the way of who wants to %s', (action, journal, actor) => {
    const open = commented(journal)()
    const refused = judge(action, actor, open)
    expect(refused).toMatchObject({ code: 'comments' })
    expect(refused).toHaveProperty('message', expect.stringContaining('1 open comment'))
    expect(refused).toHaveProperty('message', expect.stringContaining('on statement: “How often?”'))
    const general = journal().add('comment', claim(), rita, { text: 'Why?' })
    const about = expect.stringContaining('by rita: “Why?”') as string
    expect(judge(action, actor, general)).toMatchObject({ code: 'comments', message: about })
    const id = open.entries.at(-1)?.sequence ?? 0
    open.add('resolve', claim(), rita, { refersTo: id })
    expect(judge(action, actor, open)).toEqual({ allowed: true })
  })

  it('do not keep a text from being sent back, submitted or withdrawn', () => {
    expect(judge('request-changes', ravi, commented(inReview)())).toEqual({ allowed: true })
    expect(judge('submit', erin, commented(sentBack)())).toEqual({ allowed: true })
    expect(judge('withdraw', erin, commented(live)())).toEqual({ allowed: true })
  })

  it.each([
    [longestComment, true],
    [longestComment + 1, false],
  ])('of %d characters are short enough: %s', (length, isAllowed) => {
    const judgement = judge('comment', emil, draft(), { text: 'x'.repeat(length) })
    expect(judgement).toMatchObject(isAllowed ? { allowed: true } : { code: 'reason' })
  })

  it.each([
    [200, true],
    [201, false],
  ])('are about a place of %d characters: %s', (length, isAllowed) => {
    const judgement = judge('comment', emil, draft(), { place: 'x'.repeat(length) })
    expect(judgement).toMatchObject(isAllowed ? { allowed: true } : { code: 'malformed' })
  })

  it('are resolved by who wrote them or by a reviewer', () => {
    const byEditor = commented(inReview, erin)()
    expect(judge('resolve', erin, byEditor)).toEqual({ allowed: true })
    expect(judge('resolve', ravi, byEditor)).toEqual({ allowed: true })
    expect(judge('resolve', emil, byEditor)).toMatchObject({ code: 'role' })
    const also = byEditor.add('comment', claim(), emil, { text: 'And when?' }).entries.at(-1)
    const comment = also?.sequence ?? 0
    expect(judge('resolve', emil, byEditor, { comment })).toEqual({ allowed: true })
    expect(judge('resolve', emil, byEditor)).toMatchObject({ code: 'role' })
    expect(openActions(emil, situation(commented(inReview, erin)()))).toContainEqual(
      expect.objectContaining({ action: 'resolve', allowed: false, code: 'role' }),
    )
  })

  it('are resolved once, and only if there are any', () => {
    const two = commented(commented(inReview))()
    const [first, second] = two.entries.slice(-2).map(({ sequence }) => sequence)
    two.add('resolve', claim(), rita, { refersTo: first ?? 0 })
    const resolve = (comment: number | undefined) =>
      judge('resolve', ravi, two, comment === undefined ? {} : { comment })
    expect(resolve(first)).toMatchObject({ code: 'state' })
    expect(resolve(second)).toEqual({ allowed: true })
    expect(resolve(999)).toMatchObject({ code: 'not-found' })
    expect(judge('resolve', ravi, inReview(), { comment: 2 })).toMatchObject({ code: 'state' })
    expect(judgeAction('resolve', ravi, situation(two), {})).toMatchObject({ code: 'malformed' })
  })
})

describe('assigning', () => {
  it('asks a reviewer who did not write it, by a day to come', () => {
    const asked = (input: ActionInput) => judge('assign', erin, inReview(), input)
    expect(asked({ assignee: ravi })).toEqual({ allowed: true })
    expect(asked({ assignee: ravi, due: '2025-06-01' })).toEqual({ allowed: true })
    for (const [due, words] of [
      ['2025-05-31', 'that day has passed'],
      ['2025-06-31', 'is no date'],
      ['soon', 'is no date'],
    ] as const) {
      const message = expect.stringContaining(words) as string
      expect(asked({ assignee: ravi, due })).toMatchObject({ code: 'malformed', message })
    }
    expect(asked({ assignee: undefined })).toMatchObject({ code: 'assignee' })
    expect(asked({ assignee: emil })).toMatchObject({
      code: 'assignee',
      message: expect.stringContaining('role reviewer') as string,
    })
  })

  it('tells when the person wrote a part of the text', () => {
    const journal = new Journal([study(), claim()]).add('edit', claim(), bela)
    expect(judge('assign', erin, journal, { assignee: bela })).toMatchObject({
      code: 'assignee',
      message: expect.stringContaining('wrote a part') as string,
    })
  })

  it('asks nobody for a second signature on the same text, but for the one that renews it', () => {
    const thin = claim({ claimKind: 'benefit', certainty: 'low' })
    const journal = new Journal([study(), thin])
      .add('edit', thin, erin)
      .add('submit', thin, erin)
      .add('approve', thin, rita)
    const asked = (assignee: Actor, at = now) =>
      judge('assign', erin, journal, { assignee }, { subject: thin, at })
    expect(asked(rita)).toMatchObject({
      code: 'assignee',
      message: expect.stringContaining('has already approved this text') as string,
    })
    expect(asked(ravi)).toEqual({ allowed: true })
    journal.add('approve', thin, ravi)
    expect(asked(rita)).toMatchObject({ code: 'assignee' })
    expect(asked(rita, new Date('2026-02-20T00:00:00Z'))).toEqual({ allowed: true })
    journal.add('approve', thin, rita, { at: '2026-02-20T00:00:00.000Z' })
    expect(asked(rita, new Date('2026-02-20T00:00:00Z'))).toMatchObject({ code: 'assignee' })
    const next = claim({ claimKind: 'benefit', certainty: 'low', statement: 'Other words.' })
    journal.set(next).add('edit', next, erin)
    expect(judge('assign', erin, journal, { assignee: rita }, { subject: next })).toEqual({
      allowed: true,
    })
  })

  it('is taken back while somebody is asked', () => {
    expect(judge('assign', erin, inReview(), { assignee: null })).toMatchObject({ code: 'state' })
    const asked = inReview().add('assign', claim(), erin, { assignee: 'ravi' })
    expect(judge('assign', emil, asked, { assignee: null })).toEqual({ allowed: true })
    asked.add('approve', claim(), ravi)
    expect(judge('assign', emil, asked, { assignee: null })).toMatchObject({ code: 'state' })
  })
})

describe('scheduling', () => {
  it.each([
    ['2025-06-01T00:00:01Z', true],
    ['2026-06-02T00:00:00Z', true],
    ['2025-06-01T00:00:00Z', false],
    ['2025-05-31T23:59:59Z', false],
    ['2026-06-02T00:00:01Z', false],
    ['2025-06-02', false],
    ['2025-06-02T09:00:00', false],
    ['soon', false],
  ])('for %s is possible: %s', (publishAt, isAllowed) => {
    const judgement = judge('schedule', emil, approved(), { publishAt })
    expect(judgement).toMatchObject(isAllowed ? { allowed: true } : { code: 'malformed' })
  })

  it('does not keep anybody from publishing at once', () => {
    expect(judge('publish', emil, scheduled())).toEqual({ allowed: true })
  })
})

describe('the moment of a schedule', () => {
  const meet = (journal: Journal, actor: Actor = erin, scene: Scene = {}) => {
    const { contentHash } = situation(scheduled()).standing
    return judgeScheduled(actor, situation(journal, scene), contentHash)
  }
  const next = claim({ statement: 'Other words.' })

  it('lets out what is allowed then', () => {
    expect(meet(scheduled())).toStrictEqual({ allowed: true })
  })

  it.each([
    ['role', 'erin, who scheduled this', meet(scheduled(), { ...erin, roles: ['admin'] })],
    [
      'stale',
      'changed since',
      meet(scheduled().set(next).add('edit', next, erin), erin, { subject: next }),
    ],
    ['comments', 'has 1 open comment. The first is by rita', meet(commented(scheduled)())],
    [
      'findings',
      'has 1 error. Something is wrong.',
      meet(scheduled(), erin, { findings: [finding('surroundings')] }),
    ],
    [
      'state',
      'was sent back',
      meet(scheduled().add('request-changes', claim(), rita, { reason: 'No.' })),
    ],
  ])('tells readers of the log about %s: “%s”', (code, words, judgement) => {
    expect(judgement).toMatchObject({ allowed: false, code })
    expect(judgement).toHaveProperty('message', expect.stringContaining(words))
    expect(judgement).toHaveProperty('message', expect.not.stringMatching(/\byour?\b/i))
  })
})
