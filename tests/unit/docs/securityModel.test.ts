import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const model = readFileSync('docs/security-model.md', 'utf8')
const promised = model.slice(
  model.indexOf('## What is promised'),
  model.indexOf('## What is not promised'),
)

/** Rows of the tables of promises: what is promised, and the tests that hold it, by file. */
const promises = promised
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| (promise|-)/.test(line))
  .map((line) => {
    const [, promise = '', heldBy = ''] = line.split('|').map((cell) => cell.trim())
    const tests = heldBy.split('<br>').flatMap((part) => {
      const file = /`([^`]+)`/.exec(part)?.[1] ?? ''
      return [...part.matchAll(/“([^”]+)”/g)].map(([, name = '']) => ({ file, name }))
    })
    return { promise, tests }
  })

describe('docs/security-model.md', () => {
  it('makes promises', () => {
    expect(promises.length).toBeGreaterThan(25)
  })

  it.each(promises)('names the tests that hold this: $promise', ({ tests }) => {
    expect(tests).not.toEqual([])
    const missing = tests.filter(({ file, name }) => !existsSync(file) || !holds(file, name))
    expect(missing).toEqual([])
  })
})

/** Whether a file has a test of that name, as it is written there. */
function holds(file: string, name: string): boolean {
  const source = readFileSync(file, 'utf8')
  return [`'${name}'`, `"${name}"`, `\`${name}\``].some((title) => source.includes(title))
}
