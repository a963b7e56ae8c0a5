import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import type { NewLogEntry } from '../domain/model/index.ts'
import { subjectName } from '../domain/model/index.ts'
import { materialPlaces } from '../domain/review/index.ts'
import { isGatedSlug, nameOf } from '../projection/index.ts'
import { actorOf } from './actorOf.ts'
import { appendToLog } from '../records/index.ts'
import { queueRelease } from './queueRelease.ts'
import { refreshStanding } from './refreshStanding.ts'
import type { JudgedWrite } from './writeState.ts'
import { writeState } from './writeState.ts'

/**
 * Records a write that passed the gate: an edit entry when words changed, an entry when the live
 * text changed, and the release that follows from it; all in the transaction of the write.
 */
export const recordWrite: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const { judged } = writeState(req.context)
  if (!isGatedSlug(collection.slug)) return
  const document = doc as { id: string; key: string }
  const name = nameOf(collection.slug, document.key)
  const write = judged.get(name)
  if (write === undefined) {
    throw new Error(`A write to ${name} reached the database without a judgement; it is undone.`)
  }
  judged.delete(name)

  const now = new Date()
  for (const entry of entriesOf(write, req, now)) await appendToLog(req, entry)
  if (write.live === undefined) return
  await queueRelease(req)
  // A withdrawal voids signatures, which the write itself could not know yet.
  if (
    write.live.action === 'withdraw' &&
    collection.slug !== 'studies' &&
    collection.slug !== 'conditions'
  ) {
    await refreshStanding(req, collection.slug, document.id, now)
  }
  if (
    collection.slug === 'studies' &&
    write.changed.some((place) => materialPlaces.includes(place))
  ) {
    await refreshCiting(req, document.id, now)
  }
}

function entriesOf(write: JudgedWrite, req: PayloadRequest, now: Date): NewLogEntry[] {
  const common = {
    at: now.toISOString(),
    subject: subjectName(write.subject),
    contentHash: write.contentHash,
    actor: actorOf(req),
  }
  const edit: NewLogEntry[] =
    write.changed.length === 0 ? [] : [{ ...common, action: 'edit', changed: write.changed }]
  return write.live === undefined ? edit : [...edit, { ...common, ...write.live }]
}

/** A claim's signature covers the material facts of what it cites: its state may have changed too. */
async function refreshCiting(req: PayloadRequest, studyId: string, now: Date): Promise<void> {
  const { docs } = await req.payload.db.queryDrafts<{ id: string }>({
    collection: 'claims',
    where: { 'version.citations.study': { equals: studyId } },
    limit: 0,
    pagination: false,
    req,
  })
  for (const { id } of docs) await refreshStanding(req, 'claims', id, now)
}
