import { z } from 'zod'
import {
  certainties,
  claimKinds,
  directions,
  regulatoryStatuses,
  slotPlaces,
  withdrawalKinds,
} from '../../domain/model/index.ts'
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
    media: z
      .array(z.string())
      .optional()
      .describe('Paths of the files that the item shows; a file is named by its SHA-256.'),
    lastReviewed: isoDate.optional(),
    reviewDue: isoDate.optional(),
    modified: z.iso
      .datetime()
      .optional()
      .describe('When what it says was last published, signed or withheld in part.'),
  })
  .meta({ id: 'IndexItem' })

export const tombstone = z
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
    at: z.iso
      .datetime()
      .exactOptional()
      .describe('The instant at which it left; tombstones of early releases have only the date.'),
    release: z.int().min(1),
  })
  .meta({ id: 'Tombstone', description: 'An item that left the channel. Take it down.' })

const channel = {
  key,
  title: z.string(),
  jurisdiction: z.string(),
  language: z.string(),
}

const slot = z
  .object({
    slot: key,
    place: z.enum(slotPlaces),
    when: z
      .object({
        claimKinds: z.array(z.enum(claimKinds)),
        directions: z.array(z.enum(directions)),
        certainties: z.array(z.enum(certainties)),
        regulatoryStatuses: z.array(z.enum(regulatoryStatuses)),
        therapies: z.array(key),
      })
      .describe(
        'A claim has to match every list; an empty list asks nothing. A slot that asks for therapies alone is also required on pages about one of them, and one that asks for nothing always.',
      ),
  })
  .meta({ id: 'Slot', description: 'A place that a disclaimer has to fill.' })

export const channelIndexFile = z.object({
  $schema: z.url(),
  channel: z.object({
    ...channel,
    slots: z
      .array(slot)
      .optional()
      .describe('What disclaimers the channel requires, in the order in which they are read.'),
  }),
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
    .describe('The release before and the SHA-256 of its index.json, which names all its content.'),
  channels: z.array(
    z.object({
      ...channel,
      access: z
        .literal('private')
        .exactOptional()
        .describe('Only sites with a key read this channel; absent where anybody does.'),
      path: z.string(),
      changes: z.string(),
      feed: z.string().optional().describe('Path of the newest items as JSON Feed 1.1.'),
      atom: z.string().optional().describe('Path of the newest items as Atom (RFC 4287, 6721).'),
      bibliography: z.string().optional().describe('Path of the bibliography as BibTeX.'),
      digests: z
        .object({
          index: sha256,
          changes: sha256,
          references: sha256,
          feed: sha256.optional(),
          atom: sha256.optional(),
          bibliography: sha256.optional(),
        })
        .optional()
        .describe('SHA-256 of the bytes of each list of the channel.'),
    }),
  ),
  schemas: z.record(z.string(), z.string()).describe('Path of each JSON Schema, by its name.'),
  schemaDigests: z
    .record(z.string(), sha256)
    .optional()
    .describe('SHA-256 of the bytes of each JSON Schema, by its name.'),
  guide: z
    .object({ path: z.string(), digest: sha256 })
    .optional()
    .describe('What the feed is and how to treat it, for readers that know nothing of it.'),
  vocabulary: z
    .object({ path: z.string(), digest: sha256 })
    .optional()
    .describe('Says what the terms of JSON-LD mean that are not those of schema.org.'),
  publisher,
  licence,
})

export const referencesFile = z.array(cslItem)

export type ChannelIndexFile = z.infer<typeof channelIndexFile>
export type ChangesFile = z.infer<typeof changesFile>
export type IndexFile = z.infer<typeof indexFile>
export type ReferencesFile = z.infer<typeof referencesFile>
export type IndexItem = z.infer<typeof item>
