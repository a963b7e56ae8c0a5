import type { PartialDate } from '../../domain/model/index.ts'
import { dateParts } from './dateParts.ts'
import type { Phrases } from './phrases.ts'

const jurisdictions: Readonly<Record<string, string>> = {
  eu: 'the European Union',
  gb: 'Great Britain',
  us: 'the United States',
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const designs: Phrases['designs'] = {
  'meta-analysis': 'meta-analysis',
  'systematic-review': 'systematic review',
  'randomized-controlled-trial': 'randomised controlled trial',
  'non-randomized-controlled-trial': 'controlled trial without randomisation',
  cohort: 'cohort study',
  'case-control': 'case-control study',
  'cross-sectional': 'cross-sectional study',
  'case-series': 'case series without a comparison group',
  'case-report': 'case report',
  'narrative-review': 'narrative review',
  animal: 'animal study',
  'in-vitro': 'laboratory study',
}

const certainties: Phrases['certainties'] = {
  high: 'high',
  moderate: 'moderate',
  low: 'low',
  'very-low': 'very low',
}

function sayDate(date: PartialDate): string {
  const { year, month, day } = dateParts(date)
  const parts = [day, month === undefined ? undefined : months[month - 1], year]
  return parts.filter((part) => part !== undefined).join(' ')
}

export const english: Phrases = {
  fictitiousSigners:
    'Demonstration content: the people named as editors and reviewers are fictitious.',
  fictitious: 'fictitious',
  claimKinds: {
    benefit: 'benefit',
    harm: 'harm',
    mechanism: 'mechanism',
    comparison: 'comparison',
    procedure: 'procedure',
    regulatory: 'regulatory status',
  },
  directions: {
    favours: 'speaks for the therapy',
    noDifference: 'no difference found',
    against: 'speaks against the therapy',
    unclear: 'unclear',
  },
  certainties,
  regulatoryStatuses: {
    authorised: 'authorised',
    'off-label': 'off-label use of an authorised product',
    'not-authorised': 'not authorised',
    investigational: 'investigational',
    'not-established': 'not established',
  },
  designs,
  sourceTypes: {
    study: 'study',
    guideline: 'guideline',
    'regulatory-document': 'regulatory document',
  },
  studyStatuses: {
    active: 'no notice known',
    corrected: 'corrected',
    concern: 'under an expression of concern',
    retracted: 'retracted',
  },
  meanings: {
    'medically-accurate': 'medically accurate',
    'evidence-checked': 'evidence checked',
    'approved-for-publication': 'approved for publication',
  },
  evidence: {
    supports: 'Evidence for the statement',
    contradicts: 'Evidence against the statement',
    background: 'Background',
  },
  stances: {
    supports: 'supported by',
    contradicts: 'contradicted by',
    background: 'background:',
  },
  citedAs: {
    supports: 'cited in support',
    contradicts: 'cited as contradicting',
    background: 'cited as background',
  },
  certainty: (certainty) => `certainty: ${certainties[certainty]}`,
  months: (count) => (count === 1 ? '1 month' : `${String(count)} months`),
  design: (design, included) =>
    included === undefined
      ? designs[design]
      : `${designs[design]} (strongest design included: ${designs[included]})`,
  oxfordLevel: (level) => `OCEBM 2011 level ${String(level)}`,
  jurisdiction: (code) => jurisdictions[code] ?? code.toUpperCase(),
  date: sayDate,
  notEstablished: ({ therapy, jurisdiction, searchedOn }) =>
    `${therapy}: regulatory status in ${jurisdiction} not established. A search on ${searchedOn} found no document of a regulator there that states it.`,
  claimRemoved: ({ date, reason }) =>
    `A statement that stood here was removed on ${date}: ${reason}`,
  sourceNotice: ({ status, notice }) => {
    const said = {
      active: '',
      corrected: 'A correction of this source was published',
      concern: 'An expression of concern about this source was published',
      retracted: 'This source was retracted',
    }[status]
    if (said === '') return ''
    return notice === undefined ? `${said}.` : `${said}: ${notice}.`
  },
  statusChecked: (date) => (date === undefined ? 'not checked' : `checked on ${sayDate(date)}`),
  leftChannel: 'It is no longer published in this channel.',
  headings: {
    regulatoryStatus: 'Regulatory status',
    record: 'The study on record',
    citedBy: 'Cited by',
    reviewedBy: 'Reviewed by',
  },
  labels: {
    kind: 'Kind of statement',
    direction: 'Direction',
    certainty: 'Certainty of the evidence (GRADE)',
    certaintyReason: 'Reason for the certainty',
    therapy: 'Therapy',
    condition: 'Condition',
    population: 'Population',
    outcome: 'Outcome',
    comparator: 'Compared with',
    followUp: 'Follow-up',
    jurisdiction: 'Jurisdiction',
    regulatoryStatus: 'Regulatory status',
    sourceType: 'Kind of source',
    design: 'Design',
    sampleSize: 'Sample size',
    intervention: 'Intervention',
    primaryOutcomeMet: 'Primary outcome met',
    result: 'Result',
    harms: 'Harms',
    funding: 'Funding',
    status: 'Status of the source',
    locator: 'Where',
    quote: 'Quotation',
  },
  yes: 'yes',
  no: 'no',
  harmsNotReported: 'not reported in the record',
  citedByNone: 'No statement in this channel cites it.',
}
