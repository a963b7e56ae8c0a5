import type { Channel } from '../../domain/model/index.ts'
import { publisherContent, sortedJson } from '../items/index.ts'
import type { FeedFile, Publisher } from '../model/index.ts'
import {
  atomPath,
  bibtexPath,
  changesPath,
  channelIndexPath,
  compareText,
  contentTypes,
  indexPath,
  jsonFeedPath,
  llmsPath,
  schemaPath,
  vocabularyPath,
} from '../model/index.ts'
import { ownVocabulary } from '../linkedData/index.ts'
import type { IndexFile } from '../schemas/index.ts'
import { jsonSchema, schemaNames, schemaUrl } from '../schemas/index.ts'

/** SHA-256 of the lists of a channel, lower-case hex. */
export interface ListDigests {
  readonly index: string
  readonly changes: string
  readonly references: string
  readonly feed: string
  readonly atom: string
  readonly bibliography: string
}

export interface IndexInput {
  readonly publisher: Publisher
  readonly release: number
  /** The release before, and the digest of its `index.json`. */
  readonly previous: { readonly release: number; readonly digest: string } | undefined
  readonly channels: readonly { readonly channel: Channel; readonly digests: ListDigests }[]
  /** SHA-256 of each schema file, by path. */
  readonly schemaDigests: ReadonlyMap<string, string>
  /** SHA-256 of `llms.txt`. */
  readonly guideDigest: string
  /** SHA-256 of the vocabulary file. */
  readonly vocabularyDigest: string
}

/**
 * The file that names a release: its lists by digest, which name its items by digest, and the release
 * before by the digest of its own such file. Its digest is the digest of the release.
 */
export function indexFile(input: IndexInput): FeedFile {
  const { publisher, release, previous, schemaDigests, guideDigest, vocabularyDigest } = input
  const channels = input.channels.toSorted((a, b) => compareText(a.channel.key, b.channel.key))
  const body: IndexFile = {
    $schema: schemaUrl(publisher.publicUrl, 'index'),
    release,
    previous,
    channels: channels.map(
      ({ channel: { key, title, jurisdiction, language, access }, digests }) => ({
        key,
        title,
        jurisdiction,
        language,
        ...(access === undefined ? {} : { access }),
        path: channelIndexPath(key),
        changes: changesPath(key, release),
        feed: jsonFeedPath(key),
        atom: atomPath(key),
        bibliography: bibtexPath(key),
        digests: { ...digests },
      }),
    ),
    schemas: Object.fromEntries(schemaNames.map((name) => [name, schemaPath(name)])),
    schemaDigests: Object.fromEntries(
      schemaNames.map((name) => [name, schemaDigests.get(schemaPath(name)) ?? '']),
    ),
    guide: { path: llmsPath, digest: guideDigest },
    vocabulary: { path: vocabularyPath, digest: vocabularyDigest },
    ...publisherContent({ publisher }),
  }
  return { path: indexPath, contentType: contentTypes.json, body: sortedJson(body) }
}

/** The JSON Schema of every JSON file of a feed. */
export function schemaFiles({ publicUrl }: Pick<Publisher, 'publicUrl'>): readonly FeedFile[] {
  return schemaNames.map((name) => ({
    path: schemaPath(name),
    contentType: contentTypes.schema,
    body: sortedJson(jsonSchema(publicUrl, name)),
  }))
}

/** What our own terms in the JSON-LD of items mean. */
export function vocabularyFile({ publicUrl }: Publisher): FeedFile {
  return {
    path: vocabularyPath,
    contentType: contentTypes.jsonLd,
    body: sortedJson(ownVocabulary(publicUrl)),
  }
}
