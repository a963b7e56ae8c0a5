import type { Article, Section, Therapy } from '../../../src/domain/model/index.ts'
import { richTextToLexical } from '../../../src/intake/richText/index.ts'
import { claimAlone, headingOf, listOf, paragraphOf, tableOf } from './blocks.ts'
import { claimKey } from './claims.ts'
import type { Random } from './random.ts'
import { keysAsIds, stored } from './stored.ts'
import type { PageName } from './pageName.ts'

export function therapyOf(name: PageName, channels: readonly string[], random: Random): Therapy {
  return {
    kind: 'therapy',
    alternateNames: [`generated therapy no. ${name.topic}`],
    ...bodyOf(name, channels, random),
  }
}

export function articleOf(name: PageName, channels: readonly string[], random: Random): Article {
  return { kind: 'article', therapies: [name.therapy], ...bodyOf(name, channels, random) }
}

type PageBody = Omit<Therapy, 'kind' | 'alternateNames'>

/** About 5 KB of Markdown, in which the page's five claims stand. */
function bodyOf(
  { key, title, therapy, condition }: PageName,
  channels: readonly string[],
  random: Random,
): PageBody {
  return {
    key,
    language: 'en',
    title,
    summary: `What was generated about ${therapy} on the page ${key}, and how sure it is.`,
    conditions: [condition],
    channels,
    statusNotEstablished: ['us', 'gb'].map((jurisdiction) => ({
      therapy,
      jurisdiction,
      searchedOn: '2026-01-05',
    })),
    sections: sectionsOf(key, random),
  }
}

function sectionsOf(key: string, random: Random): readonly Section[] {
  const claim = (index: number) => claimKey(key, index)
  const section = (
    heading: string,
    aspect: Section['aspect'],
    ...children: Section['body']['children']
  ): Section => ({
    heading,
    aspect,
    body: stored(richTextToLexical({ type: 'root', children }, keysAsIds)),
  })
  return [
    section(
      'Overview',
      'OverviewHealthAspect',
      paragraphOf(`${key}-a`, 5, random),
      claimAlone(claim(0)),
      paragraphOf(`${key}-b`, 4, random),
    ),
    section(
      'What the evidence says',
      'EffectivenessHealthAspect',
      headingOf('Generated trials'),
      paragraphOf(`${key}-c`, 4, random),
      tableOf(`${key}-d`, 4, [claim(1), claim(2)], random),
      headingOf('Generated comparisons'),
      paragraphOf(`${key}-e`, 4, random),
      claimAlone(claim(3)),
    ),
    section(
      'Risks',
      'RisksOrComplicationsHealthAspect',
      claimAlone(claim(4)),
      listOf(`${key}-f`, 6, random),
    ),
    section(
      'How to get it',
      'GettingAccessHealthAspect',
      paragraphOf(`${key}-g`, 3, random),
      tableOf(`${key}-h`, 4, [], random),
    ),
    section('What is unknown', 'RelatedTopicsHealthAspect', listOf(`${key}-i`, 5, random)),
  ]
}
