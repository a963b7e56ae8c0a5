import { describe, expect, it } from 'vitest'
import type { LiveThen } from '../../../../src/domain/audit/index.ts'
import { liveInWords } from '../../../../src/domain/audit/index.ts'
import { erin, rita } from '../review/world.ts'

const claim: LiveThen = {
  subject: 'claim/soreness',
  contentHash: 'cg1-00',
  published: { at: '2026-10-03T09:12:30.000Z', by: erin, action: 'publish' },
  version: 2,
  words: { kind: 'claim', key: 'soreness', statement: 'Soreness\nis rare.', certainty: 'low' },
  evidence: [
    {
      study: 'study/trial',
      stance: 'supports',
      locator: 'Table 2',
      facts: { sampleSize: 80, identifiers: { doi: '10.5555/trial' } },
    },
  ],
  signatures: [
    {
      actor: { ...rita, name: 'Rita Reviewer', credentials: 'MD' },
      at: '2026-10-02T14:00:00.000Z',
      meaning: 'medically-accurate',
      contentHash: 'cg1-00',
      policy: { approvals: 1, roles: ['reviewer'] },
    },
  ],
  policy: { approvals: 1, roles: ['reviewer'] },
}

describe('what was live on a day, in words', () => {
  it('has text, evidence, signatures and policy', () => {
    expect(liveInWords(claim, false)).toEqual([
      'claim/soreness: published 2026-10-03 09:12 UTC by erin (editor, fictitious), for the 2. time',
      '  statement: Soreness\\u{000a}is rare.',
      '  certainty: low',
      '  Cites study/trial (supports, Table 2): sampleSize 80, doi 10.5555/trial',
      '  Signed 2026-10-02 14:00 UTC by Rita Reviewer, MD (reviewer, fictitious): medically accurate',
      '  Policy: 1 signature of reviewer',
      '  Hash: cg1-00',
    ])
  })

  it('says since when and why it was withheld', () => {
    const withheld = { since: '2026-10-05T00:00:00.000Z', reason: 'Its study was retracted.' }
    expect(liveInWords({ ...claim, withheld }, false)[1]).toBe(
      '  Withheld from the feed since 2026-10-05 00:00 UTC: Its study was retracted.',
    )
  })

  it('says when its text cannot be told', () => {
    const { words: _words, ...rest } = claim
    expect(liveInWords(rest, false).join('\n')).toContain('run npm run audit:verify')
  })

  it('shows a page in full when asked', () => {
    const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
    const page: LiveThen = {
      ...claim,
      subject: 'therapy/example',
      words: {
        kind: 'therapy',
        title: 'Example',
        summary: 'In short.',
        sections: [
          {
            heading: 'Risks',
            body: {
              type: 'root',
              children: [
                paragraph(
                  { type: 'text', value: 'It is said: ' },
                  { type: 'claimReference', claim: 'soreness' },
                ),
                {
                  type: 'list',
                  children: [
                    { type: 'listItem', children: [paragraph({ type: 'text', value: 'one' })] },
                  ],
                },
                paragraph({ type: 'image', url: 'media:00', alt: 'A needle' }),
              ],
            },
          },
        ],
      },
      evidence: [],
    }
    const lines = liveInWords(page, true).map((line) => line.trim())
    expect(lines.slice(1, 7)).toEqual([
      'title: Example',
      'summary: In short.',
      '## Risks',
      'It is said: [claim/soreness]',
      'one',
      '[image: A needle]',
    ])
    expect(liveInWords(page, false).join()).not.toContain('Risks')
  })
})
