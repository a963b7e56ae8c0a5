import { describe, expect, it } from 'vitest'
import { judgeAnswer, retryAfter } from '../../../../src/domain/delivery/index.ts'

describe('an answer', () => {
  it.each([
    [200, 'delivered'],
    [202, 'delivered'],
    [204, 'delivered'],
    [299, 'delivered'],
    [101, 'failed'],
    [300, 'failed'],
    [301, 'failed'],
    [304, 'failed'],
    [307, 'failed'],
    [400, 'failed'],
    [401, 'failed'],
    [404, 'failed'],
    [410, 'gone'],
    [429, 'failed'],
    [500, 'failed'],
    [503, 'failed'],
    [undefined, 'failed'],
  ] as const)('%s means %s', (status, verdict) => {
    expect(judgeAnswer(status)).toBe(verdict)
  })
})

describe('Retry-After', () => {
  const now = new Date('2026-01-01T00:00:00Z')

  it.each([
    ['120', '2026-01-01T00:02:00.000Z'],
    [' 1 ', '2026-01-01T00:00:01.000Z'],
    ['Thu, 01 Jan 2026 01:00:00 GMT', '2026-01-01T01:00:00.000Z'],
    ['99999999', '2026-01-02T00:00:00.000Z'],
    ['Fri, 01 Jan 2027 00:00:00 GMT', '2026-01-02T00:00:00.000Z'],
  ])('%s is until %s, a day at most', (value, until) => {
    expect(retryAfter(value, now)?.toISOString()).toBe(until)
  })

  it.each([
    undefined,
    '',
    '0',
    '-5',
    '1.5',
    'soon',
    '1e9',
    'Wed, 31 Dec 2025 23:59:59 GMT',
    '2030-01-01',
  ])('%s says nothing', (value) => {
    expect(retryAfter(value, now)).toBeUndefined()
  })
})
