import type { CollectionBeforeDeleteHook } from 'payload'
import { refusal } from '../refusal.ts'
import { isRecording } from './asRecorder.ts'

/** Deleted by the program when it has had its time, and by nobody through any API. */
export const programDeletes: CollectionBeforeDeleteHook = ({ collection, req }) => {
  if (isRecording(req)) return
  throw refusal('role', `The collection ${collection.slug} is kept by the program alone.`)
}
