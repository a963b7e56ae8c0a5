import { describe, expect, it } from 'vitest'
import { dueWords } from '../../../src/components/words/index.ts'

describe('dueWords', () => {
  it.each([
    ['2026-12-01', 'due 2026-12-01'],
    ['2026-11-22', 'due today'],
    ['2026-11-21', 'overdue since 2026-11-21'],
    ['2026-11-23T00:00:00.000Z', 'due 2026-11-23'],
  ])('says of %s on 2026-11-22: %s', (due, words) => {
    expect(dueWords(due, '2026-11-22')).toBe(words)
  })
})
