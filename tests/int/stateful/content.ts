import { markdownToLexical } from '../../../src/intake/richText/index.ts'
import type { GatedDocument, GatedSlug } from '../../../src/projection/index.ts'

/** The small content of a sequence: two studies, three claims, a page and a disclaimer. */
export const labels = ['s1', 's2', 'd', 'c1', 'c2', 'c3', 't'] as const
export type Label = (typeof labels)[number]

export type StudyLabel = 's1' | 's2'
export type ClaimLabel = 'c1' | 'c2' | 'c3'

export const slugs = {
  s1: 'studies',
  s2: 'studies',
  d: 'disclaimers',
  c1: 'claims',
  c2: 'claims',
  c3: 'claims',
  t: 'therapies',
} as const satisfies Record<Label, GatedSlug>

/** What a page shows: nothing, a benefit with its harms, or a benefit alone, which no rule lets out. */
export const shows = { none: [], both: ['c1', 'c2'], benefit: ['c1'] } as const satisfies Record<
  string,
  readonly ClaimLabel[]
>

/** All that ever differs between two texts of a subject here. */
export type Words =
  | {
      readonly kind: 'study'
      readonly wording: number
      readonly sample: number
      readonly status: 'active' | 'retracted'
    }
  | {
      readonly kind: 'claim'
      readonly wording: number
      readonly certainty: 'low' | 'moderate'
      readonly cites: readonly StudyLabel[]
    }
  | { readonly kind: 'therapy'; readonly wording: number; readonly shows: keyof typeof shows }
  | { readonly kind: 'disclaimer'; readonly wording: number }

export type WordsOf<K extends Words['kind']> = Extract<Words, { kind: K }>

export const isClaim = (label: Label): label is ClaimLabel => slugs[label] === 'claims'
export const isStudy = (label: Label): label is StudyLabel => slugs[label] === 'studies'

/** The words a sequence begins with. */
export const firstWords: Readonly<Record<Label, Words>> = {
  s1: { kind: 'study', wording: 0, sample: 100, status: 'active' },
  s2: { kind: 'study', wording: 0, sample: 100, status: 'active' },
  d: { kind: 'disclaimer', wording: 0 },
  c1: { kind: 'claim', wording: 0, certainty: 'moderate', cites: ['s1'] },
  c2: { kind: 'claim', wording: 0, certainty: 'moderate', cites: ['s2'] },
  c3: { kind: 'claim', wording: 0, certainty: 'low', cites: ['s1', 's2'] },
  t: { kind: 'therapy', wording: 0, shows: 'both' },
}

/** Database ids of what is there, and of the channel. */
export type Ids = ReadonlyMap<Label | 'channel', string>

const idIn = (ids: Ids, label: Label | 'channel'): string => ids.get(label) ?? ''

/** The fields that say these words. */
export function fieldsOf(label: Label, words: Words, ids: Ids): Record<string, unknown> {
  switch (words.kind) {
    case 'study':
      return {
        title: `An invented trial, in wording ${String(words.wording)}`,
        sampleSize: words.sample,
        status: words.status,
      }
    case 'claim':
      return {
        statement: `The invented trial counted ${String(words.wording)} of 100000 people.`,
        certainty: words.certainty,
        citations: words.cites.map((study) => ({ study: idIn(ids, study), stance: 'supports' })),
      }
    case 'disclaimer':
      return { body: paragraphs(`This wording ${String(words.wording)} replaces nobody's advice.`) }
    case 'therapy': {
      const [benefit, harm] = shows[words.shows]
      return {
        summary: `In wording ${String(words.wording)}`,
        sections: [
          section('Overview', 'OverviewHealthAspect', 'Invented injections.', ids),
          ...(benefit === undefined
            ? []
            : [section('Benefits', 'BenefitsHealthAspect', `{{${benefit}}}`, ids)]),
          ...(harm === undefined
            ? []
            : [section('Risks', 'RisksOrComplicationsHealthAspect', `{{${harm}}}`, ids)]),
        ],
        // Its own id is not known before it is there.
        ...(ids.has(label)
          ? {
              statusNotEstablished: [
                { therapy: idIn(ids, label), jurisdiction: 'us', searchedOn: '2026-01-01' },
              ],
            }
          : {}),
      }
    }
  }
}

/** The fields that stay as they are. */
export function constantFields(label: Label, ids: Ids): Record<string, unknown> {
  switch (slugs[label]) {
    case 'studies':
      return {
        sourceType: 'study',
        design: 'randomized-controlled-trial',
        authors: [{ family: 'Invented', given: 'Ines' }],
        containerTitle: 'Journal of Invented Trials',
        issued: '2020',
        doi: `10.900000/invented.${label}`,
      }
    case 'claims':
      return {
        therapy: idIn(ids, 't'),
        claimKind: isBenefit(label) ? 'benefit' : 'harm',
        direction: 'favours',
        certaintyReason: 'Lowered for imprecision.',
      }
    case 'disclaimers':
      return { slots: ['medical-advice'] }
    case 'therapies':
      return { title: 'Invented injections', channels: [idIn(ids, 'channel')] }
  }
}

/** The claims that promise something: their pages need a disclaimer, and harms beside them. */
export const isBenefit = (label: Label): boolean => label === 'c1' || label === 'c3'

/** The words that a stored document says. */
export function wordsIn(document: GatedDocument, labelOf: (id: unknown) => Label): Words {
  const wording = Number(/(?:wording|counted) (\d+)/.exec(JSON.stringify(document))?.[1])
  if ('citations' in document) {
    const citations = document['citations'] as readonly { readonly study: unknown }[]
    return {
      kind: 'claim',
      wording,
      certainty: document['certainty'] as 'low',
      cites: citations.map(({ study }) => labelOf(study) as StudyLabel),
    }
  }
  if ('sampleSize' in document) {
    return {
      kind: 'study',
      wording,
      sample: Number(document['sampleSize']),
      status: document['status'] as 'active',
    }
  }
  if ('slots' in document) return { kind: 'disclaimer', wording }
  const sections = document['sections'] as readonly unknown[]
  return {
    kind: 'therapy',
    wording,
    shows: (['none', 'benefit', 'both'] as const)[sections.length - 1] ?? 'none',
  }
}

function section(heading: string, aspect: string, markdown: string, ids: Ids): object {
  return { heading, aspect, body: paragraphs(markdown, ids) }
}

function paragraphs(markdown: string, ids?: Ids): object {
  return markdownToLexical(markdown, {
    claimId: (key) => (ids === undefined ? '' : idIn(ids, key as ClaimLabel)),
  })
}
