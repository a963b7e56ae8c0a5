import type { BasePayload } from 'payload'
import type { Behind, ReleaseDay } from '../sites/index.ts'
import { behindOf } from '../sites/index.ts'
import { idOf } from './loadKeys.ts'

const all = { pagination: false, depth: 0 } as const

/** What a site last said of a channel that it takes. */
export interface ChannelStanding {
  readonly channel: string
  /** Release that it applied; null when it never said so. */
  readonly release: number | null
  /** ISO instants; null like the release. */
  readonly appliedAt: string | null
  readonly receivedAt: string | null
  /** The release it had before it applied an older one, and when it said so. */
  readonly wentBack: { readonly from: number; readonly at: string } | null
  readonly behind: Behind
}

export interface SiteStanding {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly isRetired: boolean
  readonly channels: readonly ChannelStanding[]
}

export interface Standings {
  /** Number of the newest release; null before the first. */
  readonly release: number | null
  readonly sites: readonly SiteStanding[]
}

/** How far every site is, channel by channel; of channels that it takes or has spoken of. */
export async function standings(payload: BasePayload): Promise<Standings> {
  const { docs: sites } = await payload.find({ ...all, collection: 'sites', sort: 'name' })
  const releases = sites.length === 0 ? [] : await releaseDays(payload)
  const { docs: channels } = await payload.find({ ...all, collection: 'channels', sort: 'key' })
  const { docs: receipts } = await payload.find({ ...all, collection: 'receipts' })
  const keyById = new Map(channels.map(({ id, key }) => [id, key]))
  return {
    release: releases[0]?.number ?? null,
    sites: sites.map(({ id, key, name, isRetired, channels: taken }) => ({
      ...{ id, key, name, isRetired: isRetired === true },
      channels: taken
        .map(idOf)
        .flatMap((channel) => keyById.get(channel) ?? [])
        .map((channel) => {
          const held = receipts.find((receipt) => receipt.key === `${key}/${channel}`)
          return {
            channel,
            release: held?.release ?? null,
            appliedAt: held?.appliedAt ?? null,
            receivedAt: held?.receivedAt ?? null,
            wentBack:
              held?.wentBackFrom && held.wentBackAt
                ? { from: held.wentBackFrom, at: held.wentBackAt }
                : null,
            behind: behindOf(held?.release ?? null, releases),
          }
        }),
    })),
  }
}

/** Newest first. */
async function releaseDays(payload: BasePayload): Promise<readonly ReleaseDay[]> {
  const { docs } = await payload.find({
    ...all,
    collection: 'releases',
    sort: '-number',
    select: { number: true, at: true },
  })
  return docs
}
