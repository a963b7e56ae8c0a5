import { describe, expect, it } from 'vitest'
import { pagesWithNotices } from '../../../src/components/reviewPanel/cascade/pagesWithNotices.ts'

describe('pagesWithNotices', () => {
  it('names each page once, with every channel in which it shows a notice', () => {
    const notice = (page: 'therapy/one' | 'article/two', channel: string, claim: string) => ({
      page,
      channel,
      claim: `claim/${claim}` as const,
    })
    expect(
      pagesWithNotices([
        notice('therapy/one', 'us-en', 'a'),
        notice('therapy/one', 'gb-en', 'a'),
        notice('therapy/one', 'us-en', 'b'),
        notice('article/two', 'us-en', 'a'),
      ]),
    ).toEqual([
      { page: 'therapy/one', channels: ['us-en', 'gb-en'] },
      { page: 'article/two', channels: ['us-en'] },
    ])
  })
})
