import type { Citation, Claim } from '../../../src/domain/model/index.ts'
import type { Random } from './random.ts'
import { plainSentence } from './sentences.ts'
import { studiesPerTopic, studyKey } from './studies.ts'
import type { PageName } from './pageName.ts'

export const claimsPerPage = 5
const citationsPerClaim = 10

type Kind = Pick<Claim, 'claimKind' | 'direction' | 'certainty'>

/** What the five claims of a page are, in the order of their places on it. */
const kinds: readonly Kind[] = [
  { claimKind: 'procedure', direction: 'unclear', certainty: 'low' },
  { claimKind: 'benefit', direction: 'favours', certainty: 'low' },
  { claimKind: 'benefit', direction: 'noDifference', certainty: 'moderate' },
  { claimKind: 'comparison', direction: 'favours', certainty: 'very-low' },
  { claimKind: 'harm', direction: 'against', certainty: 'low' },
]

export function claimKey(page: string, index: number): string {
  return `${page}-claim-${index}`
}

export function claimsOf({ key, topic, therapy, condition }: PageName, random: Random): Claim[] {
  return kinds.map((kind, index) => ({
    kind: 'claim',
    key: claimKey(key, index),
    language: 'en',
    therapy,
    condition,
    ...kind,
    statement: plainSentence(claimKey(key, index), random),
    outcome: `Generated outcome ${index} (0–100 points)`,
    population: `Generated people of page ${key}, ≥${random.between(18, 60)} years`,
    comparator: 'Generated saline',
    followUpMonths: random.between(1, 60),
    certaintyReason: `Generated reason: ${random.between(20, 90)} people, 95% CI ${random.between(1, 4)}–${random.between(5, 9)}.`,
    citations: citations(topic, random),
  }))
}

/** Ten of the topic's sources in a row: six for the claim, two against it, two as background. */
function citations(topic: number, random: Random): Citation[] {
  // Ten in a row hold a trial wherever they begin; it has to be among the first six to support.
  const first = random.between(0, studiesPerTopic - 1)
  return Array.from({ length: citationsPerClaim }, (_, index): Citation => ({
    study: studyKey(topic, (first + index) % studiesPerTopic),
    stance: index < 6 ? 'supports' : index < 8 ? 'contradicts' : 'background',
    ...(index % 3 === 0 ? { locator: `Table ${random.between(1, 6)}` } : {}),
    ...(index % 4 === 0
      ? { quote: `generated words: ${random.between(1, 9)} ± ${random.between(1, 9)} (p<0.05)` }
      : {}),
  }))
}
