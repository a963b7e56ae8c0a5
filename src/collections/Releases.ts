import type { CollectionConfig } from 'payload'
import { isSignedIn, nobody } from '../access/index.ts'
import { recordField } from '../fields/index.ts'
import { appendOnly, refuseAnyDeletion } from '../records/index.ts'

/** What each release was: a mirror of the store for the admin; the store is the truth. */
export const Releases: CollectionConfig = {
  slug: 'releases',
  access: { read: isSignedIn, create: nobody, update: nobody, delete: nobody },
  disableBulkEdit: true,
  disableDuplicate: true,
  hooks: { beforeChange: [appendOnly], beforeDelete: [refuseAnyDeletion] },
  defaultSort: '-number',
  admin: {
    group: 'Releases',
    useAsTitle: 'number',
    defaultColumns: ['number', 'at', 'added', 'changed', 'removed'],
  },
  fields: [
    { name: 'number', type: 'number', required: true, unique: true, index: true },
    { name: 'at', type: 'text', required: true },
    { name: 'digest', type: 'text', required: true },
    { name: 'added', type: 'number', required: true },
    { name: 'changed', type: 'number', required: true },
    { name: 'removed', type: 'number', required: true },
    recordField('withheld'),
    recordField('auditHead', {
      description: 'The last log entry it was made from: sequence and hash.',
    }),
    recordField('basis', {
      description: 'The day the gate judged by, and the digest of the settings it was made under.',
    }),
  ],
}
