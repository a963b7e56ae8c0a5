import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shortened } from '../../../src/components/claimLabel/shortened.ts'

describe('shortened', () => {
  it('leaves a short statement whole', () => {
    expect(shortened('It did not help.')).toBe('It did not help.')
  })

  it('cuts between words', () => {
    expect(shortened('word '.repeat(30).trim())).toMatch(/^(?:word )+word…$/)
  })

  it('never grows a statement beyond what a line of text carries', () => {
    fc.assert(fc.property(fc.string({ maxLength: 600 }), (text) => shortened(text).length <= 91))
  })
})
