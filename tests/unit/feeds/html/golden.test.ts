import { describe, expect, it } from 'vitest'
import {
  cell,
  claim,
  heading,
  item,
  link,
  list,
  paragraph,
  state,
  table,
  text,
  upload,
} from '../lexical/lexicalState.ts'
import type { LexicalJson } from '../lexical/lexicalState.ts'
import { formsOf } from './forms.ts'

const fixtures = '../../../fixtures/html'

const rows = (...all: readonly (readonly string[])[]) =>
  all.map((cells, row) => cells.map((value) => cell(row === 0 ? 1 : 0, paragraph(text(value)))))

const documents: Readonly<Record<string, LexicalJson>> = {
  'tables-beside-lists': state(
    heading('h3', text('Doses')),
    table(
      ...rows(['Dose', 'n', 'Pain (0–10)'], ['5 mg/kg', '> 18', '−1.5 ± 0.4'], ['a|b', '', '≥ 3']),
    ),
    list('bullet', [item(text('- 5 mg')), item(list('number', [item(text('twice'))], 3))]),
    table([cell(0, paragraph(text('no header')))]),
  ),
  'footnotes-in-lists': state(
    list('number', [
      item(text('First: '), claim('claim-1')),
      item(list('bullet', [item(claim('claim-2'))])),
    ]),
    paragraph(text('Again: '), claim('claim-1')),
  ),
  'long-addresses': state(
    paragraph(
      link(`https://a.bc/${'long-'.repeat(50)}end?a=1&b=(2)`, text('A long address')),
      text(' and '),
      link('https://a.bc/a_b_c', text('https://a.bc/a_b_c')),
      text(' and www.a.bc/not_linked'),
    ),
    upload('media-1'),
  ),
  'right-to-left': state(
    heading('h3', text('كآبة الظهر')),
    paragraph(text('כאב גב תחתון: 5 mg/kg (n=12).')),
    list('bullet', [item(text('الألم < 3')), item(text('pain < 3'))]),
    table(...rows(['Term', 'עברית'], ['pain', 'כאב'])),
  ),
}

describe.each(Object.entries(documents))('the text %s', (name, document) => {
  it('is written as the files beside the tests have it', async () => {
    const forms = formsOf(document)
    if (!forms.ok) throw new Error(forms.message)
    await expect(forms.markdown).toMatchFileSnapshot(`${fixtures}/${name}.md`)
    await expect(`${forms.html}\n`).toMatchFileSnapshot(`${fixtures}/${name}.html`)
  })
})
