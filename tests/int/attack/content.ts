import { markdownToLexical } from '../../../src/intake/richText/index.ts'
import type { GatedSlug } from '../../../src/projection/index.ts'
import type { Fields } from './fields.ts'

/** What good content refers to. */
export interface Ground {
  /** It has a slot for comparisons that no disclaimer fills. */
  readonly channel: string
  readonly therapy: string
  readonly study: string
}

let made = 0

/** A number no other text of this run has. */
export function nextNumber(): number {
  made += 1
  return made
}

export const paragraphs = (markdown: string): object =>
  markdownToLexical(markdown, {
    claimId: () => {
      throw new Error('This text holds no claim.')
    },
  })

/** The one section of a page in which a claim stands, alone in its paragraph. */
export function sectionWith(claim: string, key: string): Fields {
  const body = markdownToLexical(`{{${key}}}`, { claimId: () => claim })
  return { sections: [{ heading: 'Overview', aspect: 'OverviewHealthAspect', body }] }
}

/** A new document of a collection with which nothing is wrong: it lacks its signatures only. */
export function goodContent(slug: GatedSlug, ground: Ground): Fields {
  const number = String(nextNumber())
  switch (slug) {
    case 'claims':
      return {
        key: `claim-${number}`,
        statement: `The invented trial found ${number} of 1000 people with less pain.`,
        therapy: ground.therapy,
        claimKind: 'benefit',
        direction: 'favours',
        certainty: 'moderate',
        certaintyReason: 'Lowered once for imprecision.',
        citations: [{ study: ground.study, stance: 'supports' }],
      }
    case 'studies':
      return {
        key: `study-${number}`,
        title: `An invented trial, number ${number}`,
        sourceType: 'study',
        design: 'randomized-controlled-trial',
        authors: [{ family: 'Invented', given: 'Ines' }],
        containerTitle: 'Journal of Invented Trials',
        issued: '2020',
        doi: `10.900000/invented.${number}`,
        sampleSize: 100,
        status: 'active',
      }
    case 'conditions':
      return { key: `condition-${number}`, name: `Invented pain, number ${number}`, icd10: 'R52' }
    case 'disclaimers':
      return {
        key: `disclaimer-${number}`,
        slots: ['procedure-note'],
        body: paragraphs(`This page, number ${number}, replaces nobody's advice.`),
      }
    case 'articles':
    case 'therapies':
      return {
        key: `page-${number}`,
        title: `Invented page ${number}`,
        summary: `What page ${number} is about.`,
        channels: [ground.channel],
        sections: [
          {
            heading: 'Overview',
            aspect: 'OverviewHealthAspect',
            body: paragraphs(`This is page ${number}.`),
          },
        ],
      }
  }
}

/** A change of words with which nothing is wrong. */
export function goodChange(slug: GatedSlug): Fields {
  const number = String(nextNumber())
  switch (slug) {
    case 'claims':
      return { outcome: `Pain, in wording ${number}` }
    case 'studies':
      return { title: `An invented trial, in wording ${number}` }
    case 'conditions':
      return { name: `Invented pain, in wording ${number}` }
    case 'disclaimers':
      return { body: paragraphs(`This wording, number ${number}, replaces nobody's advice.`) }
    case 'articles':
    case 'therapies':
      return { summary: `What wording ${number} is about.` }
  }
}
