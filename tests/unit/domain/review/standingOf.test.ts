import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor, Claim, Subject } from '../../../../src/domain/model/index.ts'
import { standingOf } from '../../../../src/domain/review/index.ts'
import type { Standing } from '../../../../src/domain/review/index.ts'
import {
  adam,
  bela,
  claim,
  emil,
  erin,
  Journal,
  person,
  ravi,
  rita,
  study,
  therapy,
} from './world.ts'

const now = new Date('2025-06-01T00:00:00Z')
const thin = (change: Partial<Claim> = {}) =>
  claim({
    key: 'less-pain',
    claimKind: 'benefit',
    direction: 'favours',
    certainty: 'low',
    ...change,
  })

function standing(journal: Journal, subject: Subject, at = now): Standing {
  return standingOf(subject, journal.graph(), at)
}

function keys(people: readonly Actor[]): string[] {
  return people.map(({ key }) => key)
}

/** Written by erin, submitted, and signed by rita. */
function approved(subject: Subject = claim()): Journal {
  return new Journal([study(), subject])
    .add('edit', subject, erin)
    .add('submit', subject, erin)
    .add('approve', subject, rita)
}

describe('the review state', () => {
  it('is draft for a text that nobody has submitted', () => {
    const journal = new Journal([study(), claim()])
    expect(standing(journal, claim()).reviewState).toBe('draft')
    expect(standing(journal.add('edit', claim(), erin), claim()).reviewState).toBe('draft')
  })

  it('follows submission, refusal, revision and approval', () => {
    const journal = new Journal([study(), claim()])
    const state = () => standing(journal, claim()).reviewState
    journal.add('edit', claim(), erin).add('submit', claim(), erin)
    expect(state()).toBe('in-review')
    journal.add('request-changes', claim(), rita, { reason: 'Say how often.' })
    expect(state()).toBe('changes-requested')
    journal.add('submit', claim(), erin)
    expect(state()).toBe('in-review')
    journal.add('approve', claim(), rita)
    expect(state()).toBe('approved')
  })

  it('is draft again after an edit, also when the old words come back', () => {
    const journal = approved()
    const other = claim({ statement: 'Other words.' })
    journal.set(other).add('edit', other, erin)
    expect(standing(journal, other)).toMatchObject({ reviewState: 'draft', approvals: [] })
    journal.set(claim()).add('edit', claim(), erin)
    expect(standing(journal, claim())).toMatchObject({ reviewState: 'draft', approvals: [] })
  })

  it('is not moved by an edit that changed nothing', () => {
    const journal = approved().add('edit', claim(), emil, { changed: [] })
    expect(standing(journal, claim())).toMatchObject({ reviewState: 'approved', missing: 0 })
    expect(keys(standing(journal, claim()).authors)).toEqual(['erin'])
    const submitted = new Journal([study(), claim()])
      .add('edit', claim(), erin)
      .add('submit', claim(), erin)
      .add('edit', claim(), emil, { changed: [] })
    expect(standing(submitted, claim()).reviewState).toBe('in-review')
  })

  it('is draft for words that no entry names', () => {
    const journal = approved(therapy())
    const unsaved = therapy({ title: 'Another title' })
    expect(standing(journal, unsaved).reviewState).toBe('draft')
  })

  it('is approved for a study and a condition, which need no signature', () => {
    const journal = new Journal([study()]).add('edit', study(), erin)
    expect(standing(journal, study())).toMatchObject({ reviewState: 'approved', missing: 0 })
    expect(standing(journal, study())).not.toHaveProperty('reviewDue')
  })
})

describe('approvals', () => {
  it('keep who, when, meaning, text and policy of each signature', () => {
    const journal = approved()
    const [approval] = standing(journal, claim()).approvals
    expect(approval).toEqual({
      actor: rita,
      at: '2025-03-01T09:02:00.000Z',
      meaning: 'medically-accurate',
      contentHash: standing(journal, claim()).contentHash,
      policy: { approvals: 1, roles: ['reviewer'] },
    })
    expect(standing(journal, claim()).discounted).toEqual([])
  })

  it('are complete when as many different people signed as the policy says', () => {
    const journal = new Journal([study(), thin()])
      .add('edit', thin(), erin)
      .add('submit', thin(), erin)
    expect(standing(journal, thin()).missing).toBe(2)
    journal.add('approve', thin(), rita)
    expect(standing(journal, thin())).toMatchObject({ reviewState: 'in-review', missing: 1 })
    journal.add('approve', thin(), rita)
    expect(standing(journal, thin())).toMatchObject({ reviewState: 'in-review', missing: 1 })
    expect(standing(journal, thin())).not.toHaveProperty('reviewDue')
    journal.add('approve', thin(), ravi)
    expect(standing(journal, thin())).toMatchObject({ reviewState: 'approved', missing: 0 })
    expect(keys(standing(journal, thin()).approvals.map(({ actor }) => actor))).toEqual([
      'rita',
      'ravi',
    ])
  })

  it('are judged by the policy they were given under', () => {
    const journal = new Journal([study(), thin()])
      .add('submit', thin(), erin)
      .add('approve', thin(), rita, { policy: { approvals: 1, roles: ['reviewer'] } })
    expect(standing(journal, thin())).toMatchObject({ missing: 0, policy: { approvals: 1 } })
    journal.add('approve', thin(), ravi)
    expect(standing(journal, thin())).toMatchObject({ missing: 0, policy: { approvals: 1 } })
    const begun = new Journal([study(), thin()])
      .add('submit', thin(), erin)
      .add('approve', thin(), rita, { policy: { approvals: 3, roles: ['reviewer'] } })
    expect(standing(begun, thin())).toMatchObject({ missing: 2, policy: { approvals: 3 } })
  })

  it('are lost when the text is refused, withdrawn or deleted', () => {
    const refused = approved().add('request-changes', claim(), ravi, { reason: 'No.' })
    expect(standing(refused, claim())).toMatchObject({
      reviewState: 'changes-requested',
      approvals: [],
    })
    const withdrawn = approved()
      .add('publish', claim(), erin)
      .add('withdraw', claim(), erin, { reason: 'Doubts.' })
    expect(standing(withdrawn, claim())).toMatchObject({
      reviewState: 'draft',
      liveState: 'withdrawn',
      approvals: [],
    })
    const deleted = approved().add('delete', claim(), erin)
    expect(standing(deleted, claim())).toMatchObject({ reviewState: 'draft', approvals: [] })
  })

  it('are given by approving, whatever another entry says', () => {
    const journal = new Journal([study(), claim()])
      .add('edit', claim(), erin)
      .add('submit', claim(), erin)
      .add('withhold', claim(), rita, {
        meaning: 'medically-accurate',
        policy: { approvals: 1, roles: ['reviewer'] },
      })
    expect(standing(journal, claim())).toMatchObject({ reviewState: 'in-review', approvals: [] })
  })

  it('do not count without a role of the policy', () => {
    const journal = new Journal([study(), claim()])
      .add('edit', claim(), erin)
      .add('submit', claim(), erin)
      .add('approve', claim(), adam)
    const result = standing(journal, claim())
    expect(result).toMatchObject({ reviewState: 'in-review', approvals: [], missing: 1 })
    expect(result.discounted).toMatchObject([{ because: 'role', approval: { actor: adam } }])
    expect(result).not.toHaveProperty('reviewDue')
    const next = claim({ statement: 'Other words.' })
    journal.set(next).add('edit', next, emil, { changed: ['statement'] })
    expect(keys(standing(journal, next).authors)).toEqual(['erin', 'emil'])
  })

  it.each(['meaning', 'policy'] as const)('do not count without a %s', (said) => {
    const journal = new Journal([study(), claim()]).add('submit', claim(), erin)
    journal.add('approve', claim(), rita)
    const entry = journal.entries.pop()
    if (entry === undefined) throw new Error('The journal is empty.')
    const { [said]: gone, ...silent } = entry
    expect(gone).toBeDefined()
    journal.entries.push(silent)
    expect(standing(journal, claim())).toMatchObject({ reviewState: 'in-review', approvals: [] })
  })
})

describe('authors', () => {
  it('are all who wrote since the last complete approval of another text', () => {
    const journal = approved()
    expect(keys(standing(journal, claim()).authors)).toEqual(['erin'])
    const next = claim({ statement: 'Other words.' })
    journal.set(next).add('edit', next, emil)
    expect(keys(standing(journal, next).authors)).toEqual(['emil'])
    journal.add('submit', next, emil).add('approve', next, rita)
    expect(keys(standing(journal, next).authors)).toEqual(['emil'])
  })

  it('stay authors through a first of two signatures on an earlier text', () => {
    const next = thin({ statement: 'Other words.' })
    const journal = new Journal([study(), thin()])
      .add('edit', thin(), erin)
      .add('submit', thin(), erin)
      .add('approve', thin(), rita)
      .set(next)
      .add('edit', next, emil)
    expect(keys(standing(journal, next).authors).toSorted()).toEqual(['emil', 'erin'])
  })

  it('include who brought the old words back', () => {
    const other = claim({ statement: 'Other words.' })
    const journal = new Journal([study(), claim()])
      .add('edit', claim(), erin)
      .set(other)
      .add('edit', other, erin)
      .set(claim())
      .add('edit', claim(), bela)
    expect(keys(standing(journal, claim()).authors)).toEqual(['erin', 'bela'])
  })

  it('include who changed a fact of a cited study, not who mended its title', () => {
    const changed = study({ sampleSize: 90 })
    const journal = approved()
      .set(changed)
      .add('edit', changed, bela, { changed: ['sampleSize'] })
      .add('edit', changed, emil, { changed: ['title', 'volume'] })
    expect(keys(standing(journal, claim()).authors)).toEqual(['bela'])
  })

  it('count a fact of a study from when it is published, however early it was drafted', () => {
    const changed = study({ sampleSize: 90 })
    const journal = new Journal([study(), claim()])
      .add('edit', claim(), erin)
      .add('edit', study(), bela, { changed: ['sampleSize'] })
      .add('submit', claim(), erin)
      .add('approve', claim(), rita)
      .set(changed)
      .add('publish', changed, emil)
    expect(keys(standing(journal, claim()).authors)).toEqual(['bela'])
  })

  it('include who wrote the facts of a study that is cited anew', () => {
    const citing = claim({
      citations: [
        { study: 'trial', stance: 'supports' },
        { study: 'second', stance: 'supports' },
      ],
    })
    const journal = new Journal([study(), study({ key: 'second' }), claim()])
      .add('edit', study({ key: 'second' }), bela)
      .add('edit', claim(), erin)
      .add('submit', claim(), erin)
      .add('approve', claim(), rita)
      .set(citing)
      .add('edit', citing, erin, { changed: ['citations'] })
    expect(keys(standing(journal, citing).authors).toSorted()).toEqual(['bela', 'erin'])
  })

  it('do not include who wrote facts that were signed, if the citations stayed as they were', () => {
    const reworded = claim({ statement: 'Other words.' })
    const journal = new Journal([study(), claim()])
      .add('edit', study(), bela, { changed: ['result'] })
      .add('edit', claim(), erin, { changed: ['statement', 'citations'] })
      .add('submit', claim(), erin)
      .add('approve', claim(), rita)
      .set(reworded)
      .add('edit', reworded, emil, { changed: ['statement'] })
    expect(keys(standing(journal, reworded).authors)).toEqual(['emil'])
    journal.add('edit', claim({ statement: 'Newest words.' }), emil)
    expect(keys(standing(journal, reworded).authors).toSorted()).toEqual(['bela', 'emil'])
  })

  it('include whoever wrote to a cited study that is not there to tell what matters', () => {
    const journal = approved().add('edit', study(), bela, { changed: ['title'] })
    expect(keys(standing(journal, claim()).authors)).toEqual(['erin'])
    const graph = { ...journal.graph(), studies: new Map() }
    expect(keys(standingOf(claim(), graph, now).authors)).toContain('bela')
  })

  it('do not take their earlier signatures back by writing later', () => {
    const journal = approved()
    const signed = new Journal([study(), claim()])
      .add('edit', claim(), erin)
      .add('submit', claim(), erin)
      .add('approve', claim(), bela)
      .add('publish', claim(), erin)
      .add('edit', study(), bela, { changed: ['sampleSize'] })
    expect(standing(journal, claim()).missing).toBe(0)
    expect(standing(signed, claim()).missing).toBe(0)
  })
})

describe('a claim whose facts change', () => {
  const changed = study({ sampleSize: 90 })

  it('is back with its reviewers if it was approved or in review', () => {
    const journal = approved().set(changed)
    expect(standing(journal, claim())).toMatchObject({ reviewState: 'in-review', missing: 1 })
    const submitted = new Journal([study(), claim()])
      .add('edit', claim(), erin)
      .add('submit', claim(), erin)
      .set(changed)
    expect(standing(submitted, claim()).reviewState).toBe('in-review')
    journal.add('approve', claim(), ravi)
    expect(standing(journal, claim()).reviewState).toBe('approved')
  })

  it('is still so after the release has withheld it', () => {
    const journal = approved()
      .add('publish', claim(), erin)
      .set(changed)
      .add('withhold', claim(), erin, { reason: 'Not approved.' })
    expect(standing(journal, claim())).toMatchObject({
      reviewState: 'in-review',
      liveState: 'live',
    })
  })

  it('stays a draft, and stays refused', () => {
    const draft = new Journal([study(), claim()]).add('edit', claim(), erin).set(changed)
    expect(standing(draft, claim()).reviewState).toBe('draft')
    draft
      .set(study())
      .add('submit', claim(), erin)
      .add('request-changes', claim(), rita, { reason: 'No.' })
      .set(changed)
    expect(standing(draft, claim()).reviewState).toBe('changes-requested')
  })

  it('keeps its signature, with its date, when the facts come back', () => {
    const journal = approved()
      .set(changed)
      .add('approve', claim(), ravi)
      .set(study())
      .add('edit', claim(), emil, { changed: [] })
    expect(standing(journal, claim())).toMatchObject({
      reviewState: 'approved',
      approvals: [{ actor: rita }],
      reviewDue: '2026-03-01',
    })
  })

  it('keeps its signature when only a title was mended', () => {
    const journal = approved().set(study({ title: 'A mended title' }))
    expect(standing(journal, claim()).reviewState).toBe('approved')
  })
})

describe('a draft beside a live text', () => {
  const live = claim()
  const draft = claim({ statement: 'Other words.' })
  const beside = () => approved(live).add('publish', live, erin).add('edit', draft, emil)

  it('leaves the live text its signatures, its state and its authors', () => {
    const journal = beside()
      .add('submit', draft, emil)
      .add('request-changes', draft, ravi, { reason: 'No.' })
    expect(standing(journal, live)).toMatchObject({
      reviewState: 'approved',
      liveState: 'live',
      missing: 0,
    })
    expect(keys(standing(journal, live).authors)).toEqual(['erin'])
    expect(standing(journal, draft)).toMatchObject({
      reviewState: 'changes-requested',
      liveState: 'live',
      approvals: [],
    })
    expect(keys(standing(journal, draft).authors)).toEqual(['emil'])
  })

  it('does not lend its signatures to the live text, nor borrow any', () => {
    const journal = beside().add('submit', draft, emil).add('approve', draft, ravi)
    expect(keys(standing(journal, draft).approvals.map(({ actor }) => actor))).toEqual(['ravi'])
    expect(keys(standing(journal, live).approvals.map(({ actor }) => actor))).toEqual(['rita'])
  })

  it('may come and go while the live text is signed on changed facts', () => {
    const journal = beside()
      .set(study({ sampleSize: 90 }))
      .add('withhold', live, erin, { reason: 'Not approved.' })
    expect(standing(journal, live)).toMatchObject({ reviewState: 'in-review', missing: 1 })
    journal.add('approve', live, ravi).add('edit', claim({ statement: 'Newest words.' }), emil)
    expect(standing(journal, live)).toMatchObject({ reviewState: 'approved', missing: 0 })
  })

  it('may come and go also before a release has seen the changed facts', () => {
    const journal = beside()
      .set(study({ sampleSize: 90 }))
      .add('approve', live, ravi)
      .add('edit', claim({ statement: 'Newest words.' }), emil)
    expect(standing(journal, live)).toMatchObject({ reviewState: 'approved', missing: 0 })
  })

  it('stays a draft when facts change, though the live text goes to its reviewers', () => {
    const journal = beside().set(study({ sampleSize: 90 }))
    expect(standing(journal, live).reviewState).toBe('in-review')
    expect(standing(journal, draft).reviewState).toBe('draft')
  })

  it.each<[string, Subject, Subject]>([
    ['claim', live, draft],
    ['page', therapy(), therapy({ title: 'Other words' })],
  ])('stays in review when the live %s is withheld, refused or readmitted', (_, old, next) => {
    const journal = approved(old)
      .add('publish', old, erin)
      .add('edit', next, emil)
      .add('submit', next, emil)
      .add('withhold', old, erin, { reason: 'Overdue.' })
      .add('request-changes', old, rita, { reason: 'Overdue.' })
    expect(standing(journal, next).reviewState).toBe('in-review')
    expect(standing(journal, old).reviewState).toBe('changes-requested')
    journal.add('readmit', old, erin).add('approve', next, ravi)
    expect(standing(journal, next).reviewState).toBe('approved')
  })

  it('is without a signature again when older words return to it', () => {
    const older = approved(draft)
      .set(live)
      .add('edit', live, erin)
      .add('submit', live, erin)
      .add('approve', live, rita)
      .add('publish', live, erin)
      .add('edit', draft, emil)
    expect(standing(older, draft)).toMatchObject({ reviewState: 'draft', approvals: [] })
    expect(standing(older, live).reviewState).toBe('approved')
  })

  it('is without a signature again when it said what is live in between', () => {
    const journal = beside()
      .add('submit', draft, emil)
      .add('approve', draft, ravi)
      .add('edit', live, bela)
      .add('edit', draft, emil)
    expect(standing(journal, draft)).toMatchObject({ reviewState: 'draft', approvals: [] })
    expect(keys(standing(journal, live).authors)).toEqual(['erin'])
    journal.add('request-changes', live, rita, { reason: 'Overdue.' })
    expect(standing(journal, live).reviewState).toBe('changes-requested')
    expect(standing(journal, draft).reviewState).toBe('draft')
  })

  it.each(['withhold', 'readmit'] as const)(
    'stays in review when the live claim was refused on facts that changed again: %s',
    (action) => {
      const journal = beside()
        .add('submit', draft, emil)
        .set(study({ sampleSize: 90 }))
        .add(action, live, erin)
        .add('request-changes', live, rita, { reason: 'Overdue.' })
        .set(study({ sampleSize: 95 }))
      expect(standing(journal, draft).reviewState).toBe('in-review')
    },
  )

  it('counts publications and knows the last published text', () => {
    const journal = beside()
    const version1 = standing(journal, live)
    expect(version1).toMatchObject({ version: 1, publishedHash: version1.contentHash })
    journal
      .set(draft)
      .add('submit', draft, emil)
      .add('approve', draft, rita)
      .add('publish', draft, emil)
    const version2 = standing(journal, draft)
    expect(version2).toMatchObject({
      version: 2,
      publishedHash: version2.contentHash,
      reviewState: 'approved',
    })
  })
})

describe('review dates', () => {
  it('run from the signature that completed the approval', () => {
    const journal = new Journal([study(), thin()], '2024-02-29T12:00:00.000Z')
      .add('submit', thin(), erin)
      .add('approve', thin(), rita, { at: '2024-02-28T12:00:00.000Z' })
    expect(standing(journal, thin())).not.toHaveProperty('reviewDue')
    journal.add('approve', thin(), ravi)
    expect(standing(journal, thin())).toMatchObject({
      lastReviewed: '2024-02-29',
      reviewDue: '2025-02-28',
    })
  })

  it('open a renewal 30 days before the review is due, for all signatures', () => {
    const journal = new Journal([study(), thin()], '2025-03-01T09:00:00.000Z')
      .add('submit', thin(), erin)
      .add('approve', thin(), rita)
      .add('approve', thin(), ravi)
    expect(standing(journal, thin(), new Date('2026-01-29T23:59:00Z'))).not.toHaveProperty(
      'renewal',
    )
    const due = new Date('2026-01-30T00:00:00Z')
    expect(standing(journal, thin(), due).renewal).toEqual({ approvals: [] })
    journal.add('approve', thin(), rita, { at: '2026-02-01T00:00:00.000Z' })
    expect(standing(journal, thin(), due)).toMatchObject({
      reviewState: 'approved',
      lastReviewed: '2025-03-01',
      renewal: { approvals: [{ actor: rita }] },
    })
    journal.add('approve', thin(), ravi, { at: '2026-02-02T00:00:00.000Z' })
    expect(standing(journal, thin(), due)).toMatchObject({
      reviewState: 'approved',
      lastReviewed: '2026-02-02',
      reviewDue: '2027-02-02',
    })
  })
})

describe('whatever happens', () => {
  const ed = person('ed', 'editor')
  const people = [
    ed,
    person('both', 'editor', 'reviewer'),
    person('rev', 'reviewer'),
    person('rex', 'reviewer'),
    person('adm', 'admin'),
  ]
  const one = thin({ statement: 'One.' })
  const texts = [one, thin({ statement: 'Two.' }), thin({ statement: 'Three.' })]
  const step = fc.record({
    action: fc.constantFrom(
      'edit',
      'edit',
      'submit',
      'approve',
      'approve',
      'approve',
      'request-changes',
      'publish',
      'withdraw',
      'facts',
    ),
    actor: fc.constantFrom(...people),
    text: fc.constantFrom(...texts),
    sampleSize: fc.integer({ min: 80, max: 82 }),
  })
  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

  /** Writes the steps without asking whether they are allowed: the log of a broken adapter. */
  function play(steps: readonly Step[]): { journal: Journal; current: Claim } {
    let current = one
    const journal = new Journal([study(), current]).add('edit', current, ed)
    for (const { action, actor, text, sampleSize } of steps) {
      if (action === 'edit') {
        current = text
        journal.set(current).add('edit', current, actor)
      } else if (action === 'facts') {
        const changed = study({ sampleSize })
        journal.set(changed).add('edit', changed, actor, { changed: ['sampleSize'] })
      } else {
        journal.add(action, current, actor)
      }
    }
    return { journal, current }
  }

  const run = (check: (journal: Journal, current: Claim) => void) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const { journal, current } = play(steps)
        check(journal, current)
      }),
      { numRuns: 500 },
    )
  }

  it('a signature counts once, from a reviewer, for this text, and not from who wrote last', () => {
    run((journal, current) => {
      const {
        approvals,
        contentHash: hash,
        reviewState,
        missing,
        liveState,
      } = standing(journal, current)
      const own = journal.entries.filter((entry) => entry.subject === 'claim/less-pain')
      expect(new Set(keys(approvals.map(({ actor }) => actor))).size).toBe(approvals.length)
      expect(reviewState === 'approved').toBe(missing === 0)
      for (const approval of approvals) {
        expect(approval.contentHash).toBe(hash)
        expect(approval.actor.roles).toContain('reviewer')
        // Beside a live text somebody else writes a draft; that has tests of its own.
        if (liveState === 'live') continue
        const signed = own.findLast(
          (entry) => entry.at === approval.at && entry.actor.key === approval.actor.key,
        )
        const before = journal.entries.slice(0, (signed?.sequence ?? 1) - 1)
        const newest = before.findLast((entry) => entry.action === 'edit')
        expect(newest?.actor.key).not.toBe(approval.actor.key)
      }
    })
  })

  it('an edit to another text leaves no signature on the new one', () => {
    run((journal, current) => {
      const next = thin({ statement: 'Never written before.' })
      journal.add('edit', next, ed)
      expect(standing(journal, next)).toMatchObject({ reviewState: 'draft', approvals: [] })
      expect(current).not.toBe(next)
    })
  })

  it('the last who wrote words or facts is among the authors', () => {
    run((journal, current) => {
      const last = journal.entries.findLast((entry) => entry.action === 'edit')
      const { authors, liveState } = standing(journal, current)
      if (liveState !== 'live') expect(keys(authors)).toContain(last?.actor.key)
    })
  })
})
