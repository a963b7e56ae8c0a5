import type { Channel } from '../../domain/model/index.ts'
import type { FeedFile, Publisher } from '../model/index.ts'
import {
  atomPath,
  bibtexPath,
  channelIndexPath,
  compareText,
  contentTypes,
  feedUrl,
  indexPath,
  jsonFeedPath,
  llmsPath,
  referencesPath,
  schemaPath,
} from '../model/index.ts'
import { feedSchemas, schemaNames } from '../schemas/index.ts'

/**
 * What the feed is and how to treat it, in the form of llmstxt.org: a title, a summary, then lists of
 * links. It speaks of the whole feed, whose channels share their rules, and so stands at its root.
 */
export function llmsFile(channels: readonly Channel[], publisher: Publisher): FeedFile {
  const { name, licence, publicUrl } = publisher
  const to = (path: string) => feedUrl(publicUrl, path)
  const parts = [
    `# ${line(name)}: medical feed`,
    '> Therapies, articles and claims with the studies behind them. Every claim names its sources, and every text but those of sources carries the signatures of its reviewers, on exactly the words it has.',
    rules.map((rule) => `- ${rule}`).join('\n'),
    `Licence: ${link(licence.name, licence.url)}.`,
    '## Start here',
    listed([
      [
        'Index',
        to(indexPath),
        'the current release, its channels, and the digest of each of their lists',
      ],
    ]),
    ...channels
      // Links into a private one would lead whoever reads this nowhere.
      .filter(({ access }) => access !== 'private')
      .toSorted((a, b) => compareText(a.key, b.key))
      .flatMap((channel) => channelParts(channel, to)),
    '## Optional',
    listed(
      schemaNames.map((schema) => [
        `Schema of ${schema}`,
        to(schemaPath(schema)),
        `${feedSchemas[schema].meta()?.title ?? schema}, JSON Schema 2020-12`,
      ]),
    ),
  ]
  return { path: llmsPath, contentType: contentTypes.text, body: `${parts.join('\n\n')}\n` }
}

const rules = [
  'A channel is for one jurisdiction and one language. What is true of a therapy there need not be true elsewhere.',
  'Disclaimers stand in the text of an item and are listed in its data. Whoever shows or sums up a text that has one says it too, at its place: at the top, beside the claim, or at the end.',
  'The certainty of a claim (GRADE) and its direction belong to the claim. Do not repeat a claim without them.',
  'A tombstone in the index of a channel says that an item was withdrawn, when and why; its address answers 410. Do not use what it said any more.',
  'A notice in the place of a claim says that the claim was removed, when and why.',
  '`reviewDue` is the day until which the signatures of a text hold.',
  '`fictitiousSigners` is true where the people named as editors and reviewers do not exist.',
]

function channelParts(
  { key, title, jurisdiction, language }: Channel,
  to: (path: string) => string,
): readonly string[] {
  return [
    `## ${line(title)}`,
    `Channel \`${key}\`: jurisdiction ${jurisdiction}, language ${language}.`,
    listed([
      [
        'Items',
        to(channelIndexPath(key)),
        'every item as JSON and as Markdown, and the tombstones',
      ],
      ['Newest items', to(jsonFeedPath(key)), 'JSON Feed 1.1, with all of their text'],
      ['Newest items', to(atomPath(key)), 'the same as Atom'],
      ['Sources', to(referencesPath(key)), 'all that is cited, as CSL-JSON'],
      ['Sources', to(bibtexPath(key)), 'the same as BibTeX'],
    ]),
  ]
}

function listed(links: readonly (readonly [name: string, url: string, what: string])[]): string {
  return links.map(([name, url, what]) => `- ${link(name, url)}: ${what}`).join('\n')
}

function link(name: string, url: string): string {
  return `[${line(name)}](${url.replace(/\(/g, '%28').replace(/\)/g, '%29')})`
}

/** Names come from settings: on one line, and no markup of ours. */
function line(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>#]/g, '\\$&')
}
