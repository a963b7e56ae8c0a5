import { describe, expect, it } from 'vitest'
import { behindWords, siteWords } from '../../../src/components/sites/behindWords.ts'

const at = '2026-11-22T16:18:00.000Z'
const standing = (channel: string, release: number | null, releases: number) => ({
  channel,
  release,
  appliedAt: at,
  wentBack: null,
  behind: { releases, since: releases === 0 ? null : at },
})

describe('where a site stands', () => {
  it.each([
    [standing('us-en', 7, 0), 'up to date with release 7'],
    [standing('us-en', 6, 1), '1 release behind since 2026-11-22 16:18 UTC'],
    [standing('us-en', 4, 3), '3 releases behind since 2026-11-22 16:18 UTC'],
    [standing('us-en', null, 7), 'never said what it applied'],
    [standing('us-en', null, 0), 'no release yet'],
  ])('in a channel is said in words', (channel, words) => {
    expect(behindWords(channel)).toBe(words)
  })

  it('in a list is the worst of its channels', () => {
    const [good, bad, silent] = [
      standing('us-en', 7, 0),
      standing('gb-en', 5, 2),
      standing('partner', null, 7),
    ]
    expect(siteWords([good, bad])).toMatch(/^2 releases behind/)
    expect(siteWords([good, silent])).toBe('partner: never said what it applied')
    expect(siteWords([silent])).toBe('never said what it applied')
    expect(siteWords([])).toBe('')
  })
})
