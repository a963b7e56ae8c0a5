import { z } from 'zod'
import { feedUrl, schemaPath } from '../model/index.ts'
import { releasePublished, webhookTest } from './events.ts'
import { articleItem, claimItem, studyItem, therapyItem } from './items.ts'
import { jsonFeedFile } from './jsonFeed.ts'
import { changesFile, channelIndexFile, indexFile, referencesFile } from './lists.ts'

/** The schema of every JSON file in a feed and of every event, by the name under which it is served. */
export const feedSchemas = {
  index: indexFile.meta({ title: 'The current release and its channels' }),
  channel: channelIndexFile.meta({ title: 'The items of a channel' }),
  changes: changesFile.meta({ title: 'What a release changed in a channel' }),
  therapy: therapyItem.meta({ title: 'A therapy' }),
  article: articleItem.meta({ title: 'An article' }),
  claim: claimItem.meta({ title: 'A claim' }),
  study: studyItem.meta({ title: 'A study' }),
  feed: jsonFeedFile.meta({ title: 'The newest items of a channel as JSON Feed 1.1' }),
  references: referencesFile.meta({ title: 'All sources cited in a channel, as CSL-JSON' }),
  'release-published': releasePublished.meta({ title: 'What a webhook tells of a release' }),
  'webhook-test': webhookTest.meta({ title: 'What a webhook is tried out with' }),
} as const

export type SchemaName = keyof typeof feedSchemas

export const schemaNames = Object.keys(feedSchemas) as readonly SchemaName[]

/** The public address of a schema, which is also its `$id`. */
export function schemaUrl(publicUrl: string, name: SchemaName): string {
  return feedUrl(publicUrl, schemaPath(name))
}

/**
 * A schema as JSON Schema 2020-12. Objects are open: a later release may add optional properties
 * without breaking whoever checks against the schema of an earlier one.
 */
export function jsonSchema(publicUrl: string, name: SchemaName): object {
  const schema = z.toJSONSchema(feedSchemas[name], { target: 'draft-2020-12', io: 'input' })
  return { ...schema, $id: schemaUrl(publicUrl, name) }
}
