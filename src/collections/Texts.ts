import type { CollectionConfig } from 'payload'
import { isSignedIn, nobody } from '../access/index.ts'
import { recordField } from '../fields/index.ts'
import { appendOnly, refuseAnyDeletion } from '../records/index.ts'

/**
 * Every text the log names, once, under its hash: what exactly was signed, with the facts it rested
 * on. Written beside the log entries and by nothing else.
 */
export const Texts: CollectionConfig = {
  slug: 'texts',
  labels: { singular: 'Text of record', plural: 'Texts of record' },
  access: { read: isSignedIn, create: nobody, update: nobody, delete: nobody },
  disableBulkEdit: true,
  disableDuplicate: true,
  hooks: { beforeChange: [appendOnly], beforeDelete: [refuseAnyDeletion] },
  admin: {
    group: 'Releases',
    useAsTitle: 'hash',
    defaultColumns: ['hash', 'subject', 'createdAt'],
  },
  fields: [
    { name: 'hash', type: 'text', required: true, unique: true, index: true },
    { name: 'subject', type: 'text', required: true, index: true },
    recordField('projection', {
      required: true,
      description: 'What the hash is taken over: the text, and the facts it cites.',
    }),
  ],
}
