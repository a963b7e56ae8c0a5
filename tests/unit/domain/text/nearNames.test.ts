import { describe, expect, it } from 'vitest'
import { nearNames } from '../../../../src/domain/text/index.ts'

const known = ['claim/prp-pain-six-months', 'claim/prp-pain-a-year', 'claim/soreness', 'study/one']

describe('the names most like one that nobody has', () => {
  it.each([
    ['claim/sorenes', ['claim/soreness']],
    ['claim/soreness-', ['claim/soreness']],
    ['claim/prp-pain', ['claim/prp-pain-a-year', 'claim/prp-pain-six-months']],
    ['claim/prp-pain-six-month', ['claim/prp-pain-six-months']],
    ['study/on', ['study/one']],
    ['therapy/nothing-like-it', []],
  ])('for %s are %j', (wrong, near) => {
    expect(nearNames(wrong, known).slice(0, near.length || 1)).toEqual(near)
  })

  it('are three at most', () => {
    const many = Array.from({ length: 9 }, (_, index) => `claim/a${String(index)}`)
    expect(nearNames('claim/a', many)).toEqual(['claim/a0', 'claim/a1', 'claim/a2'])
  })
})
