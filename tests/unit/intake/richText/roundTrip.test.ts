import { describe, expect, it } from 'vitest'
import { lexicalToMdast } from '../../../../src/feeds/lexical/index.ts'
import { markdownToLexical, richTextToLexical } from '../../../../src/intake/richText/index.ts'
import { samples } from './samples.ts'

const toIds = { claimId: (key: string) => `id of ${key}` }
const toKeys = { claimKey: (id: string) => id.replace('id of ', ''), media: () => undefined }

describe('the way from Markdown to Lexical and back', () => {
  it.each(Object.entries(samples))('brings %s back to the same state', (_, markdown) => {
    const state = markdownToLexical(markdown, toIds)
    const back = lexicalToMdast(state, toKeys)
    expect(back).toMatchObject({ ok: true })
    if (back.ok) expect(richTextToLexical(back.tree, toIds)).toEqual(state)
  })
})
