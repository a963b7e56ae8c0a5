import { describe, expect, it } from 'vitest'
import { consequences } from '../../../src/operator/index.ts'

const found = {
  id: '1',
  subject: 'claim/soreness',
  title: 'Soreness is rare.',
  isLive: true,
} as const
const withdrawal = { kind: 'safety', reason: 'It is not.' } as const
const nothing = { subject: 'claim/soreness', citedBy: [], withheld: [], notices: [] } as const

describe('what a withdrawal would do', () => {
  it('is told with what refers to it, what falls with it, and what stays with a notice', () => {
    const lines = consequences(found, withdrawal, {
      subject: 'claim/soreness',
      citedBy: [
        { subject: 'therapy/example', title: 'Example', isLive: true },
        { subject: 'article/draft', title: 'A draft', isLive: false },
      ],
      withheld: [{ subject: 'article/other', channel: 'us-en', reason: 'No harms are left.' }],
      notices: [{ page: 'therapy/example', claim: 'claim/soreness', channel: 'gb-en' }],
    })
    expect(lines).toEqual([
      'claim/soreness: Soreness is rare.',
      'To be withdrawn (safety): It is not.',
      '',
      'In the next release, seconds later, it is gone from every feed; a tombstone says when, why and of which kind.',
      'What refers to it:',
      '  therapy/example: Example',
      '  article/draft (not live): A draft',
      'Withheld with it, because they fail the gate without it:',
      '  article/other in us-en: No harms are left.',
      'Pages that stay, with a dated notice in the place of what falls:',
      '  therapy/example in gb-en, for claim/soreness',
    ])
  })

  it('says so when nothing else falls', () => {
    expect(consequences(found, withdrawal, nothing).at(-1)).toBe(
      'Nothing else refers to it or falls with it.',
    )
  })

  it('names what takes its place, and tells what no feed carries by itself', () => {
    const lines = consequences(
      { ...found, subject: 'disclaimer/old' },
      { kind: 'superseded', reason: 'Newer.', supersededBy: 'disclaimer/new' },
      { ...nothing, subject: 'disclaimer/old' },
    )
    expect(lines[1]).toBe('To be withdrawn (superseded, superseded by disclaimer/new): Newer.')
    expect(lines[3]).toContain('no item of any feed')
  })

  it('lets no text steer the terminal or make a line', () => {
    const lines = consequences({ ...found, title: 'a\u001B[2J\nb' }, withdrawal, nothing)
    expect(lines.join('')).not.toMatch(/\p{Cc}/u)
  })
})
