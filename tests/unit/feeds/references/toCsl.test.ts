import { describe, expect, it } from 'vitest'
import { exampleNotice, exampleStudy } from '../../../../src/domain/rules/index.ts'
import { toCsl } from '../../../../src/feeds/index.ts'

const defined = (value: object) => JSON.parse(JSON.stringify(value)) as unknown

describe('toCsl', () => {
  it('carries what any reference style needs of an article', () => {
    const article = exampleStudy({
      authorsComplete: false,
      issued: '2021-06',
      volume: '8',
      issue: '2',
      page: '10-12',
      identifiers: { doi: '10.900000/sham-trial.2021', nct: 'NCT03737461' },
      status: 'concern',
    })
    expect(defined(toCsl(article))).toEqual({
      id: 'sham-trial',
      type: 'article-journal',
      title: 'A sham-controlled trial of the example injection',
      author: [{ family: 'Example', given: 'Ada' }],
      'container-title': 'Journal of Examples',
      issued: { 'date-parts': [[2021, 6]] },
      volume: '8',
      issue: '2',
      page: '10-12',
      DOI: '10.900000/sham-trial.2021',
      status: 'concern',
      custom: { nct: 'NCT03737461', authorsComplete: false },
    })
  })

  it('carries the address of a document and the day it was read', () => {
    expect(defined(toCsl(exampleNotice()))).toMatchObject({
      type: 'webpage',
      author: [{ literal: 'Example Regulator' }],
      URL: 'https://regulator.example/notice',
      accessed: { 'date-parts': [[2026, 1, 5]] },
    })
  })
})
