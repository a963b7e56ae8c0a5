import { describe, expect, it } from 'vitest'
import { instantOf } from '../../../src/components/reviewPanel/schedule/instantOf.ts'
import { clockWords } from '../../../src/components/words/index.ts'

describe('instantOf', () => {
  it('reads what an input says on the clock of this machine', () => {
    const instant = instantOf('2026-12-01T10:00')
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    expect(instant === undefined ? '' : clockWords(instant, zone)).toBe('2026-12-01 10:00')
  })

  it.each(['', '2026-12-01', '2026-12-01T', '2026-13-41T10:00'])('reads nothing in %j', (local) => {
    expect(instantOf(local)).toBeUndefined()
  })
})

describe('clockWords', () => {
  it.each([
    ['Europe/Berlin', '2026-12-01 10:00'],
    ['America/New_York', '2026-12-01 04:00'],
    ['Pacific/Auckland', '2026-12-01 22:00'],
    ['UTC', '2026-12-01 09:00'],
  ])('shows an instant on the clock of %s', (zone, words) => {
    expect(clockWords(new Date('2026-12-01T09:00:00Z'), zone)).toBe(words)
  })
})
