import { existsSync, readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { demoContent } from '../../../src/demo/content/index.ts'
import type { Study } from '../../../src/domain/model/index.ts'
import { numbersIn } from './numbersIn.ts'

interface Fact {
  readonly key: string
  readonly title: string
  readonly authors: readonly { family: string; given: string }[]
  readonly authorsComplete: boolean
  readonly containerTitle: string
  readonly year: number
  readonly volume: string | null
  readonly issue: string | null
  readonly page: string | null
  readonly doi: string | null
  readonly pmid: string | null
  readonly pmcid: string | null
  readonly registration: string | null
  readonly design: string
  readonly sampleSize: number | null
  readonly population: string
  readonly intervention: string
  readonly comparator: string | null
  readonly followUpMonths: number | null
  readonly primaryOutcomeMet: boolean | null
  readonly result: string
  readonly harms: string | null
  readonly funding: string | null
  readonly status: string
  readonly retractionNoticeDoi: string | null
  readonly verified: { readonly fields: readonly string[] }
}

interface DocumentFact {
  readonly key: string
  readonly title: string
  readonly issuer: string
  readonly kind: string
  readonly jurisdiction: string
  readonly date: string | null
  readonly doi?: string
  readonly url: string
  readonly facts: readonly string[]
}

// Beside the checkout, and not everywhere: the facts were checked against stored copies there.
const data = new URL('../../../../shared/data/', import.meta.url)
const isPresent = existsSync(data)

function read(file: string): unknown {
  return isPresent ? JSON.parse(readFileSync(new URL(file, data), 'utf8')) : []
}

const facts = read('studies.json') as readonly Fact[]
const documents = read('regulatory.json') as readonly DocumentFact[]
const studies = new Map(demoContent.studies.map(({ subject }) => [subject.key, subject]))

describe('the demo studies, beside the data they were written from', () => {
  beforeEach(({ skip }) => {
    skip(!isPresent, '../shared/data is not here, so there is nothing to compare with.')
  })

  it('are all there, and no others', () => {
    expect([...studies.keys()].toSorted()).toEqual(
      [...facts, ...documents].map(({ key }) => key).toSorted(),
    )
  })

  it('carry over bibliography, identifiers and codes exactly', () => {
    for (const fact of facts) {
      const study = studyOf(fact.key)
      const { year, doi, pmid, pmcid, registration, retractionNoticeDoi, verified } = fact
      expect(facetsOf(study), fact.key).toEqual({
        title: fact.title,
        authors: fact.authors,
        authorsComplete: fact.authorsComplete,
        containerTitle: fact.containerTitle,
        issued: String(year),
        volume: fact.volume,
        issue: fact.issue,
        page: fact.page,
        identifiers: { doi, pmid, pmcid, nct: registration },
        design: fact.design,
        sampleSize: fact.sampleSize,
        followUpMonths: fact.followUpMonths,
        primaryOutcomeMet: fact.primaryOutcomeMet,
        status: fact.status,
        statusChecked: verified.fields.includes('status') ? '2026-08-08' : null,
        noticeDoi: retractionNoticeDoi,
      })
    }
  })

  it('say nothing where the data knows nothing', () => {
    const words = [
      'population',
      'intervention',
      'comparator',
      'result',
      'harms',
      'funding',
    ] as const
    for (const fact of facts) {
      for (const word of words) {
        expect(studyOf(fact.key)[word] === undefined, `${fact.key} ${word}`).toBe(
          fact[word] === null,
        )
      }
    }
  })

  it('state the same numbers in other words', () => {
    for (const fact of facts) {
      const study = studyOf(fact.key)
      expect(numbersIn(wordsOf(study)), fact.key).toEqual(numbersIn(wordsOf(fact)))
      expect(study.result, fact.key).not.toBe(fact.result)
    }
  })

  it('describe the documents as their publishers named and dated them', () => {
    for (const fact of documents) {
      const study = studyOf(fact.key)
      expect(study).toMatchObject({ title: fact.title, jurisdiction: fact.jurisdiction })
      expect(study.issued ?? null).toBe(fact.date)
      expect(study.identifiers.doi).toBe(fact.doi)
      expect(study.statusChecked).toBeUndefined()
      if (fact.doi === undefined) {
        expect(study).toMatchObject({
          url: fact.url,
          accessed: '2026-08-08',
          publisher: fact.issuer,
        })
      } else {
        for (const author of study.authors) {
          expect(fact.issuer).toContain('family' in author ? author.family : author.literal)
        }
        expect(fact.issuer).toContain(
          `${study.containerTitle ?? ''} ${study.issued ?? ''};${study.volume ?? ''}(${study.issue ?? ''}):${study.page ?? ''}`,
        )
      }
    }
  })
})

function studyOf(key: string): Study {
  const study = studies.get(key)
  if (study === undefined) throw new Error(`The demo content has no study ${key}.`)
  return study
}

function facetsOf(study: Study) {
  const { doi, pmid, pmcid, nct } = study.identifiers
  return {
    title: study.title,
    authors: study.authors,
    authorsComplete: study.authorsComplete,
    containerTitle: study.containerTitle ?? null,
    issued: study.issued ?? null,
    volume: study.volume ?? null,
    issue: study.issue ?? null,
    page: study.page ?? null,
    identifiers: { doi: doi ?? null, pmid: pmid ?? null, pmcid: pmcid ?? null, nct: nct ?? null },
    design: study.design ?? null,
    sampleSize: study.sampleSize ?? null,
    followUpMonths: study.followUpMonths ?? null,
    primaryOutcomeMet: study.primaryOutcomeMet ?? null,
    status: study.status,
    statusChecked: study.statusChecked ?? null,
    noticeDoi: study.noticeDoi ?? null,
  }
}

function wordsOf(
  source: Partial<
    Record<
      'population' | 'intervention' | 'comparator' | 'result' | 'harms' | 'funding',
      string | null
    >
  >,
): string {
  const { population, intervention, comparator, result, harms, funding } = source
  return [population, intervention, comparator, result, harms, funding].join('\n')
}
