import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  certainties,
  sourceTypes,
  studyDesigns,
  studyStatuses,
} from '../../../../src/domain/model/index.ts'
import type { Study } from '../../../../src/domain/model/index.ts'
import { exampleStudy } from '../../../../src/domain/rules/index.ts'
import {
  citedWork,
  itemJsonLdContext,
  ownVocabulary,
} from '../../../../src/feeds/linkedData/index.ts'
import { bodies, feedInput } from '../exampleFeed.ts'
import { quadsOf, statementsIn } from './quads.ts'

const root = 'https://feeds.example/feeds/v1/'
const own = `${root}ns/evidence.jsonld#`
const schema = 'http://schema.org/'
const type = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'

const files = bodies(feedInput())

function jsonLdOf(path: string): Readonly<Record<string, unknown>> {
  const { jsonLd } = JSON.parse(files.get(path) ?? '{}') as { jsonLd: Record<string, unknown> }
  return jsonLd
}

const kinds = {
  therapy: 'us-en/therapies/example-injection.json',
  article: 'us-en/articles/treating-example-pain.json',
  claim: 'us-en/claims/less-pain-at-six-months.json',
  study: 'us-en/studies/null-trial.json',
  document: 'us-en/studies/regulator-notice.json',
}
const items = [...files.keys()]
  .filter((path) => /^us-en\/[a-z]+\/[^/]+\.json$/.test(path))
  .filter((path) => !path.includes('/changes/'))

describe('the JSON-LD of an item', () => {
  it.each(Object.entries(kinds))(
    'says of a %s what stands in tests/fixtures/feeds/linkedData',
    async (kind, path) => {
      const quads = await quadsOf(jsonLdOf(path))
      await expect(`${quads.join('\n')}\n`).toMatchFileSnapshot(
        `../../../fixtures/feeds/linkedData/${kind}.nq`,
      )
    },
  )

  it('gives a page one date of its last review', async () => {
    const page = `<${root}${kinds.therapy}>`
    const quads = await quadsOf(jsonLdOf(kinds.therapy))
    expect(quads.filter((quad) => quad.includes('lastReviewed'))).toEqual([
      `${page} <${schema}lastReviewed> "2026-01-11"^^<${schema}Date> .`,
    ])
    expect(quads).toContain(`${page} ${type} <${schema}MedicalWebPage> .`)
  })

  it('keeps the certainty of a claim and the stance of its sources, on its page and elsewhere', async () => {
    const claim = `<${root}${kinds.claim}#claim>`
    const expected = [
      `${claim} ${type} <${schema}Claim> .`,
      `${claim} <${own}certainty> <${own}certainty-low> .`,
      `${claim} <${own}contradictedBy> <https://doi.org/10.900000/null-trial(2023)> .`,
    ]
    for (const path of [kinds.claim, kinds.therapy]) {
      expect(await quadsOf(jsonLdOf(path))).toEqual(expect.arrayContaining(expected))
    }
  })

  it('names a source alike where it is cited and where it is described', async () => {
    const work = '<https://doi.org/10.900000/null-trial(2023)>'
    const described = (await quadsOf(jsonLdOf(kinds.study))).filter((quad) => quad.startsWith(work))
    const cited = (await quadsOf(jsonLdOf(kinds.claim))).filter((quad) => quad.startsWith(work))
    expect(described).toContain(`${work} ${type} <${schema}MedicalScholarlyArticle> .`)
    expect(cited.length).toBe(described.length)
  })

  it.each(items)('loses nothing of %s when it is expanded', async (path) => {
    const jsonLd = jsonLdOf(path)
    expect(await quadsOf(jsonLd)).toHaveLength(statementsIn(jsonLd))
  })

  it('uses no term of ours that the vocabulary does not define', async () => {
    const vocabulary = await quadsOf(ownVocabulary('https://feeds.example/'))
    const defined = new Set(vocabulary.map((quad) => quad.split(' ')[0]))
    const used = new Set<string>()
    for (const path of items) {
      for (const quad of await quadsOf(jsonLdOf(path))) {
        for (const [iri] of quad.matchAll(/<[^>]*ns\/evidence\.jsonld#[^>]+>/g)) used.add(iri)
      }
    }
    expect(used.size).toBeGreaterThan(4)
    expect([...used].filter((iri) => !defined.has(iri))).toEqual([])
    for (const certainty of certainties) expect(defined).toContain(`<${own}certainty-${certainty}>`)
  })
})

describe('a source', () => {
  const about = async (study: Partial<Study>): Promise<readonly string[]> => {
    const document = {
      '@context': itemJsonLdContext('https://feeds.example'),
      ...citedWork(exampleStudy({ identifiers: { nct: 'NCT00000001' }, ...study })),
    }
    const quads = await quadsOf(document)
    const [node] = quads.flatMap((quad) => /schema\.org\/about> (\S+)/.exec(quad)?.[1] ?? [])
    if (node === undefined) return []
    const last = /[/#](?:type|trialDesign|studyDesign)> <http:\/\/schema\.org\/(\w+)> \.$/
    return quads
      .filter((quad) => quad.startsWith(`${node} `))
      .flatMap((quad) => last.exec(quad)?.[1] ?? [])
      .sort()
  }

  it.each([
    ['randomized-controlled-trial', ['MedicalTrial', 'RandomizedTrial']],
    ['non-randomized-controlled-trial', ['MedicalTrial']],
    ['cohort', ['CohortStudy', 'MedicalObservationalStudy']],
    ['case-control', ['MedicalObservationalStudy', 'Observational']],
    ['cross-sectional', ['CrossSectional', 'MedicalObservationalStudy']],
    ['case-series', ['CaseSeries', 'MedicalObservationalStudy']],
    ['case-report', []],
    ['meta-analysis', []],
    ['systematic-review', []],
    ['narrative-review', []],
    ['animal', []],
    ['in-vitro', []],
  ] as const)('whose design is %s reports %j', async (design, expected) => {
    expect(await about({ design })).toEqual(expected)
  })

  it('whose design nobody knows reports no study of a type', () => {
    const { design: _unknown, ...study } = exampleStudy()
    expect(citedWork(study)).not.toHaveProperty('about')
    expect(citedWork(study)).not.toHaveProperty('citegate:oxfordLevel')
  })

  it('that is a guideline or a regulatory document is no study, whatever it says of designs', async () => {
    for (const sourceType of ['guideline', 'regulatory-document'] as const) {
      expect(await about({ sourceType, design: 'randomized-controlled-trial' })).toEqual([])
    }
  })

  it('is registered as a trial, and not as the article about it', () => {
    const identifiers = { doi: '10.900000/x', nct: 'NCT00000001' }
    const registered = {
      '@type': 'PropertyValue',
      propertyID: 'ClinicalTrials.gov',
      value: 'NCT00000001',
    }
    expect(citedWork(exampleStudy({ identifiers }))).toMatchObject({
      identifier: [{ propertyID: 'DOI' }],
      about: { identifier: registered },
    })
    expect(citedWork(exampleStudy({ identifiers, design: 'animal' }))).toMatchObject({
      identifier: [{ propertyID: 'DOI' }, registered],
    })
  })

  it('loses nothing when it is expanded, whatever it is', async () => {
    const text = fc.string({ minLength: 1 })
    const studies = fc.record(
      {
        sourceType: fc.constantFrom(...sourceTypes),
        design: fc.constantFrom(...studyDesigns),
        includedDesign: fc.constantFrom(...studyDesigns),
        status: fc.constantFrom(...studyStatuses),
        title: text,
        containerTitle: text,
        issued: fc.constantFrom('2021', '2021-06', '2021-06-03'),
        authors: fc.array(fc.oneof(fc.record({ literal: text }), fc.record({ family: text }))),
        identifiers: fc.record(
          { doi: fc.constant('10.900000/<a> b"c'), pmid: text, nct: text },
          { requiredKeys: [] },
        ),
      },
      { requiredKeys: [] },
    )
    await fc.assert(
      fc.asyncProperty(studies, async (study) => {
        const document = {
          '@context': itemJsonLdContext('https://feeds.example'),
          ...citedWork(exampleStudy(study)),
        }
        expect(await quadsOf(document)).toHaveLength(statementsIn(document))
      }),
    )
  })
})
