import { describe, expect, it } from 'vitest'
import {
  identifierUrl,
  isDay,
  isIdentified,
  isPartialDate,
} from '../../../../src/domain/evidence/index.ts'
import { exampleNotice, exampleStudy } from '../../../../src/domain/rules/index.ts'

describe('identifierUrl', () => {
  it.each([
    [{ doi: '10.900000/a(1)<2>#3?', pmid: '213' }, 'https://doi.org/10.900000/a(1)%3C2%3E%233%3F'],
    [{ pmid: '90000213', nct: 'NCT09000213' }, 'https://pubmed.ncbi.nlm.nih.gov/90000213/'],
    [{ pmcid: 'PMC90000213' }, 'https://pmc.ncbi.nlm.nih.gov/articles/PMC90000213/'],
    [{ nct: 'NCT09000213' }, 'https://clinicaltrials.gov/study/NCT09000213'],
    [{ doi: '10.1234/abcd', pmid: '90000213' }, 'https://pubmed.ncbi.nlm.nih.gov/90000213/'],
  ])('of %j is %s', (identifiers, url) => {
    expect(identifierUrl(exampleStudy({ identifiers }))).toBe(url)
  })

  it('is the document’s own address where there is no identifier', () => {
    expect(identifierUrl(exampleNotice())).toBe('https://regulator.example/notice')
  })

  it('is nothing where nothing leads to the source', () => {
    expect(identifierUrl(exampleStudy({ identifiers: {} }))).toBeUndefined()
    expect(identifierUrl(exampleNotice({ url: 'javascript:alert(1)' }))).toBeUndefined()
  })
})

describe('isIdentified', () => {
  it.each([
    ['no web address', { url: 'regulator.example' }],
    ['an address that is no link', { url: 'javascript:alert(1)' }],
    ['a date that is no day', { accessed: '2026-01' }],
    ['a day that does not exist', { accessed: '2026-02-30' }],
    ['the source type of a study', { sourceType: 'study' }],
  ] as const)('is false for a document with %s', (_, change) => {
    expect(isIdentified(exampleNotice(change))).toBe(false)
  })

  it('is true for a guideline with its address and the day it was read', () => {
    expect(isIdentified(exampleNotice({ sourceType: 'guideline' }))).toBe(true)
  })
})

describe('dates', () => {
  it.each(['2021', '2021-06', '2021-06-03', '2024-02-29'])('%s is one', (text) => {
    expect(isPartialDate(text)).toBe(true)
  })

  it.each(['', '21', '2021-13', '2021-00', '2023-02-29', '2021-6-3', '2021-06-03T00:00', 'June'])(
    '%j is none',
    (text) => {
      expect(isPartialDate(text)).toBe(false)
    },
  )

  it('a month is no day', () => {
    expect(isDay('2021-06')).toBe(false)
    expect(isDay('2021-06-03')).toBe(true)
  })
})
