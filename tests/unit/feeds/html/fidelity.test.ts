import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { consumers, formsOf, htmlOfDirectives, htmlOfMarkdown } from './forms.ts'
import { hostileDocument } from './hostileDocuments.ts'
import { outlineOfHtml } from './outlineOfHtml.ts'
import { outlineOfLexical } from './outlineOfLexical.ts'

const { FIDELITY_RUNS, FIDELITY_SEED } = process.env
const numRuns = Number(FIDELITY_RUNS ?? 500)
const seed = Number(FIDELITY_SEED ?? 20_261_129)

/** What neither GFM nor Hugo has an escape for: a pipe in code in a table, a shortcode in code. */
const refusal = /^Markdown cannot say this .* inlineCode |^The code .* would be run /

describe('a text that was made to be misread', () => {
  it(
    'says the same in our HTML and in that of every consumer, character by character',
    () => {
      let refused = 0
      fc.assert(
        fc.property(hostileDocument, (document) => {
          const forms = formsOf(document)
          if (!forms.ok) {
            expect(forms.message).toMatch(refusal)
            refused += 1
            return
          }
          const said = outlineOfLexical(document)
          expect(outlineOfHtml(forms.html)).toEqual(said)
          expect(htmlOfMarkdown(forms.markdown)).toBe(forms.html)
          if (forms.directives.ok) {
            expect(htmlOfDirectives(forms.directives.markdown)).toBe(forms.html)
          } else {
            expect(forms.directives.message).toMatch(refusal)
            refused += 1
          }
          for (const [name, render] of Object.entries(consumers)) {
            expect({ name, outline: outlineOfHtml(render(forms.markdown)) }).toEqual({
              name,
              outline: said,
            })
          }
        }),
        { numRuns, seed, endOnFailure: FIDELITY_RUNS !== undefined },
      )
      expect(refused).toBeLessThan(Math.max(5, numRuns / 10))
    },
    // Ten milliseconds a document, and twenty times as long where others work on the machine.
    60_000 + numRuns * 200,
  )
})
