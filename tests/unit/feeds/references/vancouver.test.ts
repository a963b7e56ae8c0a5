import { describe, expect, it } from 'vitest'
import type { Study } from '../../../../src/domain/model/index.ts'
import { exampleNotice, exampleStudy } from '../../../../src/domain/rules/index.ts'
import { vancouver, vancouverText } from '../../../../src/feeds/index.ts'

const person = (family: string, given?: string) =>
  given === undefined ? { family } : { family, given }

describe('vancouver', () => {
  it('names six authors and then et al, with year, volume, issue and shortened pages', () => {
    const respine = exampleStudy({
      title: 'A trial (RESPINE study)',
      authors: [
        person('Pers', 'Yves-Marie'),
        person('Soler-Rich', 'Robert'),
        person('Vadalà', 'Gianluca'),
        person('Ferreira', 'Rosanna'),
        person('Duflos', 'Claire'),
        person('Picot', 'Marie-Christine'),
        person('Herman', 'Fanchon'),
      ],
      containerTitle: 'Annals of the Rheumatic Diseases',
      issued: '2024-11',
      volume: '83',
      issue: '11',
      page: '1572-1583',
      identifiers: { doi: '10.1136/ard-2024-225771', pmid: '39393844' },
    })
    expect(vancouver(respine)).toEqual({
      text: 'Pers YM, Soler-Rich R, Vadalà G, Ferreira R, Duflos C, Picot MC, et al. A trial (RESPINE study). Annals of the Rheumatic Diseases. 2024;83(11):1572-83. PMID: 39393844.',
      url: 'https://doi.org/10.1136/ard-2024-225771',
    })
  })

  it('cites a document by its issuer, title, date, and the day it was read', () => {
    const document = exampleNotice({ issued: '2021-06-03', publisher: 'Example Regulator' })
    expect(vancouverText(document)).toBe(
      'Example Regulator. Notice on the example injection. 2021 Jun 3 [cited 2026 Jan 5]. https://regulator.example/notice',
    )
  })

  it.each<[string, Partial<Study>, string]>([
    ['one author', {}, 'Example A.'],
    [
      'six authors without et al',
      { authors: 'ABCDEF'.split('').map((family) => person(family, 'X')) },
      'A X, B X, C X, D X, E X, F X.',
    ],
    [
      'et al when only the first authors are known',
      { authorsComplete: false },
      'Example A, et al.',
    ],
    ['at most two initials', { authors: [person('Roe', 'J. R. R.')] }, 'Roe JR.'],
    ['an author without a given name', { authors: [person('Roe')] }, 'Roe.'],
    ['a body as author', { authors: [{ literal: 'Example Group' }] }, 'Example Group.'],
    ['initials of other scripts', { authors: [person('Ó Roe', 'Émile-Éric')] }, 'Ó Roe ÉÉ.'],
  ])('writes %s', (_, change, start) => {
    expect(vancouver(exampleStudy(change)).text).toMatch(
      new RegExp(`^${start.replaceAll('.', '\\.')} A sham`),
    )
  })

  it.each<[Partial<Study>, string]>([
    [{ volume: '8', issue: '2', page: 'e70086' }, '2021;8(2):e70086.'],
    [{ volume: '8', page: '135-140' }, '2021;8:135-40.'],
    [{ volume: '8', page: '98-102' }, '2021;8:98-102.'],
    [{ volume: '8', page: 'S12-S15' }, '2021;8:S12-S15.'],
    [{ issued: '2020-03-09' }, '2020 Mar 9.'],
    [{ issue: '1' }, '2021;(1).'],
    [{ page: '34' }, '2021:34.'],
  ])('places %j in its journal as %s', (change, end) => {
    expect(vancouver(exampleStudy(change)).text).toMatch(
      new RegExp(`Journal of Examples\\. ${end.replace(/[.()]/g, String.raw`\$&`)}$`),
    )
  })

  it.each<[string, Partial<Study>, string | undefined]>([
    [
      'the PubMed record',
      { identifiers: { pmid: '39393844' } },
      'https://pubmed.ncbi.nlm.nih.gov/39393844/',
    ],
    [
      'PubMed Central',
      { identifiers: { pmcid: 'PMC5009698' } },
      'https://pmc.ncbi.nlm.nih.gov/articles/PMC5009698/',
    ],
    [
      'the registry',
      { identifiers: { nct: 'NCT03737461' } },
      'https://clinicaltrials.gov/study/NCT03737461',
    ],
    ['its own address', { identifiers: {}, url: 'https://example.org/a' }, 'https://example.org/a'],
    ['nothing', { identifiers: {} }, undefined],
  ])('links to %s where there is no DOI', (_, change, url) => {
    expect(vancouver(exampleStudy(change)).url).toBe(url)
  })

  it('does not put a full stop after a question', () => {
    expect(vancouver(exampleStudy({ title: 'Does it help?' })).text).toContain(
      'Does it help? Journal',
    )
  })
})
