import type { BasePayload, PayloadRequest } from 'payload'
import type { Standing } from '../domain/review/index.ts'
import type { User } from '../payload-types.ts'
import type { GatedDocument, GatedSlug } from '../projection/index.ts'

/*
 * The writes that go past Payload's operations and their hooks. There are no others: the linter
 * refuses `payload.db` writes outside this file.
 */

/**
 * Stores where a text stands, for lists and filters. A review is no edit, so this must not make a
 * version, run the gate or change a date.
 *
 * @param isNewestLive - whether the newest text is the one in the main table
 */
export async function storeReviewState(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
  standing: Standing,
  isNewestLive: boolean,
): Promise<void> {
  const state = {
    reviewStatus: standing.reviewState,
    reviewDue: standing.reviewDue ?? null,
    liveStatus: standing.liveState,
  }
  const { db } = req.payload
  const versions = await db.findVersions<GatedDocument>({
    collection: slug,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    req,
  })
  const newest = versions.docs[0]
  if (newest !== undefined) {
    await db.updateVersion({
      collection: slug,
      id: newest.id,
      versionData: { ...newest, version: { ...newest.version, ...state } },
      returning: false,
      req,
    })
  }
  // The main table shows the live text: a draft beside it does not speak for it.
  const main =
    isNewestLive || standing.liveState !== 'live' ? state : { liveStatus: state.liveStatus }
  await db.updateOne({ collection: slug, id, data: main, returning: false, req })
}

/** Ends one session of an account, as a logout would. */
export async function endSession(payload: BasePayload, userId: string, sid: string): Promise<void> {
  const user = await payload.db.findOne<User & { sessions?: { id: string }[] }>({
    collection: 'users',
    where: { id: { equals: userId } },
  })
  if (user === null) return
  const sessions = (user.sessions ?? []).filter(({ id }) => id !== sid)
  await payload.db.updateOne({
    collection: 'users',
    id: userId,
    data: { sessions },
    returning: false,
  })
}
