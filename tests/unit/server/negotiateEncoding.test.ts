import { describe, expect, it } from 'vitest'
import { negotiateEncoding } from '../../../src/server/acceptEncoding.ts'

const every = ['br', 'gzip', 'identity'] as const
const none = ['identity'] as const

describe('the coding of an answer', () => {
  it.each([
    ['no header', undefined, 'identity'],
    ['an empty header', '', 'identity'],
    ['a browser', 'gzip, deflate, br, zstd', 'br'],
    ['gzip alone', 'gzip', 'gzip'],
    ['the old name of gzip', 'x-gzip', 'gzip'],
    ['capital letters', 'GZIP;Q=1', 'gzip'],
    ['a preference for gzip', 'br;q=0.5, gzip;q=0.8', 'gzip'],
    ['equal qualities', 'gzip;q=0.5, br;q=0.5', 'br'],
    ['a low quality for the only coding named', 'gzip;q=0.001', 'gzip'],
    ['a preference for uncoded bytes', 'identity, gzip;q=0.5', 'identity'],
    ['a coding refused', 'br;q=0, gzip', 'gzip'],
    ['all that is named refused', 'br;q=0, gzip;q=0', 'identity'],
    ['a star', '*', 'br'],
    ['a star beside a refusal', '*, br;q=0', 'gzip'],
    ['a star below gzip', '*;q=0.1, gzip;q=0.2', 'gzip'],
    ['uncoded bytes refused', 'identity;q=0', null],
    ['uncoded bytes refused beside gzip', 'gzip, identity;q=0', 'gzip'],
    ['everything refused', '*;q=0', null],
    ['everything but uncoded bytes refused', '*;q=0, identity', 'identity'],
    ['everything but gzip refused', 'gzip;q=1.000, *;q=0.000', 'gzip'],
    ['only codings we lack', 'zstd, deflate', 'identity'],
    ['white space', ' gzip ;\tq=0.5 , br ; q=0.4 ', 'gzip'],
    ['empty members', ',, gzip,,', 'gzip'],
    ['a quality above one', 'br;q=2, gzip', 'gzip'],
    ['a quality that is no number', 'br;q=high, gzip;q=0.1', 'gzip'],
    ['too many decimals', 'br;q=0.1234', 'identity'],
    ['nothing but rubbish', ';;;=', 'identity'],
  ])('for %s', (_, header, expected) => {
    expect(negotiateEncoding(header, every)).toBe(expected)
  })

  it.each([
    ['a browser', 'gzip, deflate, br', 'identity'],
    ['a star', '*', 'identity'],
    ['uncoded bytes refused', 'gzip, identity;q=0', null],
    ['everything refused', '*;q=0', null],
    ['everything refused but gzip', 'gzip, *;q=0', null],
  ])('of a file that has no coded form, for %s', (_, header, expected) => {
    expect(negotiateEncoding(header, none)).toBe(expected)
  })
})
