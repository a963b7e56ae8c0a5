import { describe, expect, it } from 'vitest'
import { behindOf, receiptOutcome, refuseReceipt } from '../../../src/sites/index.ts'

const now = new Date('2026-11-29T12:00:00Z')
const digest = 'a'.repeat(64)
const at = (minute: number) => new Date(Date.UTC(2026, 10, 29, 11, minute))

describe('a receipt', () => {
  const receipt = { channels: ['us-en'], release: 7, digest, appliedAt: at(0) }
  const question = { receipt, channels: ['us-en', 'gb-en'], newest: 7, digest, now }

  it('is believed when all of it can be true', () => {
    expect(refuseReceipt(question)).toBeNull()
    expect(refuseReceipt({ ...question, newest: 9 })).toBeNull()
  })

  it.each([
    ['a channel of somebody else', { channels: ['gb-en'] }, 'unknown-channel', /us-en.*gb-en/],
    ['a release to come', { newest: 6 }, 'future-release', /Release 7.*newest is 6/],
    ['a release before the first', { newest: null }, 'future-release', /no release yet/],
    ['a release with another digest', { digest: 'b'.repeat(64) }, 'unknown-release', /digest/],
    ['a release nobody knows', { digest: undefined }, 'unknown-release', /Release 7/],
    [
      'a moment to come',
      { receipt: { ...receipt, appliedAt: new Date('2027-01-01') } },
      'clock',
      /2027/,
    ],
  ])('is refused for %s', (_, wrong, code, words) => {
    const refused = refuseReceipt({ ...question, ...wrong })
    expect(refused?.code).toBe(code)
    expect(refused?.message).toMatch(words)
  })

  it('may be some minutes ahead', () => {
    const appliedAt = new Date(now.getTime() + 4 * 60_000)
    expect(refuseReceipt({ ...question, receipt: { ...receipt, appliedAt } })).toBeNull()
  })

  const held = { release: 5, digest, appliedAt: at(30) }
  it.each([
    ['the first of all', undefined, 5, 30, 'noted'],
    ['a newer release', held, 6, 31, 'noted'],
    ['the same again', held, 5, 30, 'same'],
    ['the same, applied again later', held, 5, 40, 'same'],
    ['an older release, applied later', held, 4, 31, 'went-back'],
    ['an older release that was long on its way', held, 4, 29, 'late'],
    ['what was applied before a step back', held, 6, 29, 'late'],
  ])('is told from the last one: %s', (_, last, release, minute, outcome) => {
    expect(receiptOutcome(last, { release, appliedAt: at(minute) })).toBe(outcome)
  })
})

describe('how far a site is behind', () => {
  const releases = [3, 2, 1].map((number) => ({ number, at: `2026-11-0${String(number)}` }))

  it.each([
    [3, 0, null],
    [2, 1, '2026-11-03'],
    [1, 2, '2026-11-02'],
    [null, 3, '2026-11-01'],
    [9, 0, null],
  ])('after release %j is %i releases, since %j', (applied, missed, since) => {
    expect(behindOf(applied, releases)).toEqual({ releases: missed, since })
  })

  it('is nothing before the first release', () => {
    expect(behindOf(null, [])).toEqual({ releases: 0, since: null })
  })
})
