import { describe, expect, it } from 'vitest'
import { claimSummary } from '../../../src/components/claimLabel/claimSummary.ts'
import { stateWords } from '../../../src/components/claimLabel/stateWords.ts'

const live = { _status: 'published', liveStatus: 'live', reviewStatus: 'approved' }
const draft = { _status: 'draft', liveStatus: 'never', reviewStatus: 'draft' }

describe('claimSummary', () => {
  it('shows the words readers see while a newer text is written beside them', () => {
    const summary = claimSummary(
      { ...live, statement: 'What readers see.' },
      { ...draft, liveStatus: 'live', reviewStatus: 'in-review', statement: 'What is in review.' },
    )
    expect(summary.statement).toBe('What readers see.')
    expect(stateWords(summary)).toBe('Live, newer text: in review')
  })

  it('shows the newest words when nothing is live', () => {
    const summary = claimSummary(
      { ...draft, statement: 'The first draft.' },
      { ...draft, reviewStatus: 'changes-requested', statement: 'The second draft.' },
    )
    expect(summary.statement).toBe('The second draft.')
    expect(stateWords(summary)).toBe('Not live: changes requested')
  })

  it('says that a claim is live', () => {
    const claim = { ...live, statement: 'What readers see.' }
    expect(stateWords(claimSummary(claim, claim))).toBe('Live')
  })

  it('says that a claim was withdrawn', () => {
    const claim = { ...draft, liveStatus: 'withdrawn', statement: 'What readers saw.' }
    expect(stateWords(claimSummary(claim, claim))).toBe('Withdrawn')
  })

  it('reads a claim that has nothing yet', () => {
    expect(claimSummary({}, {})).toEqual({
      statement: '',
      liveState: 'never',
      reviewState: 'draft',
      isNewestLive: false,
    })
  })
})
