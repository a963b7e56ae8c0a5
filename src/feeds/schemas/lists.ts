import { z } from 'zod'
import { withdrawalKinds } from '../../domain/model/index.ts'
import { reasonKinds } from '../model/index.ts'
import { feedKind, isoDate, key, licence, publisher, sha256, version } from './common.ts'
import { cslItem } from './csl.ts'

const paths = z.object({ json: z.string(), markdown: z.string() })
const digests = z
  .object({ json: sha256, markdown: sha256 })
  .describe('SHA-256 of the bytes of each form.')

const item = z
  .object({
    kind: feedKind,
    key,
    title: z.string(),
    version,
    digests,
    paths: paths.describe('Relative to the root of the feed.'),
    lastReviewed: isoDate.optional(),
    reviewDue: isoDate.optional(),
  })
  .meta({ id: 'IndexItem' })

const tombstone = z
  .object({
    kind: feedKind,
    key,
    title: z.string(),
    version,
    reason: z.string(),
    reasonKind: z.enum(reasonKinds),
    withdrawalKind: z
      .enum(withdrawalKinds)
      .exactOptional()
      .describe(
        'Why a person withdrew it: its evidence fell, it could harm, it may not be said, or another item takes its place.',
      ),
    supersededBy: z
      .object({ kind: feedKind, key })
      .exactOptional()
      .describe('What takes its place; it need not be in this channel.'),
    date: isoDate,
    release: z.int().min(1),
  })
  .meta({ id: 'Tombstone', description: 'An item that left the channel. Take it down.' })

const channel = {
  key,
  title: z.string(),
  jurisdiction: z.string(),
  language: z.string(),
}

export const channelIndexFile = z.object({
  $schema: z.url(),
  channel: z.object(channel),
  items: z.array(item),
  tombstones: z.array(tombstone),
  references: z.string().describe('Path of the bibliography.'),
  publisher,
  licence,
})

export const changesFile = z.object({
  $schema: z.url(),
  channel: key,
  release: z.int().min(1),
  previous: z.int().min(1).optional().describe('The release that these changes start from.'),
  upserts: z.array(item.extend({ change: z.enum(['added', 'changed']) })),
  withdrawals: z.array(tombstone),
})

export const indexFile = z.object({
  $schema: z.url(),
  release: z.int().min(1),
  previous: z
    .object({ release: z.int().min(1), digest: sha256.optional() })
    .optional()
    .describe('The release before and the digest of its manifest.'),
  channels: z.array(z.object({ ...channel, path: z.string(), changes: z.string() })),
  schemas: z.record(z.string(), z.string()).describe('Path of each JSON Schema, by its name.'),
  publisher,
  licence,
})

export const referencesFile = z.array(cslItem)

export type ChannelIndexFile = z.infer<typeof channelIndexFile>
export type ChangesFile = z.infer<typeof changesFile>
export type IndexFile = z.infer<typeof indexFile>
export type ReferencesFile = z.infer<typeof referencesFile>
export type IndexItem = z.infer<typeof item>
