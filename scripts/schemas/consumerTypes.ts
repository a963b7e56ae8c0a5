import { compile, type JSONSchema } from 'json-schema-to-typescript'
import { isDeepStrictEqual } from 'node:util'
import { jsonSchema, schemaNames } from '../../src/feeds/index.ts'
import type { SchemaName } from '../../src/feeds/index.ts'

type Schema = Readonly<Record<string, unknown>>

const typeNames: Readonly<Record<SchemaName, string>> = {
  index: 'IndexFile',
  channel: 'ChannelIndexFile',
  changes: 'ChangesFile',
  therapy: 'TherapyItem',
  article: 'ArticleItem',
  claim: 'ClaimItem',
  study: 'StudyItem',
  references: 'ReferencesFile',
  feed: 'JsonFeedFile',
  'release-published': 'ReleasePublishedEvent',
  'webhook-test': 'WebhookTestEvent',
}

const banner = `/**
 * The JSON files of a feed. Written by \`npm run generate\` from the schemas that the feed serves; a
 * site needs no library to use them. Objects are open: a later release may add optional properties.
 */`

/**
 * TypeScript types of all files of a feed, which import nothing. They come from the JSON Schemas and
 * not from the library those are written with, so that a site can be typed without that library.
 */
export async function consumerTypes(): Promise<string> {
  const definitions: Record<string, Schema> = {}
  const define = (name: string, schema: Schema): void => {
    const known = definitions[name]
    if (known !== undefined && !isDeepStrictEqual(known, schema)) {
      throw new Error(`Two schemas define ${name} differently. Give one of them another id.`)
    }
    definitions[name] = schema
  }
  for (const name of schemaNames) {
    const { $defs = {}, ...schema } = jsonSchema('https://feed.invalid', name) as Schema
    for (const [own, definition] of Object.entries($defs as Readonly<Record<string, Schema>>)) define(own, unnamed(definition))
    define(typeNames[name], unnamed(schema))
  }
  const files = {
    type: 'object',
    description: 'Every JSON file of a feed and every event of a webhook, by the name of its schema.',
    required: [...schemaNames],
    properties: Object.fromEntries(
      schemaNames.map((name) => [name, { $ref: `#/$defs/${typeNames[name]}` }]),
    ),
    $defs: definitions,
  }
  const types = await compile(files as JSONSchema, 'FeedFiles', {
    additionalProperties: false,
    bannerComment: banner,
    style: { semi: false, singleQuote: true, printWidth: 100 },
  })
  return `${types}\n/** What an item can be. */\nexport type FeedItem = TherapyItem | ArticleItem | ClaimItem | StudyItem\n`
}

/** A schema that is named by its place alone; its titles are sentences, and would name its types. */
function unnamed({ $id: _address, $schema: _dialect, id: _id, title: _title, ...schema }: Schema): Schema {
  return schema
}
