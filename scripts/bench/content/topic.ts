import type { Article, Claim, Study, Therapy } from '../../../src/domain/model/index.ts'
import type { PageName } from './pageName.ts'
import { claimsOf, claimsPerPage } from './claims.ts'
import { articleOf, therapyOf } from './pages.ts'
import { seededRandom } from './random.ts'
import { studiesOf, studiesPerTopic } from './studies.ts'

/** One therapy and all that is said of it: it names nothing outside but conditions. */
export interface Topic {
  readonly studies: readonly Study[]
  readonly claims: readonly Claim[]
  readonly therapy: Therapy
  readonly articles: readonly Article[]
}

const articlesPerTopic = 4

/** A tenth of the items are pages, half are claims, four tenths are studies. */
export const itemsPerTopic = (1 + articlesPerTopic) * (1 + claimsPerPage) + studiesPerTopic

export interface TopicOptions {
  readonly seed: number
  /** Keys of the channels that its pages go to. */
  readonly channels: readonly string[]
  /** Keys of the conditions there are. */
  readonly conditions: readonly string[]
}

/** The topic with this number; the same number and options give the same topic. */
export function topicOf(number: number, { seed, channels, conditions }: TopicOptions): Topic {
  const random = seededRandom(seed * 1_000_003 + number)
  const therapy = `generated-therapy-${number}`
  const about = { topic: number, therapy, condition: random.pick(conditions) }
  const page: PageName = { ...about, key: therapy, title: `Generated therapy ${number}` }
  const articles = Array.from({ length: articlesPerTopic }, (_, index): PageName => ({
    ...about,
    key: `generated-article-${number}-${index}`,
    title: `Generated article ${index} on generated therapy ${number}`,
  }))
  return {
    studies: studiesOf(number, random),
    claims: [page, ...articles].flatMap((name) => claimsOf(name, random)),
    therapy: therapyOf(page, channels, random),
    articles: articles.map((name) => articleOf(name, channels, random)),
  }
}
