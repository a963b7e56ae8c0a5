import type {
  Article,
  Channel,
  Claim,
  Condition,
  Disclaimer,
  Section,
  SlotCondition,
  Study,
  Therapy,
} from '../model/index.ts'
import { claimAlone, paragraph, richText } from './exampleRichText.ts'
import { without } from './without.ts'

/**
 * A small world in which every rule about text and surroundings is content: one invented therapy with
 * a benefit, a harm and its status in two jurisdictions. An example changes the one property it is
 * about. Nothing here exists; no DOI is registered under 10.900000.
 */

export const exampleNow = new Date('2026-01-15T12:00:00Z')

export function exampleStudy(change: Partial<Study> = {}): Study {
  return {
    kind: 'study',
    key: 'sham-trial',
    sourceType: 'study',
    title: 'A sham-controlled trial of the example injection',
    authors: [{ family: 'Example', given: 'Ada' }],
    authorsComplete: true,
    containerTitle: 'Journal of Examples',
    issued: '2021',
    identifiers: { doi: '10.900000/sham-trial.2021' },
    design: 'randomized-controlled-trial',
    sampleSize: 80,
    status: 'active',
    ...change,
  }
}

export function exampleRabbitStudy(change: Partial<Study> = {}): Study {
  return exampleStudy({
    key: 'rabbit-study',
    title: 'The example injection in rabbits',
    identifiers: { doi: '10.900000/rabbits.2019' },
    design: 'animal',
    ...change,
  })
}

/** A regulator's document, identified by its address and the day on which it was read. */
export function exampleNotice(change: Partial<Study> = {}): Study {
  return {
    ...without(exampleStudy(), 'design', 'sampleSize', 'containerTitle'),
    key: 'regulator-notice',
    sourceType: 'regulatory-document',
    title: 'Notice on the example injection',
    authors: [{ literal: 'Example Regulator' }],
    identifiers: {},
    url: 'https://regulator.example/notice',
    accessed: '2026-01-05',
    jurisdiction: 'us',
    ...change,
  }
}

export function exampleBenefit(change: Partial<Claim> = {}): Claim {
  return {
    kind: 'claim',
    key: 'less-pain-at-six-months',
    language: 'en',
    therapy: 'example-injection',
    condition: 'example-pain',
    claimKind: 'benefit',
    direction: 'favours',
    statement: 'In one trial, people given the example injection had less pain after six months.',
    certainty: 'low',
    citations: [{ study: 'sham-trial', stance: 'supports' }],
    ...change,
  }
}

export function exampleHarm(change: Partial<Claim> = {}): Claim {
  return exampleBenefit({
    key: 'soreness',
    claimKind: 'harm',
    direction: 'against',
    statement:
      'In one trial, soreness after the example injection was more frequent than after sham.',
    ...change,
  })
}

/** What a regulator says of the therapy, in `us` unless told otherwise. */
export function exampleStatus(change: Partial<Claim> = {}): Claim {
  return {
    ...without(exampleBenefit(), 'certainty', 'condition'),
    key: 'status-us',
    claimKind: 'regulatory',
    direction: 'unclear',
    statement: 'The regulator has not authorised the example injection.',
    jurisdiction: 'us',
    regulatoryStatus: 'not-authorised',
    citations: [{ study: 'regulator-notice', stance: 'supports' }],
    ...change,
  }
}

export function exampleSection(change: Partial<Section> = {}): Section {
  return {
    heading: 'Overview',
    aspect: 'OverviewHealthAspect',
    body: richText(paragraph('The example injection is given once.')),
    ...change,
  }
}

const sections: readonly Section[] = [
  exampleSection({
    heading: 'What the evidence says',
    aspect: 'EffectivenessHealthAspect',
    body: richText(claimAlone('less-pain-at-six-months')),
  }),
  exampleSection({
    heading: 'Risks',
    aspect: 'RisksOrComplicationsHealthAspect',
    body: richText(claimAlone('soreness')),
  }),
  exampleSection({
    heading: 'Is it authorised?',
    aspect: 'GettingAccessHealthAspect',
    body: richText(claimAlone('status-us')),
  }),
]

const statusNotEstablished = [
  { therapy: 'example-injection', jurisdiction: 'gb', searchedOn: '2026-01-05' },
]

export function exampleTherapy(change: Partial<Therapy> = {}): Therapy {
  return {
    kind: 'therapy',
    key: 'example-injection',
    language: 'en',
    title: 'Example injection',
    alternateNames: [],
    summary: 'What is known about the example injection.',
    conditions: ['example-pain'],
    channels: ['us-en', 'gb-en'],
    sections,
    statusNotEstablished,
    ...change,
  }
}

export function exampleArticle(change: Partial<Article> = {}): Article {
  return {
    kind: 'article',
    key: 'treating-example-pain',
    language: 'en',
    title: 'Treating example pain',
    summary: 'What helps against example pain.',
    therapies: ['example-injection'],
    conditions: ['example-pain'],
    channels: ['us-en', 'gb-en'],
    sections,
    statusNotEstablished,
    ...change,
  }
}

export function exampleCondition(change: Partial<Condition> = {}): Condition {
  return { kind: 'condition', key: 'example-pain', name: 'Example pain', icd10: 'R52', ...change }
}

export function exampleDisclaimer(change: Partial<Disclaimer> = {}): Disclaimer {
  return {
    kind: 'disclaimer',
    key: 'no-advice',
    language: 'en',
    slots: ['medical-advice'],
    jurisdictions: [],
    body: richText(paragraph('This page informs; it does not replace advice from a clinician.')),
    ...change,
  }
}

/** A slot condition that asks only what is given. */
export function slotWhen(condition: Partial<SlotCondition> = {}): SlotCondition {
  return {
    claimKinds: [],
    directions: [],
    certainties: [],
    regulatoryStatuses: [],
    therapies: [],
    ...condition,
  }
}

export function exampleChannel(change: Partial<Channel> = {}): Channel {
  return {
    key: 'us-en',
    title: 'United States, English',
    jurisdiction: 'us',
    language: 'en',
    slots: [{ key: 'medical-advice', place: 'end', when: slotWhen() }],
    ...change,
  }
}
