import { describe, expect, it } from 'vitest'
import { citedFact } from '../../../src/components/reviewPanel/difference/citedFact.ts'

describe('citedFact', () => {
  it.each([
    ['evidence.one-trial.result', { study: 'one-trial', fact: 'result' }],
    ['evidence.one-trial', { study: 'one-trial', fact: '' }],
    ['evidence.one-trial.identifiers.doi', { study: 'one-trial', fact: 'identifiers.doi' }],
    ['statement', undefined],
    ['evidence', undefined],
  ])('reads %s', (place, fact) => {
    expect(citedFact(place)).toEqual(fact)
  })
})
