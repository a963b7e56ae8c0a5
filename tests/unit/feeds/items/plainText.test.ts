import type { RootContent } from 'mdast'
import { expect, it } from 'vitest'
import { plainText } from '../../../../src/feeds/items/plainText.ts'
import { paragraph } from '../../../../src/domain/rules/index.ts'

it('keeps what is raised and lowered: a power of ten is no number ten times as long', () => {
  const words: RootContent = paragraph(
    { type: 'text', value: 'More than 10' },
    { type: 'superscript', value: '9' },
    { type: 'text', value: '/L, in H' },
    { type: 'subscript', value: '2' },
    { type: 'text', value: 'O.' },
  )
  expect(plainText([words])).toBe('More than 10⁹/L, in H₂O.')
})
