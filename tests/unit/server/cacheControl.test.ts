import { expect, it } from 'vitest'
import { cacheControl } from '../../../src/server/cacheControl.ts'

const digest = '0123456789abcdef'.repeat(4)

it.each([
  [`media/${digest}.png`],
  [`us-en/media/${digest}.svg`],
  [`media/${digest}`],
  ['us-en/changes/12.json'],
])('lets others keep %s for good', (path) => {
  expect(cacheControl(path)).toBe('public, max-age=31536000, immutable')
})

it.each([
  ['index.json'],
  ['us-en/index.json'],
  ['us-en/claim/changes-12.json'],
  ['us-en/changes/index.json'],
  ['us-en/changes/012.json'],
  [`media/${digest.slice(1)}.png`],
  [`us-en/article/${digest}.json`],
])('lets others keep %s for a minute', (path) => {
  expect(cacheControl(path)).toBe('public, max-age=60, must-revalidate')
})
