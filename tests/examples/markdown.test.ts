import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frontMatter } from '../../src/feeds/items/index.ts'
import { formsOf } from '../unit/feeds/html/forms.ts'
import { hostileDocument } from '../unit/feeds/html/hostileDocuments.ts'
import { outlineOfHtml } from '../unit/feeds/html/outlineOfHtml.ts'
import { outlineOfLexical } from '../unit/feeds/html/outlineOfLexical.ts'
import { renderedBy } from './support/markdownSites.ts'
import { generators, missing } from './support/site.ts'

const { FIDELITY_RUNS, FIDELITY_SEED } = process.env
const numRuns = Number(FIDELITY_RUNS ?? 400)
const seed = Number(FIDELITY_SEED ?? 20_261_129)
const documents = fc.sample(hostileDocument, { numRuns, seed })

describe.each(generators)('%s', (generator) => {
  it('says in its own HTML what was written, character by character', async ({ skip }) => {
    const why = await missing(generator)
    if (why !== undefined) skip(why)
    const files = new Map<string, string>()
    for (const [index, document] of documents.entries()) {
      const forms = formsOf(document)
      const front = frontMatter({ title: 'A text' })
      if (forms.ok) files.set(`text-${String(index)}`, `${front}${forms.markdown}`)
    }
    expect(files.size).toBeGreaterThan(numRuns * 0.8)
    for (const [key, html] of await renderedBy(generator, files)) {
      const markdown = files.get(key)
      const document = documents[Number(key.slice('text-'.length))] ?? {}
      expect({ markdown, outline: outlineOfHtml(html) }).toEqual({
        markdown,
        outline: outlineOfLexical(document),
      })
    }
  })
})
