import { describe, expect, it } from 'vitest'
import { holdsBack, letsThrough } from '../../../src/server/entityTags.ts'

const etag = '"abc-br"'

describe('If-None-Match', () => {
  it.each([
    ['the tag itself', '"abc-br"', true],
    ['the tag as a weak one', 'W/"abc-br"', true],
    ['the tag of another coding', '"abc-gzip"', false],
    ['the tag without its coding', '"abc"', false],
    ['a star', '*', true],
    ['a star among white space', ' * ', true],
    ['a list with the tag at its end', '"x", W/"y", "abc-br"', true],
    ['a list without white space', '"x","abc-br","y"', true],
    ['a list with empty members', ',, "x",, "abc-br" ,', true],
    ['a list without the tag', '"x", "y"', false],
    ['a tag with a comma in it, that contains ours', '"x,"abc-br"', false],
    ['a tag that looks like a list', '"x, abc-br"', false],
    ['the tag without quotes', 'abc-br', false],
    ['a star in a list', '"x", *', false],
    ['a small w', 'w/"abc-br"', false],
    ['nothing', '', false],
    ['rubbish after the tag', '"abc-br" x', false],
  ])('with %s', (_, header, expected) => {
    expect(holdsBack(header, etag)).toBe(expected)
  })

  it('is read in time that grows with its length only', () => {
    const began = performance.now()
    expect(holdsBack('\t'.repeat(16_000), etag)).toBe(false)
    expect(holdsBack(`${'"a",'.repeat(4000)}x`, etag)).toBe(false)
    expect(performance.now() - began).toBeLessThan(500)
  })
})

describe('If-Match', () => {
  it.each([
    ['the tag itself', '"abc-br"', true],
    ['the tag as a weak one', 'W/"abc-br"', false],
    ['a star', '*', true],
    ['a list with the tag', 'W/"y", "abc-br"', true],
    ['a list without the tag', '"x"', false],
    ['rubbish', 'abc', false],
  ])('with %s', (_, header, expected) => {
    expect(letsThrough(header, etag)).toBe(expected)
  })
})
