import type { PersonName, Study, StudyDesign } from '../../../src/domain/model/index.ts'
import type { Random } from './random.ts'
import { plainSentence } from './sentences.ts'

export const studiesPerTopic = 20

/** Every fifth is a trial, so that every list of ten in a row holds two. */
const designs: readonly StudyDesign[] = [
  'randomized-controlled-trial',
  'cohort',
  'systematic-review',
  'case-series',
  'animal',
]

const families = ['Vadalà', 'González-Vallinas', 'van der Sample', 'O’Example', 'Łukasiewicz', 'Ng']
const givens = ['Jean-Marie B', 'Ada', 'Søren', 'Francisco J', 'Yue', 'Hans-Jörg']

/** The sources of one topic, with full bibliography and facts. None of them exists. */
export function studiesOf(topic: number, random: Random): readonly Study[] {
  return Array.from({ length: studiesPerTopic }, (_, index) => studyOf(topic, index, random))
}

export function studyKey(topic: number, index: number): string {
  return `generated-study-${topic}-${index}`
}

/** No DOI is registered under 10.900000; the other numbers lie above those that were ever given. */
function studyOf(topic: number, index: number, random: Random): Study {
  const { between } = random
  const name = `${topic}-${index}`
  const number = topic * studiesPerTopic + index
  const design = designs[index % designs.length] ?? 'cohort'
  const [page, year] = [between(100, 1800), between(1998, 2025)]
  return {
    kind: 'study',
    key: studyKey(topic, index),
    sourceType: 'study',
    title: `Generated study ${name}: a multicentre evaluation of ${between(2, 9)}–${between(10, 40)} × 10⁶ cells versus saline (“GEN-${number}”)`,
    authors: Array.from({ length: between(3, 12) }, (): PersonName => ({
      family: random.pick(families),
      given: random.pick(givens),
    })),
    authorsComplete: between(0, 4) > 0,
    containerTitle: `Journal of Generated Results ${topic % 40}`,
    issued: between(0, 1) === 0 ? String(year) : `${year}-0${between(1, 9)}`,
    volume: String(between(1, 90)),
    issue: String(between(1, 12)),
    page: `${page}-${page + between(3, 14)}`,
    identifiers: {
      doi: `10.900000/generated.${topic}(${index})<${number}>`,
      pmid: String(90_000_017 + number),
      ...(design === 'randomized-controlled-trial' ? { nct: `NCT${90_000_017 + number}` } : {}),
    },
    design,
    ...(design === 'systematic-review' ? { includedDesign: 'cohort' as const } : {}),
    sampleSize: between(12, 900),
    population: `Generated people ${name}, aged ≥${between(18, 60)}, with a score of ${between(3, 9)}/10`,
    intervention: `One generated injection of ${between(1, 5)}.${between(0, 9)} mL (10⁶–10⁹ cells)`,
    comparator: 'Generated saline, 0.9 %',
    followUpMonths: between(1, 60),
    primaryOutcomeMet: between(0, 1) === 1,
    result: plainSentence(`of study ${name}`, random),
    harms: `Generated harms ${name}: soreness in ${between(1, 20)} of ${between(21, 90)} (p=0.${between(10, 99)}).`,
    funding: `Generated fund ${between(1, 99)}`,
    status: 'active',
    statusChecked: `2026-01-0${between(1, 9)}`,
  }
}
