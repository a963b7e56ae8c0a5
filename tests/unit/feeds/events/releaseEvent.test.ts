import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { jsonSchema, releaseEvent, testEvent } from '../../../../src/feeds/index.ts'
import type { ReleaseEventInput } from '../../../../src/feeds/index.ts'

const publicUrl = 'https://feeds.example'
const problems = (name: 'release-published' | 'webhook-test', event: unknown) => {
  const ajv = new Ajv2020({ strict: false })
  addFormats(ajv)
  const validate = ajv.compile(jsonSchema(publicUrl, name))
  validate(event)
  return validate.errors ?? []
}

const item = {
  kind: 'claim',
  key: 'less-pain',
  title: 'A title that says that the injection helps',
  version: 1,
  digests: { json: 'a'.repeat(64), markdown: 'b'.repeat(64) },
  paths: { json: 'us-en/claims/less-pain.json', markdown: 'us-en/claims/less-pain.md' },
} as const

const tombstone = {
  kind: 'claim',
  key: 'cures-everything',
  title: 'It cures everything',
  version: 3,
  reason: 'The trial was retracted.',
  reasonKind: 'withdrawn',
  withdrawalKind: 'evidence',
  date: '2026-01-02',
  at: '2026-01-02T03:04:05.000Z',
  release: 7,
} as const

const input: ReleaseEventInput = {
  publicUrl,
  release: 7,
  digest: 'c'.repeat(64),
  at: '2026-01-02T03:04:06.000Z',
  changes: [
    { channel: 'us-en', upserts: [{ ...item, change: 'added' }], withdrawals: [tombstone] },
    { channel: 'gb-en', upserts: [{ ...item, change: 'changed' }], withdrawals: [] },
  ],
}

describe('the event of a release', () => {
  it('says how much each channel changed and what was taken down, and holds to its schema', () => {
    const event = releaseEvent(input)
    expect(problems('release-published', event)).toEqual([])
    expect(event).toEqual({
      $schema: 'https://feeds.example/feeds/v1/schema/release-published.json',
      type: 'release.published',
      timestamp: '2026-01-02T03:04:06.000Z',
      data: {
        feed: 'https://feeds.example/feeds/v1/',
        release: 7,
        digest: 'c'.repeat(64),
        channels: [
          {
            ...{ channel: 'gb-en', changes: 'gb-en/changes/7.json' },
            ...{ added: 0, changed: 1, withdrawn: 0, withdrawals: [] },
          },
          {
            ...{ channel: 'us-en', changes: 'us-en/changes/7.json' },
            ...{ added: 1, changed: 0, withdrawn: 1 },
            withdrawals: [
              {
                ...{ kind: 'claim', key: 'cures-everything', reasonKind: 'withdrawn' },
                ...{ withdrawalKind: 'evidence', date: '2026-01-02' },
                reason: 'The trial was retracted.',
              },
            ],
          },
        ],
      },
    })
  })

  it('carries no word of what is or was live', () => {
    const text = JSON.stringify(releaseEvent(input))
    expect(text).not.toContain('helps')
    expect(text).not.toContain('cures everything')
  })

  it('stays small: what does not fit is counted, and the list of changes has it', () => {
    const many = Array.from({ length: 2000 }, (_, n) => ({
      ...tombstone,
      key: `claim-${String(n)}`,
      reason: 'Ω'.repeat(2000),
    }))
    const event = releaseEvent({
      ...input,
      changes: [
        { channel: 'us-en', upserts: [], withdrawals: many },
        { channel: 'gb-en', upserts: [], withdrawals: many },
      ],
    })
    expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThan(20_000)
    const [gb, us] = event.data.channels
    expect([gb?.withdrawn, us?.withdrawn]).toEqual([2000, 2000])
    expect(gb?.withdrawals.length).toBeGreaterThan(10)
    expect(gb?.withdrawals[0]?.reason).toBe(`${'Ω'.repeat(300)}…`)
    expect(us?.withdrawals).toEqual([])
    expect(problems('release-published', event)).toEqual([])
  })

  it('is the same however often it is made, in whatever order its channels come', () => {
    const other = { ...input, changes: input.changes.toReversed() }
    expect(JSON.stringify(releaseEvent(other))).toBe(JSON.stringify(releaseEvent(input)))
  })
})

describe('the event that tries a webhook out', () => {
  it('says whose it is, and holds to its schema', () => {
    const at = new Date('2026-01-02T03:04:05Z')
    const event = testEvent(publicUrl, { site: 'a-site', webhook: 'a-site-hook' }, at)
    expect(event).toMatchObject({ type: 'webhook.test', timestamp: '2026-01-02T03:04:05.000Z' })
    expect(problems('webhook-test', event)).toEqual([])
  })
})
