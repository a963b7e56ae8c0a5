import { root } from './exampleItems.ts'

const listItem = {
  type: 'object',
  required: ['kind', 'key', 'title', 'version', 'digests', 'paths'],
}

const item = {
  type: 'object',
  required: ['key', 'url', 'contentHash'],
  properties: {
    version: { type: 'integer', minimum: 1 },
    url: { type: 'string', format: 'uri' },
  },
}

const schemas = {
  index: { type: 'object', required: ['release', 'channels', 'schemas'] },
  channel: { type: 'object', properties: { items: { type: 'array', items: listItem } } },
  changes: { type: 'object', properties: { upserts: { type: 'array', items: listItem } } },
  claim: item,
  study: item,
  therapy: item,
  references: { type: 'array', items: { type: 'object', required: ['id'] } },
}

/** Schemas that say as much as the tests need. */
export const exampleSchemas: Readonly<Record<string, Record<string, unknown>>> = Object.fromEntries(
  Object.entries(schemas).map(([name, schema]) => [
    name,
    {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `${root}schema/${name}.json`,
      ...schema,
    },
  ]),
)
