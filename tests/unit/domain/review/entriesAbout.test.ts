import { describe, expect, it } from 'vitest'
import type { Actor, Subject } from '../../../../src/domain/model/index.ts'
import { standingOf } from '../../../../src/domain/review/index.ts'
import type { Standing } from '../../../../src/domain/review/index.ts'
import { bela, claim, emil, erin, Journal, ravi, rita, study } from './world.ts'

const live = claim()
const draft = claim({ statement: 'Other words.' })

/** Written by erin, signed by rita, and live. */
function published(): Journal {
  return new Journal([study(), live])
    .add('edit', live, erin)
    .add('submit', live, erin)
    .add('approve', live, rita)
    .add('publish', live, erin)
}

function standingIn(journal: Journal, subject: Subject): Standing {
  return standingOf(subject, journal.graph(), new Date('2025-06-01T00:00:00Z'))
}

const keys = (people: readonly Actor[]): string[] => people.map(({ key }) => key)

describe('a draft beside a live text', () => {
  it('is refused, or signed, for itself alone when facts that only it cites have changed', () => {
    const other = { key: 'other-trial' }
    const elsewhere = claim({ citations: [{ study: 'other-trial', stance: 'supports' }] })
    const journal = published()
      .set(study(other))
      .add('edit', elsewhere, emil, { changed: ['citations'] })
      .add('submit', elsewhere, emil)
      .set(study({ ...other, sampleSize: 90 }))
      .add('request-changes', elsewhere, ravi, { reason: 'Read it again.' })
    expect(standingIn(journal, elsewhere).reviewState).toBe('changes-requested')
    expect(standingIn(journal, live)).toMatchObject({ reviewState: 'approved', missing: 0 })
    journal.add('submit', elsewhere, emil).add('approve', elsewhere, ravi)
    expect(standingIn(journal, elsewhere).reviewState).toBe('approved')
    expect(keys(standingIn(journal, live).authors)).toEqual(['erin'])
  })

  it('was written since the live text was last signed, whether a release has withheld that or not', () => {
    const journal = published()
      .add('edit', study({ sampleSize: 90 }), bela, { changed: ['sampleSize'] })
      .set(study({ sampleSize: 90 }))
      .add('submit', live, erin)
      .add('approve', live, ravi)
      .add('edit', draft, emil, { changed: ['statement'] })
    expect(keys(standingIn(journal, draft).authors)).toEqual(['emil'])
    journal.add('withhold', live, erin, { reason: 'Overdue.' })
    expect(keys(standingIn(journal, draft).authors)).toEqual(['emil'])
  })

  it('that says again what is live is the live text, also when facts changed in between', () => {
    const journal = published()
      .add('edit', draft, emil, { changed: ['statement'] })
      .set(study({ sampleSize: 90 }))
      .add('edit', live, bela, { changed: ['statement'] })
    expect(standingIn(journal, live)).toMatchObject({ reviewState: 'in-review', missing: 1 })
    expect(keys(standingIn(journal, live).authors)).toEqual([])
  })
})
