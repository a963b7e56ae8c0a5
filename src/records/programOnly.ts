import type { CollectionBeforeChangeHook } from 'payload'
import { refusal } from '../refusal.ts'
import { isRecording } from './asRecorder.ts'

/** Written and kept up to date by the program, and by nobody through any API. */
export const programOnly: CollectionBeforeChangeHook = ({ collection, data, req }) => {
  if (isRecording(req)) return data as unknown
  throw refusal('role', `The collection ${collection.slug} is written by the program alone.`)
}
