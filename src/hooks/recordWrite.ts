import type { CollectionAfterChangeHook } from 'payload'
import { isGatedSlug, nameOf } from '../projection/index.ts'
import { appendToLog } from '../records/index.ts'
import { askPagesOf } from './askPagesOf.ts'
import { queueRelease } from './queueRelease.ts'
import { refreshCiting } from './refreshStanding.ts'
import { writeState } from './writeState.ts'

/**
 * Records a write that passed the gate: an edit entry when words changed, an entry when the live
 * text changed, with the texts they name; then what follows from it for other texts and the feed. All
 * in the transaction of the write.
 */
export const recordWrite: CollectionAfterChangeHook = async ({ collection, doc, req }) => {
  const { judged } = writeState(req.context)
  const { slug } = collection
  if (!isGatedSlug(slug)) return
  const { id, key } = doc as { id: string; key: string }
  const name = nameOf(slug, key)
  const write = judged.get(name)
  if (write === undefined) {
    throw new Error(`A write to ${name} reached the database without a judgement; it is undone.`)
  }
  judged.delete(name)

  for (const { entry, text } of write.entries) await appendToLog(req, entry, text)
  if (write.changesLive) await queueRelease(req)
  const now = new Date()
  if (write.changesFacts) await refreshCiting(req, id, now)
  const [last] = write.entries.toReversed()
  if (slug === 'claims' && write.changesReading && last !== undefined) {
    await askPagesOf(req, id, last.entry, now)
  }
}
