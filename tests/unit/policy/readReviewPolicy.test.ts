import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readReviewPolicy } from '../../../src/policy/index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'policy-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

function file(text: string): string {
  const name = path.join(folder, 'policy.json')
  writeFileSync(name, text)
  return name
}

describe('the file of review rules', () => {
  it('is read once it is named, and nothing is without one', () => {
    const rows = [{ kinds: ['claim', 'therapy', 'article', 'disclaimer'], approvals: 2 }]
    expect(readReviewPolicy(file(JSON.stringify({ rows })))?.rows).toHaveLength(1)
    expect(readReviewPolicy(undefined)).toBeUndefined()
  })

  it.each([
    ['{', 'cannot be read'],
    ['{}', 'rows'],
    ['{"rows":[{"kinds":["claim"],"approvals":1}]}', 'therapy, article, disclaimer'],
  ])('stops the program when it holds %s', (text, words) => {
    expect(() => readReviewPolicy(file(text))).toThrow(words)
    expect(() => readReviewPolicy(file(text))).toThrow('REVIEW_POLICY')
  })

  it('stops the program when it is not there', () => {
    expect(() => readReviewPolicy(path.join(folder, 'none.json'))).toThrow('REVIEW_POLICY')
  })
})
