import { describe, expect, it } from 'vitest'
import type {
  Actor,
  Concern,
  Finding,
  Severity,
  Subject,
} from '../../../../src/domain/model/index.ts'
import {
  actions,
  judgeAction,
  openActions,
  standingOf,
} from '../../../../src/domain/review/index.ts'
import type { Action, ActionInput } from '../../../../src/domain/review/index.ts'
import { adam, bela, claim, emil, erin, Journal, ravi, rita, study, therapy } from './world.ts'

const now = new Date('2025-06-01T00:00:00Z')

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

function judge(
  action: Action,
  actor: Actor,
  journal: Journal,
  input: Partial<ActionInput> = {},
  subject: Subject = claim(),
  at = now,
) {
  const standing = standingOf(subject, journal.graph(), at)
  return judgeAction(action, actor, subject, standing, {
    contentHash: standing.contentHash,
    meaning: 'medically-accurate',
    reason: 'Because.',
    findings: [],
    ...input,
  })
}

const draft = () => new Journal([study(), claim()]).add('edit', claim(), erin)
const inReview = () => draft().add('submit', claim(), erin)
const sentBack = () => inReview().add('request-changes', claim(), rita, { reason: 'No.' })
const approved = () => inReview().add('approve', claim(), rita)
const live = () => approved().add('publish', claim(), erin)
const withdrawn = () => live().add('withdraw', claim(), erin, { reason: 'Doubts.' })

/** Every state × every action × every role, with nothing else in the way: what comes of it. */
const states: Record<string, { journal: () => Journal; open: readonly Action[] }> = {
  draft: { journal: draft, open: ['submit'] },
  'in review': { journal: inReview, open: ['approve', 'request-changes'] },
  'sent back': { journal: sentBack, open: ['submit'] },
  approved: { journal: approved, open: ['request-changes', 'publish'] },
  live: { journal: live, open: ['request-changes', 'publish', 'withdraw'] },
  withdrawn: { journal: withdrawn, open: ['submit'] },
}
const mayTake: Record<string, { actor: Actor; actions: readonly Action[] }> = {
  editor: { actor: emil, actions: ['submit', 'publish', 'withdraw'] },
  reviewer: { actor: ravi, actions: ['approve', 'request-changes', 'publish', 'withdraw'] },
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
  })

  it.each(cells)('the panel offers $action to $role when $state as it is judged', (cell) => {
    const journal = cell.journal()
    const standing = standingOf(claim(), journal.graph(), now)
    const offered = openActions(cell.actor, claim(), standing, [])
    expect(offered.map(({ action }) => action)).toEqual(actions)
    const open = offered.find(({ action }) => action === cell.action)
    expect(open?.allowed === true ? 'allowed' : open?.code).toBe(cell.code)
  })

  it('lets nobody approve what they wrote', () => {
    const journal = new Journal([study(), claim()])
      .add('edit', claim(), bela)
      .add('submit', claim(), bela)
    expect(judge('approve', bela, journal)).toMatchObject({ allowed: false, code: 'author' })
    expect(judge('approve', rita, journal)).toEqual({ allowed: true })
  })

  it('lets nobody approve a claim whose facts they wrote', () => {
    const journal = new Journal([study(), claim()])
      .add('edit', study(), bela, { changed: ['result'] })
      .add('edit', claim(), erin)
      .add('submit', claim(), erin)
    expect(judge('approve', bela, journal)).toMatchObject({ allowed: false, code: 'author' })
  })

  it('lets nobody give both of two signatures', () => {
    const thin = claim({ claimKind: 'benefit', certainty: 'low' })
    const journal = new Journal([study(), thin])
      .add('edit', thin, erin)
      .add('submit', thin, erin)
      .add('approve', thin, rita)
    const again = judge('approve', rita, journal, {}, thin)
    expect(again).toMatchObject({ allowed: false, code: 'state', possible: ['request-changes'] })
    expect(again).toHaveProperty('message', expect.stringContaining('already approved'))
    expect(judge('approve', ravi, journal, {}, thin)).toEqual({ allowed: true })
  })

  it.each(['approve', 'request-changes', 'submit', 'publish'] as const)(
    'refuses to %s a text other than the one that was read',
    (action) => {
      const journal = action === 'submit' ? draft() : action === 'publish' ? approved() : inReview()
      const actor = action === 'submit' || action === 'publish' ? emil : ravi
      const contentHash = 'cg1-of-another-text'
      expect(judge(action, actor, journal, { contentHash })).toMatchObject({ code: 'stale' })
    },
  )

  it('calls a text stale, not in the wrong state, when it was edited under the reviewer', () => {
    const journal = inReview()
    const { contentHash } = standingOf(claim(), journal.graph(), now)
    const next = claim({ statement: 'Other words.' })
    journal.set(next).add('edit', next, erin)
    expect(judge('approve', ravi, journal, { contentHash }, next)).toMatchObject({ code: 'stale' })
  })

  it('refuses an approval that names no text or has no meaning', () => {
    const standing = standingOf(claim(), inReview().graph(), now)
    expect(
      judgeAction('approve', ravi, claim(), standing, {
        meaning: 'evidence-checked',
        findings: [],
      }),
    ).toMatchObject({ allowed: false, code: 'stale' })
    expect(
      judgeAction('approve', ravi, claim(), standing, {
        contentHash: standing.contentHash,
        findings: [],
      }),
    ).toMatchObject({ allowed: false, code: 'meaning' })
  })

  it.each(['', '   ', '\n\t'])(
    'refuses a refusal and a withdrawal with the reason %j',
    (reason) => {
      expect(judge('request-changes', ravi, inReview(), { reason })).toMatchObject({
        code: 'reason',
      })
      expect(judge('withdraw', emil, live(), { reason })).toMatchObject({ code: 'reason' })
    },
  )

  it('lets an editor or a reviewer withdraw whatever the findings and the newest text', () => {
    const input = {
      findings: [finding('text'), finding('review')],
      contentHash: 'cg1-of-another-text',
    }
    expect(judge('withdraw', erin, live(), input)).toEqual({ allowed: true })
    expect(judge('withdraw', ravi, live(), input)).toEqual({ allowed: true })
  })

  it('approves a text whose surroundings and signatures are not complete yet', () => {
    const findings = [finding('surroundings'), finding('review'), finding('text', 'warning')]
    expect(judge('approve', ravi, inReview(), { findings })).toEqual({ allowed: true })
    const errors = [...findings, finding('text')]
    expect(judge('approve', ravi, inReview(), { findings: errors })).toMatchObject({
      code: 'findings',
      findings: [finding('text')],
      possible: ['request-changes'],
    })
  })

  it.each(['text', 'surroundings', 'review'] as const)(
    'refuses to publish over an error about %s, but not over a warning',
    (concern) => {
      expect(judge('publish', emil, approved(), { findings: [finding(concern)] })).toMatchObject({
        code: 'findings',
        findings: [finding(concern)],
      })
      expect(
        judge('publish', emil, approved(), { findings: [finding(concern, 'warning')] }),
      ).toEqual({ allowed: true })
    },
  )

  it('says how many signatures are missing when an unapproved text is to be published', () => {
    const thin = claim({ claimKind: 'benefit', certainty: 'low' })
    const journal = new Journal([study(), thin]).add('edit', thin, erin)
    expect(judge('publish', erin, journal, {}, thin)).toHaveProperty(
      'message',
      expect.stringContaining('2 signatures'),
    )
  })

  it('publishes a study by its findings alone and has nothing to review in it', () => {
    const journal = new Journal([study()]).add('edit', study(), erin)
    expect(judge('publish', erin, journal, {}, study())).toEqual({ allowed: true })
    expect(judge('submit', erin, journal, {}, study())).toMatchObject({
      code: 'state',
      possible: ['publish'],
    })
    expect(judge('request-changes', rita, journal, {}, study())).toMatchObject({ code: 'state' })
  })

  it('renews signatures shortly before they run out, from whoever has not just signed', () => {
    const page = therapy()
    const journal = new Journal([page])
      .add('edit', page, erin)
      .add('submit', page, erin)
      .add('approve', page, rita)
    const early = new Date('2026-01-01T00:00:00Z')
    const late = new Date('2026-02-20T00:00:00Z')
    expect(judge('approve', rita, journal, {}, page, early)).toMatchObject({ code: 'state' })
    expect(judge('approve', rita, journal, {}, page, late)).toEqual({ allowed: true })
    expect(judge('approve', ravi, journal, {}, page, late)).toEqual({ allowed: true })
    journal.add('approve', page, rita, { at: '2026-02-20T00:00:00.000Z' })
    expect(judge('approve', ravi, journal, {}, page, late)).toMatchObject({ code: 'state' })
  })
})
