import { z } from 'zod'
import { withdrawalKinds } from '../../domain/model/index.ts'
import { reasonKinds } from '../model/index.ts'
import { feedKind, isoDate, key, sha256 } from './common.ts'

/** What webhooks tell. They are no files of the feed: they say that there is something to pull. */

const withdrawal = z
  .object({
    kind: feedKind,
    key,
    reasonKind: z.enum(reasonKinds),
    withdrawalKind: z.enum(withdrawalKinds).exactOptional(),
    supersededBy: z.object({ kind: feedKind, key }).exactOptional(),
    date: isoDate,
    reason: z.string().describe('As in the tombstone, cut after some three hundred characters.'),
  })
  .meta({ id: 'EventWithdrawal', description: 'An item that left the channel: see its tombstone.' })

const changedChannel = z
  .object({
    channel: key,
    changes: z
      .string()
      .describe('Path of the full list of changes, relative to the root of the feed.'),
    added: z.int().min(0),
    changed: z.int().min(0),
    withdrawn: z.int().min(0),
    withdrawals: z
      .array(withdrawal)
      .describe('As many as fit; `withdrawn` counts all, and the list of changes has them.'),
  })
  .meta({ id: 'ChangedChannel' })

const envelope = {
  $schema: z.url(),
  timestamp: z.iso.datetime().describe('When it happened; the same at each attempt to tell it.'),
}

export const releasePublished = z.object({
  ...envelope,
  type: z.literal('release.published'),
  data: z.object({
    feed: z.url().describe('Root of the feed. Pull from the address you know, not from this one.'),
    release: z.int().min(1),
    digest: sha256.describe('SHA-256 of the index.json of the release.'),
    channels: z.array(changedChannel),
  }),
})

export const webhookTest = z.object({
  ...envelope,
  type: z.literal('webhook.test'),
  data: z.object({ site: key, webhook: key }),
})

export type ReleasePublished = z.infer<typeof releasePublished>
export type WebhookTest = z.infer<typeof webhookTest>
