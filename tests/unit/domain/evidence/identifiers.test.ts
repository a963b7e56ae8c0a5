import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  hasValidIdentifier,
  identifierProblems,
  isPlaceholderDoi,
  isPlaceholderNumber,
  isSameDoi,
  parseDoi,
  parseNct,
  parsePmcid,
  parsePmid,
  validIdentifiers,
} from '../../../../src/domain/evidence/index.ts'

describe('parseDoi', () => {
  it.each([
    ['10.900000/abc', '10.900000/abc'],
    [' 10.900000/abc\n', '10.900000/abc'],
    ['doi:10.900000/abc', '10.900000/abc'],
    ['DOI: 10.900000/Abc', '10.900000/Abc'],
    ['https://doi.org/10.900000/abc', '10.900000/abc'],
    ['http://dx.doi.org/10.900000/abc', '10.900000/abc'],
    ['doi.org/10.900000/abc', '10.900000/abc'],
    ['https://doi.org/10.900000%2Fabc%281%29', '10.900000/abc(1)'],
    ['10.900000/(SICI)1<1::AID-X>3.0.CO;2-1', '10.900000/(SICI)1<1::AID-X>3.0.CO;2-1'],
    ['https://doi.org/10.900000/100%', '10.900000/100%'],
  ])('reads %j as %j', (text, doi) => {
    expect(parseDoi(text)).toBe(doi)
  })

  it.each([
    '',
    '10.900000',
    '10.900000/',
    '10.12/abc',
    '10.1234567890/abc',
    '11.900000/abc',
    '10.900000/a b',
    '10.900000/a\u200bb',
    'https://example.org/10.900000/abc',
    'unavailable',
  ])('finds no DOI in %j', (text) => {
    expect(parseDoi(text)).toBeUndefined()
  })

  it('gives back what it gave', () => {
    const names = fc
      .tuple(fc.stringMatching(/^[1-9]\d{3,8}$/), fc.stringMatching(/^[!-~]{1,40}$/))
      .map(([registrant, suffix]) => `10.${registrant}/${suffix}`)
    fc.assert(fc.property(names, (name) => parseDoi(parseDoi(name) ?? '') === name))
  })

  it('finds the name again in the link it makes of it', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~]{1,40}$/), (suffix) => {
        const doi = `10.900000/${suffix}`
        const [link] = validIdentifiers({ doi })
        return isPlaceholderDoi(doi) || parseDoi(link?.url ?? '') === doi
      }),
    )
  })

  it('compares names without regard to case', () => {
    expect(isSameDoi('10.900000/CD01.Pub3', '10.900000/cd01.pub3')).toBe(true)
    expect(isSameDoi('10.900000/a', '10.900000/b')).toBe(false)
  })
})

describe('numbers of PubMed, PubMed Central and ClinicalTrials.gov', () => {
  it.each([
    [parsePmid, '90000213', '90000213'],
    [parsePmid, 'PMID: 00213', '213'],
    [parsePmid, 'https://pubmed.ncbi.nlm.nih.gov/90000213/', '90000213'],
    [parsePmid, '900002134', undefined],
    [parsePmid, 'PMC213', undefined],
    [parsePmid, '', undefined],
    [parsePmcid, 'pmc90000213', 'PMC90000213'],
    [parsePmcid, 'https://pmc.ncbi.nlm.nih.gov/articles/PMC90000213/', 'PMC90000213'],
    [parsePmcid, 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC90000213', 'PMC90000213'],
    [parsePmcid, '90000213', undefined],
    [parseNct, 'nct09000213', 'NCT09000213'],
    [parseNct, 'https://clinicaltrials.gov/study/NCT09000213', 'NCT09000213'],
    [parseNct, 'https://clinicaltrials.gov/ct2/show/NCT09000213', 'NCT09000213'],
    [parseNct, 'NCT9000213', undefined],
    [parseNct, 'ISRCTN09000213', undefined],
  ])('%o reads %j as %j', (parse, text, expected) => {
    expect(parse(text)).toBe(expected)
  })
})

describe('placeholders', () => {
  it.each([
    '10.1234/abcd',
    '10.5555/12345678',
    '10.900000/xxxx',
    '10.900000/xxx.xxx',
    '10.900000/example',
    '10.900000/TBD',
  ])('knows the DOI %s for one', (doi) => {
    expect(isPlaceholderDoi(doi)).toBe(true)
  })

  it.each(['10.900000/example-trial', '10.900000/x1', '10.900000/12345'])(
    'takes the DOI %s seriously',
    (doi) => {
      expect(isPlaceholderDoi(doi)).toBe(false)
    },
  )

  it.each(['', '0', '00000000', '1111', '99999999', '12345678', '1234567', '87654321'])(
    'knows the number %j for one',
    (digits) => {
      expect(isPlaceholderNumber(digits)).toBe(true)
    },
  )

  it.each(['1', '22', '333', '123', '12345679', '11111112'])(
    'takes the number %s seriously',
    (digits) => {
      expect(isPlaceholderNumber(digits)).toBe(false)
    },
  )
})

describe('the identifiers of a source', () => {
  it('are valid if one of them is', () => {
    expect(hasValidIdentifier({ identifiers: { doi: 'none', pmid: '90000213' } })).toBe(true)
    expect(hasValidIdentifier({ identifiers: { doi: '10.1234/abcd', pmid: '0' } })).toBe(false)
    expect(hasValidIdentifier({ identifiers: {} })).toBe(false)
  })

  it('are each faulted for what is wrong with them', () => {
    const problems = identifierProblems({
      doi: 'https://doi.org/10.900000/abc',
      pmid: 'ninety',
      pmcid: 'PMC0',
      nct: 'NCT09000213',
    })
    expect(problems.map(({ name, problem }) => [name, problem])).toEqual([
      ['doi', 'not-canonical'],
      ['pmid', 'malformed'],
      ['pmcid', 'placeholder'],
    ])
  })
})
