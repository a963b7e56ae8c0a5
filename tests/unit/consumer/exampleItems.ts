import { sha256Hex } from '../../../src/store/index.ts'
import type {
  Approval,
  ClaimJson,
  Disclaimer,
  ExampleItem,
  PageJson,
  StudyJson,
} from './exampleTypes.ts'

export const root = 'https://feeds.example/feeds/v1/'
export const picture = 'not really a picture'
export const picturePath = `media/${sha256Hex(Buffer.from(picture))}.png`

const hashes = {
  claim: `cg1-${'ab'.repeat(32)}`,
  study: `cg1-${'cd'.repeat(32)}`,
  therapy: `cg1-${'ef'.repeat(32)}`,
}

const approvals = (contentHash: string): Approval[] => [
  {
    ...{ name: 'Rita Reviewer', credentials: 'MD', meaning: 'evidence-checked' },
    ...{ at: '2026-01-11T09:00:00.000Z', contentHash, fictitious: true },
  },
]

const reviewedBy = ['Rita Reviewer, MD (fictitious)']

const disclaimer = (
  slot: string,
  place: string,
  text: string,
  claims: string[] = [],
): Disclaimer => ({
  ...{ key: `made-up-${slot}`, slot, place, claims, text, markdown: `${text}\n` },
})

const disclaimers = (): Disclaimer[] => [
  disclaimer('general', 'top', 'This is made up.'),
  disclaimer('uncertain', 'beside-claim', 'The evidence is weak.', ['less-pain']),
  disclaimer('placebos', 'beside-claim', 'A placebo holds nothing.', ['less-pain']),
  disclaimer('advice', 'end', 'Ask a doctor.'),
]

const statement = () => ({
  statement: 'In one trial there was less pain at 6 months (p < 0.05).',
  claimKind: 'benefit',
  direction: 'favours',
  certainty: 'low',
  therapy: { key: 'placebo' },
  citations: [
    { study: 'source', stance: 'supports', reference: 'A made-up source.' },
    { study: 'source', stance: 'background', reference: 'A made-up source.' },
  ],
})

const stated = 'In one trial there was less pain at 6 months (p < 0.05).[^source] (certainty: low)'
const footnote = '[^source]: A made-up source. <https://doi.org/10.5555/placeholder>'
const beside = '> The evidence is weak.\n\n> A placebo holds nothing.'

function front(json: ExampleItem['json']): string {
  const { title, key, kind, version, lastReviewed, contentHash, disclaimers: shown } = json
  return `---
title: ${JSON.stringify(title)}
key: ${key}
itemKind: ${kind}
version: ${String(version)}
lastReviewed: ${JSON.stringify(lastReviewed)}
reviewedBy: ${JSON.stringify(kind === 'study' ? [] : reviewedBy)}
disclaimers: ${JSON.stringify(shown.map((one) => one.key))}
contentHash: ${contentHash}
---
`
}

function itemOf<M extends object>(kind: string, folder: string, key: string, more: M) {
  return {
    $schema: `${root}schema/${kind}.json`,
    ...{ kind, key, version: 3, lastReviewed: '2026-01-11' },
    url: `${root}us-en/${folder}/${key}.json`,
    markdownUrl: `${root}us-en/${folder}/${key}.md`,
    disclaimers: [],
    elsewhere: 'https://doi.org/10.5555/placeholder',
    ...more,
  }
}

/** Nothing of what these say exists. */
export function exampleClaim(): ExampleItem<ClaimJson> {
  const json: ClaimJson = itemOf('claim', 'claims', 'less-pain', {
    ...statement(),
    title: statement().statement,
    contentHash: hashes.claim,
    approvals: approvals(hashes.claim),
    disclaimers: disclaimers(),
  })
  const markdown = `${front(json)}
> This is made up.

${stated}

${beside}

- **Kind:** benefit

Not a footnote: \\[^2]; nor is \`[^3]\`. [Elsewhere](https://example.org/[^4]).

> Ask a doctor.

${footnote}
`
  return { json, markdown }
}

export function exampleStudy(): ExampleItem<StudyJson> {
  const json: StudyJson = itemOf('study', 'studies', 'source', {
    title: 'A made-up source',
    contentHash: hashes.study,
    approvals: [],
  })
  return { json, markdown: `${front(json)}\nA [made-up](source.json#top) source.\n` }
}

export function exampleTherapy(): ExampleItem<PageJson> {
  const [what, evidence] = [
    `It is nothing. ![A picture](${root}${picturePath}) See [the claim](../claims/less-pain.md).`,
    `Put simply: ${stated}\n\n${beside}`,
  ]
  const claim = exampleClaim().json
  const json: PageJson = itemOf('therapy', 'therapies', 'placebo', {
    title: 'Placebo',
    contentHash: hashes.therapy,
    approvals: approvals(hashes.therapy),
    disclaimers: disclaimers(),
    sections: [
      { heading: 'What it is', markdown: `${what}\n`, claims: [] },
      { heading: 'Evidence', markdown: `${evidence}\n\n${footnote}\n`, claims: ['less-pain'] },
    ],
    claims: [
      {
        ...statement(),
        key: 'less-pain',
        version: 3,
        lastReviewed: '2026-01-11',
        url: claim.url,
        contentHash: hashes.claim,
        approvals: approvals(hashes.claim),
      },
    ],
    media: [{ url: root + picturePath }],
  })
  const markdown = `${front(json)}
> This is made up.

## What it is

${what}

## Evidence

${evidence}

> Ask a doctor.

${footnote}
`
  return { json, markdown, media: [picturePath] }
}
