import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Node, Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import {
  exampleBenefit,
  exampleSection,
  exampleStudy,
  exampleTherapy,
  paragraph,
  richText,
} from '../../../../src/domain/rules/index.ts'
import { digestOf, jsonSchema, renderRelease, schemaNames } from '../../../../src/feeds/index.ts'
import { asPrevious, bodies, digest, feedInput } from '../exampleFeed.ts'
import type { World } from '../exampleFeed.ts'
import { splitItem, yamlReaders } from '../feedReaders.ts'

const therapyPath = 'us-en/therapies/example-injection'
const claimPath = 'us-en/claims/less-pain-at-six-months'
const fictitious =
  'Demonstration content: the people named as editors and reviewers are fictitious.'
const withdrawnSleep: World = { withdrawn: { 'claim/sleep': 'The trial was counted twice.' } }

const first = feedInput()
const firstFiles = bodies(first)
const second = feedInput(withdrawnSleep, asPrevious(first))
const secondFiles = bodies(second)
const reader = unified().use(remarkParse).use(remarkGfm).freeze()

type Json = Readonly<Record<string, unknown>>

function json(files: ReadonlyMap<string, string>, path: string): Json {
  return JSON.parse(files.get(path) ?? 'null') as Json
}

function text(files: ReadonlyMap<string, string>, path: string): string {
  return splitItem(files.get(path) ?? '').text
}

/** The blocks of an item's text, each by its first words. */
function outline(markdown: string): readonly string[] {
  const tree: Root = reader.parse(markdown)
  return tree.children.map((node) => {
    const { position } = node as Node
    const source = markdown.slice(position?.start.offset, position?.end.offset)
    return `${node.type}: ${source.replace(/\s+/g, ' ').slice(0, 40)}`
  })
}

/** An array has no place to name its schema, and JSON Feed has no such property. */
const schemaless = ['references', 'feed']

describe('renderRelease', () => {
  it.each([
    'index.json',
    'gb-en/index.json',
    'gb-en/changes/2.json',
    'gb-en/references.json',
    'gb-en/references.bib',
    'gb-en/feed.json',
    'gb-en/atom.xml',
    'llms.txt',
    'gb-en/therapies/example-injection.md',
    'us-en/therapies/example-injection.json',
    'us-en/therapies/example-injection.md',
    'us-en/articles/treating-example-pain.md',
    'us-en/claims/less-pain-at-six-months.json',
    'us-en/claims/less-pain-at-six-months.md',
    'us-en/claims/status-us.md',
    'us-en/studies/null-trial.json',
    'us-en/studies/null-trial.md',
    'us-en/studies/regulator-notice.md',
    'schema/therapy.json',
    'ns/evidence.jsonld',
  ])('writes %s as it stands in tests/fixtures/feeds', async (path) => {
    await expect(secondFiles.get(path)).toMatchFileSnapshot(`../../../fixtures/feeds/${path}`)
  })

  it('writes every JSON file so that it holds against its own schema', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: true })
    addFormats(ajv)
    for (const name of schemaNames) ajv.addSchema(jsonSchema('https://feeds.example', name))
    const schemaOf = (path: string, body: unknown) =>
      schemaless.find((name) => path.endsWith(`/${name}.json`)) === undefined
        ? (body as { $schema: string }).$schema
        : `https://feeds.example/feeds/v1/schema/${path.slice('us-en/'.length)}`
    const checked = [first, second, feedInput({ isFictitious: true })].flatMap((input) =>
      [...bodies(input)]
        .filter(([path]) => path.endsWith('.json') && !path.startsWith('schema/'))
        .map(([path, body]) => {
          const parsed: unknown = JSON.parse(body)
          ajv.validate(schemaOf(path, parsed), parsed)
          return { path, errors: ajv.errors ?? [] }
        }),
    )
    expect(checked.length).toBeGreaterThan(40)
    expect(checked.filter(({ errors }) => errors.length > 0)).toEqual([])
  })

  it('serves the schemas that its files name', () => {
    const files = firstFiles
    for (const name of schemaNames) {
      expect(json(files, `schema/${name}.json`)).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        $id: `https://feeds.example/feeds/v1/schema/${name}.json`,
      })
    }
  })

  it('gives every item a front matter that all YAML readers take for the same values', () => {
    const items = [...secondFiles].filter(([path]) => path.endsWith('.md'))
    expect(items.length).toBeGreaterThan(10)
    for (const [, body] of items) {
      const [value, ...others] = Object.values(yamlReaders).map((read) =>
        read(splitItem(body).front),
      )
      for (const other of others) expect(other).toEqual(value)
    }
  })

  it('gives the same bytes for the same content, in whatever order it is planned', () => {
    const { plan } = first
    const shuffled = {
      ...first,
      plan: {
        ...plan,
        channels: plan.channels
          .map((channel) => ({ ...channel, items: channel.items.toReversed() }))
          .toReversed(),
      },
    }
    expect(renderRelease(shuffled).files).toEqual(renderRelease(first).files)
  })

  it('names the release only in the index and in the lists of changes', () => {
    const later = bodies({ ...first, release: 7001 })
    const naming = [...later].filter(([, body]) => body.includes('7001')).map(([path]) => path)
    expect(naming).toEqual(['gb-en/changes/7001.json', 'index.json', 'us-en/changes/7001.json'])
  })

  it('lists every item with the digests of its forms', () => {
    const files = firstFiles
    const { items } = json(files, 'us-en/index.json') as unknown as {
      items: { digests: Record<string, string>; paths: Record<string, string> }[]
    }
    expect(items).toHaveLength(10)
    for (const { digests, paths } of items) {
      for (const [form, path] of Object.entries(paths)) {
        expect(digestOf(files.get(path) ?? '')).toBe(digests[form])
      }
    }
  })

  it('publishes the media that its items show', () => {
    expect(renderRelease(first).media).toEqual([
      { sha256: digest, path: `media/${digest}.png`, contentType: 'image/png' },
    ])
    expect(text(firstFiles, `${therapyPath}.md`)).toContain(
      `![A syringe](https://feeds.example/feeds/v1/media/${digest}.png)`,
    )
  })
})

describe('a page', () => {
  it('stands between its disclaimers, with sections in order and footnotes last', () => {
    expect(outline(text(secondFiles, 'gb-en/therapies/example-injection.md'))).toEqual([
      'blockquote: > This page is an **example**.',
      'heading: ## Overview',
      'paragraph: It holds 10⁹ cells/L in H₂O; - 5 mg/kg f',
      'paragraph: ![A syringe](https://feeds.example/feeds',
      'heading: ## What the evidence says',
      'paragraph: Put simply: In one trial, people given t',
      'blockquote: > The evidence for this is weak.',
      'heading: ### Sleep',
      'paragraph: *A statement that stood here was removed',
      'table: | Outcome | Evidence | | - | - | | Soren',
      'heading: ## Risks',
      'paragraph: In one trial, soreness after the example',
      'heading: ## Is it authorised?',
      'paragraph: Regulators publish what they decide.',
      'paragraph: Example injection: regulatory status in ',
      'blockquote: > This page informs; it does not replace',
      'footnoteDefinition: [^sham-trial]: Example A. A sham-control',
      'footnoteDefinition: [^null-trial]: Example A, van Sample JM,',
      'footnoteDefinition: [^rabbit-study]: Example A. The example ',
    ])
  })

  it('tells sources for a statement from those against it and from background', () => {
    expect(text(firstFiles, `${therapyPath}.md`)).toContain(
      'less pain after six months.[^sham-trial] (certainty: low; contradicted by[^null-trial]; background:[^rabbit-study]) Read on.',
    )
  })

  it('shows the status of its own jurisdiction and of no other', () => {
    const files = firstFiles
    const us = text(files, 'us-en/therapies/example-injection.md')
    const gb = text(files, 'gb-en/therapies/example-injection.md')
    expect(us).toContain(
      'The regulator has not authorised the example injection.[^regulator-notice]',
    )
    expect(us).not.toContain('not established')
    expect(gb).toContain(
      'Example injection: regulatory status in Great Britain not established. A search on 5 January 2026 found no document',
    )
    expect(gb).not.toContain('has not authorised')
  })

  it('gets a section for a status that is not established where it has none on access', () => {
    const therapy = exampleTherapy({
      channels: ['gb-en'],
      sections: exampleTherapy().sections.filter(
        ({ aspect }) => aspect !== 'GettingAccessHealthAspect',
      ),
    })
    const files = bodies(feedInput({ changed: [therapy] }))
    expect(text(files, 'gb-en/therapies/example-injection.md')).toContain(
      '## Regulatory status\n\nExample injection: regulatory status in Great Britain not established.',
    )
    expect(json(files, 'gb-en/therapies/example-injection.json').sections).toContainEqual(
      expect.objectContaining({ heading: 'Regulatory status', claims: [] }),
    )
  })

  it('gives each section as Markdown that stands on its own', () => {
    const { sections } = json(firstFiles, `${therapyPath}.json`) as unknown as {
      sections: { heading: string; markdown: string; claims: string[] }[]
    }
    expect(sections.map(({ heading, claims }) => [heading, claims])).toEqual([
      ['Overview', []],
      ['What the evidence says', ['less-pain-at-six-months', 'sleep', 'soreness']],
      ['Risks', ['soreness']],
      ['Is it authorised?', ['status-us']],
    ])
    for (const { markdown } of sections) {
      const used = [...markdown.matchAll(/\[\^([^\]]+)\](?!:)/g)].map(([, key]) => key)
      const defined = [...markdown.matchAll(/^\[\^([^\]]+)\]:/gm)].map(([, key]) => key)
      expect(defined).toEqual([...new Set(used)])
    }
  })

  it('says where a claim stood that fell', () => {
    const files = secondFiles
    expect(json(files, `${therapyPath}.json`).notices).toEqual([
      {
        claim: 'sleep',
        date: '2026-01-20',
        reason: 'The trial was counted twice.',
        text: 'A statement that stood here was removed on 20 January 2026: The trial was counted twice.',
      },
    ])
    expect(files.has('us-en/claims/sleep.md')).toBe(false)
  })

  it('says what it is in schema.org terms, without saying that anything helps', () => {
    expect(json(firstFiles, `${therapyPath}.json`).jsonLd).toMatchObject({
      '@context': [
        'https://schema.org',
        { citegate: 'https://feeds.example/feeds/v1/ns/evidence.jsonld#' },
      ],
      '@type': 'MedicalWebPage',
      lastReviewed: '2026-01-11',
      reviewedBy: [{ '@type': 'Person', name: 'Rita Reviewer', honorificSuffix: 'MD' }],
      about: [
        {
          '@type': 'MedicalTherapy',
          name: 'Example injection',
          alternateName: ['placebo injection'],
        },
      ],
      mentions: [{ '@type': 'MedicalCondition', code: [{ codeValue: 'R52' }] }],
    })
    const { citation } = json(firstFiles, `${therapyPath}.json`).jsonLd as {
      citation: Json[]
    }
    expect(citation.map((work) => work['@type'])).toEqual([
      'MedicalScholarlyArticle',
      'MedicalScholarlyArticle',
      'CreativeWork',
      'MedicalScholarlyArticle',
    ])
  })

  it('is left out, and named, when Markdown cannot say what it says', () => {
    const therapy = exampleTherapy({
      sections: [
        exampleSection({ body: richText(paragraph('10', { type: 'superscript', value: '9,5' })) }),
        ...exampleTherapy().sections,
      ],
    })
    const rendered = renderRelease(feedInput({ changed: [therapy] }, asPrevious(first)))
    expect(rendered.refusals).toEqual(
      ['gb-en', 'us-en'].map((channel) => ({
        kind: 'therapy',
        key: 'example-injection',
        channel,
        place: 'sections.0.body.children.0.children.1',
        message: expect.stringContaining('“,”') as string,
      })),
    )
    expect(rendered.files.map(({ path }) => path)).not.toContain(`${therapyPath}.md`)
    expect(rendered.buried.map(({ path }) => path)).toContain(`${therapyPath}.md`)
  })

  it('keeps a statement exactly as it was signed, whatever it holds', () => {
    const statement =
      '- 5 mg/kg for people > 18 years: 10⁹/L, x|y, p<0.05 & [50%] *not* 2_3_4 ~ `c` www.a.bc.'
    const files = bodies(feedInput({ changed: [exampleBenefit({ statement })] }))
    for (const path of [therapyPath, claimPath]) {
      const { children } = reader.parse(text(files, `${path}.md`))
      const seen = children.map((block) => wordsIn(block)).join('\n')
      expect(seen).toContain(statement)
    }
  })
})

function wordsIn(node: Root['children'][number]): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(wordsIn).join('') : ''
}

describe('a study', () => {
  it('never says that there were no harms when none are on record', () => {
    const files = firstFiles
    expect(text(files, 'us-en/studies/null-trial.md')).toContain(
      '- **Harms:** not reported in the record',
    )
    expect(json(files, 'us-en/studies/null-trial.json')).not.toHaveProperty('harms')
    expect(text(files, 'us-en/studies/sham-trial.md')).toContain(
      '- **Harms:** Soreness in 8 people.',
    )
  })

  it('says so wherever it is cited when there is a notice about it', () => {
    const study = exampleStudy({ status: 'concern', noticeDoi: '10.900000/notice' })
    const files = bodies(feedInput({ changed: [study] }))
    const notice =
      'An expression of concern about this source was published: https://doi.org/10.900000/notice.'
    for (const path of [therapyPath, claimPath, 'us-en/studies/sham-trial']) {
      expect(
        reader
          .parse(text(files, `${path}.md`))
          .children.map(wordsIn)
          .join('\n'),
      ).toContain(notice)
    }
  })

  it('names the claims that cite it, with what it is to them', () => {
    expect(json(firstFiles, 'us-en/studies/null-trial.json').citedBy).toEqual([
      {
        claim: 'less-pain-at-six-months',
        statement: exampleBenefit().statement,
        stance: 'contradicts',
        url: `https://feeds.example/feeds/v1/${claimPath}.json`,
      },
    ])
  })
})

describe('demonstration content', () => {
  it('says in every form of every item that its signers are fictitious', () => {
    const files = bodies(feedInput({ isFictitious: true }))
    const paths = [...files.keys()].filter((path) => /\/(therap|art|cl|stud)[a-z]+\//.test(path))
    expect(paths).toHaveLength(36)
    for (const path of paths) {
      const body = files.get(path) ?? ''
      if (path.endsWith('.md')) {
        expect(splitItem(body).front).toContain('fictitiousSigners: true\n')
        expect(splitItem(body).text).toContain(fictitious)
      } else {
        expect(JSON.parse(body)).toMatchObject({
          fictitiousSigners: true,
          notice: fictitious,
          jsonLd: { creativeWorkStatus: fictitious },
        })
      }
    }
  })

  it('marks each fictitious signer by name', () => {
    const files = bodies(feedInput({ isFictitious: true }))
    expect(files.get(`${therapyPath}.md`)).toContain('- Rita Reviewer, MD (fictitious)\n')
    expect(json(files, `${therapyPath}.json`).approvals).toMatchObject([{ fictitious: true }])
  })

  it('is not mentioned where everybody is real', () => {
    for (const body of firstFiles.values()) expect(body).not.toContain(fictitious)
    expect(json(firstFiles, `${therapyPath}.json`).fictitiousSigners).toBe(false)
  })
})

describe('what leaves a channel', () => {
  const tombstonesOf = (files: ReadonlyMap<string, string>, channel = 'us-en') =>
    json(files, `${channel}/index.json`).tombstones

  it('leaves a tombstone with reason and date when it is withdrawn', () => {
    const tombstone = {
      kind: 'claim',
      key: 'sleep',
      title: 'In one trial, people given the example injection slept no better.',
      version: 1,
      reason: 'The trial was counted twice.',
      reasonKind: 'withdrawn',
      date: '2026-01-20',
      at: '2026-01-20T09:00:00.000Z',
      release: 2,
    }
    expect(tombstonesOf(secondFiles)).toEqual([tombstone])
    expect(json(secondFiles, 'us-en/changes/2.json')).toMatchObject({
      previous: 1,
      upserts: [
        { key: 'example-injection', change: 'changed' },
        { key: 'sham-trial', change: 'changed' },
      ],
      withdrawals: [tombstone],
    })
    expect(renderRelease(second).buried.map(({ path }) => path)).toEqual([
      'gb-en/claims/sleep.json',
      'gb-en/claims/sleep.md',
      'us-en/claims/sleep.json',
      'us-en/claims/sleep.md',
    ])
  })

  it('says of which kind the withdrawal was and what takes its place, in later releases too', () => {
    const superseded = {
      reason: 'Another trial says more.',
      withdrawalKind: 'superseded',
      supersededBy: 'claim/soreness',
    } as const
    const world: World = { withdrawn: { 'claim/sleep': superseded } }
    const replaced = feedInput(world, asPrevious(first))
    expect(tombstonesOf(bodies(replaced))).toEqual([
      expect.objectContaining({
        reasonKind: 'withdrawn',
        reason: 'Another trial says more.',
        withdrawalKind: 'superseded',
        supersededBy: { kind: 'claim', key: 'soreness' },
      }),
    ])
    const later = feedInput(world, asPrevious(replaced))
    expect(tombstonesOf(bodies(later))).toEqual(tombstonesOf(bodies(replaced)))
  })

  it('keeps its tombstone in later releases, and loses it when it comes back', () => {
    const third = feedInput(withdrawnSleep, asPrevious(second))
    expect(tombstonesOf(bodies(third))).toEqual(tombstonesOf(secondFiles))
    expect(json(bodies(third), 'us-en/changes/3.json')).toMatchObject({
      upserts: [],
      withdrawals: [],
    })
    const back = feedInput({}, asPrevious(third))
    expect(tombstonesOf(bodies(back))).toEqual([])
    expect(json(bodies(back), 'us-en/changes/4.json').upserts).toContainEqual(
      expect.objectContaining({ key: 'sleep', change: 'added' }),
    )
  })

  it('says why the gate withholds it', () => {
    const retracted = exampleStudy({
      status: 'retracted',
      statusChecked: '2026-01-20',
      noticeDoi: '10.900000/notice',
    })
    const files = bodies(feedInput({ changed: [retracted] }, asPrevious(first)))
    expect(tombstonesOf(files)).toContainEqual(
      expect.objectContaining({
        kind: 'claim',
        key: 'soreness',
        reasonKind: 'withheld',
        date: '2026-02-01',
        reason: expect.stringContaining('retracted') as string,
      }),
    )
    expect(files.has('us-en/claims/soreness.md')).toBe(false)
  })

  it('says that somebody withdrew what the gate had withheld, and once it is back that it is withheld', () => {
    const retracted = exampleStudy({ status: 'retracted', statusChecked: '2026-01-20' })
    const safety = { reason: 'It could harm.', withdrawalKind: 'safety' } as const
    const withheld = feedInput({ changed: [retracted] }, asPrevious(first))
    const world: World = { changed: [retracted], withdrawn: { 'claim/soreness': safety } }
    const withdrawn = feedInput(world, asPrevious(withheld))
    const grave = expect.objectContaining({
      key: 'soreness',
      reasonKind: 'withdrawn',
      ...safety,
      release: 3,
    }) as unknown
    expect(tombstonesOf(bodies(withdrawn))).toContainEqual(grave)
    expect(json(bodies(withdrawn), 'us-en/changes/3.json').withdrawals).toContainEqual(grave)
    const later = feedInput(world, asPrevious(withdrawn))
    expect(tombstonesOf(bodies(later))).toContainEqual(grave)
    const back = feedInput({ changed: [retracted] }, asPrevious(later))
    expect(tombstonesOf(bodies(back))).toContainEqual(
      expect.objectContaining({ key: 'soreness', reasonKind: 'withheld', release: 5 }),
    )
  })

  it('says that a page no longer goes to the channel', () => {
    const therapy = exampleTherapy({ channels: ['us-en'] })
    const files = bodies(feedInput({ changed: [therapy] }, asPrevious(first)))
    expect(tombstonesOf(files, 'gb-en')).toEqual([
      expect.objectContaining({
        key: 'example-injection',
        reasonKind: 'left-channel',
        date: '2026-02-01',
      }),
    ])
    expect(tombstonesOf(files, 'us-en')).toEqual([])
  })
})
