import type { BasePayload, PayloadRequest } from 'payload'
import type { User } from '../payload-types.ts'
import type { GatedDocument, GatedSlug } from '../projection/index.ts'
import type { StoredState, StoredWorkflow } from './storedState.ts'
import { isReviewedSlug } from './storedState.ts'

/*
 * The writes that go past Payload's operations and their hooks. There are no others: the linter
 * refuses `payload.db` writes outside this file.
 */

/** Where the texts of a document stand, as far as it is to be stored. */
export interface DocumentState {
  /** Of the newest text, which is a draft or the live one. */
  readonly newest: StoredState
  /** Of the text in the main table; with a draft beside it, perhaps only what belongs to both. */
  readonly main: StoredState | StoredWorkflow
}

/**
 * Stores where a document's texts stand, for lists and filters. A review is no edit, so this must
 * not make a version, run the gate or change a date.
 */
export async function storeState(
  req: PayloadRequest,
  slug: GatedSlug,
  id: string,
  { newest, main }: DocumentState,
): Promise<void> {
  if (!isReviewedSlug(slug)) return
  const { db } = req.payload
  const versions = await db.findVersions<GatedDocument>({
    collection: slug,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
    req,
  })
  const latest = versions.docs[0]
  if (latest !== undefined) {
    await db.updateVersion({
      collection: slug,
      id: latest.id,
      versionData: { ...latest, version: { ...latest.version, ...newest } },
      returning: false,
      req,
    })
  }
  await db.updateOne({ collection: slug, id, data: { ...main }, returning: false, req })
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
