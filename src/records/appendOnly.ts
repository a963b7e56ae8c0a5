import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { refusal } from '../refusal.ts'
import { isRecording } from './asRecorder.ts'

/** Records are added by the program and changed by nobody (21 CFR 11.10(e)). */
export const appendOnly: CollectionBeforeChangeHook = ({ collection, data, operation, req }) => {
  if (operation === 'create' && isRecording(req)) return data as unknown
  throw refusal(
    'role',
    `The collection ${collection.slug} is a record: it is written by the program, entry by entry, and never changed.`,
  )
}

/** Records are deleted by nobody. */
export const refuseAnyDeletion: CollectionBeforeDeleteHook = ({ collection }) => {
  throw refusal('role', `The collection ${collection.slug} is a record: nothing in it is deleted.`)
}
