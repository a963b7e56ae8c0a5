import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextAttempt, retryDelaysMs } from '../../../../src/domain/delivery/index.ts'

const start = new Date('2026-01-01T00:00:00Z')

/** When each attempt is made, in seconds, if all of them fail at once. */
function attempts(chance: number): number[] {
  const made = [0]
  let at = start
  for (;;) {
    const next = nextAttempt({ made: made.length, at, notBefore: undefined, chance })
    if (next === undefined) return made
    at = next
    made.push((at.getTime() - start.getTime()) / 1000)
  }
}

describe('an event that nobody takes', () => {
  it('is told ten times in 75 hours 35 minutes, as Standard Webhooks has it', () => {
    const clock = ['00:00:00', '00:00:05', '00:05:05', '00:35:05', '02:35:05', '07:35:05']
    const later = ['17:35:05', '31:35:05', '51:35:05', '75:35:05']
    const seconds = [...clock, ...later].map((time) =>
      time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0),
    )
    expect(attempts(0)).toEqual(seconds)
  })

  it('waits a tenth longer at most, by chance', () => {
    expect(attempts(1)).toHaveLength(retryDelaysMs.length)
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (made, chance) => {
          const next = nextAttempt({ made, at: start, notBefore: undefined, chance })
          const waited = (next?.getTime() ?? 0) - start.getTime()
          const delay = retryDelaysMs[made] ?? 0
          return waited >= delay && waited <= delay * 1.1 + 1
        },
      ),
    )
  })

  it('waits as long as the receiver asks, where that is longer', () => {
    const next = (iso: string) =>
      nextAttempt({ made: 1, at: start, notBefore: new Date(iso), chance: 0 })?.toISOString()
    expect(next('2026-01-01T00:02:00Z')).toBe('2026-01-01T00:02:00.000Z')
    expect(next('2026-01-01T00:00:01Z')).toBe('2026-01-01T00:00:05.000Z')
  })
})
