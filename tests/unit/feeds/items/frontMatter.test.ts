import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frontMatter } from '../../../../src/feeds/items/index.ts'
import { splitItem, yamlReaders } from '../feedReaders.ts'

const hostile = [
  ...['no', 'yes', 'on', 'null', '~', 'true', '12:30:45', '2026-08-01', '1e3', '0o7', '07', '0x1F'],
  ...['1_000', '.inf', '=', '<<', 'y', '- x', 'a: b', 'a #b', '# c', '? x', '@x', '`x', '%x', '!x'],
  ...['&x', '*x', '{a}', '[a]', '>x', '|x', '---', '...', '"q"', "it's", ' lead', 'trail ', 'a\nb'],
  ...['\tx', '\u0085', '\u2028', '\u00a0', '\ufeffx', '😀', '10⁹/L', 'C:\\x', '', '3', '3.0'],
  ...['a\n---\nb', 'long '.repeat(60), '2026-01-01', '0x10', '12:30', '@lead', '1e3', '-0', '+1'],
  ...[
    '1.5e-3',
    '190:20:30',
    'NaN',
    '.nan',
    'Off',
    'N',
    '0b1',
    '0o10',
    '2026-01-01T00:00:00Z',
    '1,000',
  ],
]

describe('front matter', () => {
  it.each(Object.entries(yamlReaders))('gives %s the values that were written', (_, read) => {
    const written = { title: 'no', version: 3, fictitiousSigners: true, list: hostile }
    const { front } = splitItem(`${frontMatter(written)}text`)
    expect(read(front)).toEqual(written)
  })

  it('is read alike by all readers, whatever a text holds', () => {
    const words = fc.array(fc.constantFrom(...hostile, ' ', 'a', ':'), { maxLength: 6 })
    fc.assert(
      fc.property(
        words.map((parts) => parts.join('')),
        (title) => {
          const { front, text } = splitItem(`${frontMatter({ title, list: [title] })}text`)
          expect(text).toBe('text')
          for (const read of Object.values(yamlReaders)) {
            expect(read(front)).toEqual({ title, list: [title] })
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('keeps the order of its properties and leaves out what is not known', () => {
    expect(frontMatter({ title: 'b', summary: undefined, key: 'a' })).toBe(
      '---\ntitle: b\nkey: a\n---\n\n',
    )
  })
})
