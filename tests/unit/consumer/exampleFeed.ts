import type { NewRelease, Tombstone } from '../../../src/store/index.ts'
import { sha256Hex } from '../../../src/store/index.ts'

export type Texts = Record<string, string>
type Json = Record<string, unknown>

const root = 'https://feeds.example/feeds/v1/'
const picture = 'not really a picture'
export const picturePath = `media/${sha256Hex(Buffer.from(picture))}.png`
const hash = `cg1-${'ab'.repeat(32)}`

const listItem = {
  type: 'object',
  required: ['kind', 'key', 'title', 'version', 'digests', 'paths'],
}
const schemas: Readonly<Record<string, Json>> = {
  index: { type: 'object', required: ['release', 'channels', 'schemas'] },
  channel: { type: 'object', properties: { items: { type: 'array', items: listItem } } },
  changes: { type: 'object', properties: { upserts: { type: 'array', items: listItem } } },
  claim: {
    type: 'object',
    required: ['key', 'url', 'contentHash'],
    properties: {
      version: { type: 'integer', minimum: 1 },
      url: { type: 'string', format: 'uri' },
    },
  },
  references: { type: 'array', items: { type: 'object', required: ['id'] } },
}

export const claim = {
  $schema: `${root}schema/claim.json`,
  kind: 'claim',
  key: 'made-up',
  version: 3,
  title: 'A made-up claim',
  contentHash: hash,
  url: `${root}us-en/claims/made-up.json`,
  markdownUrl: `${root}us-en/claims/made-up.md`,
  media: [{ url: root + picturePath }],
  sections: [{ markdown: 'A placeholder.[^source]\n\n[^source]: A made-up source.\n' }],
  elsewhere: 'https://doi.org/10.5555/placeholder',
}

export const claimMarkdown = `---
title: A made-up claim
key: made-up
kind: claim
version: 3
contentHash: ${hash}
---

# A made-up claim

A placeholder.[^source] Not a footnote: \\[^2]; nor is \`[^3]\`.

![A picture](${root}${picturePath}) and [the same as JSON](made-up.json#top), [elsewhere](https://example.org/[^4]).

[^source]: A made-up source. <https://doi.org/10.5555/placeholder>
`

export const fallen: Tombstone = {
  kind: 'claim',
  key: 'fallen',
  channel: 'us-en',
  reason: 'Made up.',
  date: '2026-02-28',
}

/**
 * The files of a small release that is in order, by path. What is changed is changed in the index
 * that names it as well, so that only what a test does on purpose is wrong.
 */
export function feedTexts(changes: { claim?: Json; markdown?: string; index?: Json } = {}): Texts {
  const json = JSON.stringify({ ...claim, ...changes.claim })
  const markdown = changes.markdown ?? claimMarkdown
  const item = {
    kind: 'claim',
    key: 'made-up',
    title: 'A made-up claim',
    version: 3,
    digests: {
      json: sha256Hex(Buffer.from(json)),
      markdown: sha256Hex(Buffer.from(markdown)),
    },
    paths: { json: 'us-en/claims/made-up.json', markdown: 'us-en/claims/made-up.md' },
  }
  const schemaPaths = Object.keys(schemas).map((name) => [name, `schema/${name}.json`] as const)
  return {
    ...Object.fromEntries(
      schemaPaths.map(([name, path]) => [
        path,
        JSON.stringify({
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          $id: root + path,
          ...schemas[name],
        }),
      ]),
    ),
    'index.json': JSON.stringify({
      $schema: `${root}schema/index.json`,
      release: 1,
      channels: [{ key: 'us-en', path: 'us-en/index.json', changes: 'us-en/changes/1.json' }],
      schemas: Object.fromEntries(schemaPaths),
      ...changes.index,
    }),
    'us-en/index.json': JSON.stringify({
      $schema: `${root}schema/channel.json`,
      channel: { key: 'us-en' },
      items: [item],
      tombstones: [{ kind: 'claim', key: 'fallen', reason: 'Made up.', date: '2026-02-28' }],
      references: 'us-en/references.json',
    }),
    'us-en/changes/1.json': JSON.stringify({
      $schema: `${root}schema/changes.json`,
      release: 1,
      upserts: [item],
    }),
    'us-en/references.json': JSON.stringify([{ id: 'source' }]),
    'us-en/claims/made-up.json': json,
    'us-en/claims/made-up.md': markdown,
    [picturePath]: picture,
  }
}

const contentTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  png: 'image/png',
}

export function releaseOfTexts(
  texts: Readonly<Texts>,
  tombstones: Readonly<Record<string, Tombstone>> = {
    'us-en/claims/fallen.json': fallen,
    'us-en/claims/fallen.md': fallen,
  },
): NewRelease {
  return {
    files: Object.entries(texts).map(([path, text]) => ({
      path,
      contentType: contentTypes[path.slice(path.lastIndexOf('.') + 1)] ?? '',
      body: Buffer.from(text),
    })),
    tombstones,
    expected: null,
    now: new Date('2026-03-01T10:00:00.000Z'),
  }
}
