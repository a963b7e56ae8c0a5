import type { CollectionConfig } from 'payload'
import { isSignedIn, nobody } from '../access/index.ts'
import { logActions } from '../domain/model/index.ts'
import { optionsOf, recordField } from '../fields/index.ts'
import { tellPeople } from '../hooks/index.ts'
import { appendOnly, refuseAnyDeletion } from '../records/index.ts'

/** The review log: append-only, hash-chained. Written by `appendToLog` and by nothing else. */
export const Reviews: CollectionConfig = {
  slug: 'reviews',
  labels: { singular: 'Log entry', plural: 'Review log' },
  access: { read: isSignedIn, create: nobody, update: nobody, delete: nobody },
  disableBulkEdit: true,
  disableDuplicate: true,
  hooks: {
    beforeChange: [appendOnly],
    afterChange: [tellPeople],
    beforeDelete: [refuseAnyDeletion],
  },
  defaultSort: '-sequence',
  admin: {
    group: 'Releases',
    useAsTitle: 'subject',
    defaultColumns: ['sequence', 'at', 'subject', 'action', 'actorName', 'meaning', 'reason'],
  },
  fields: [
    { name: 'sequence', type: 'number', required: true, unique: true, index: true },
    { name: 'at', type: 'text', required: true },
    { name: 'subject', type: 'text', required: true, index: true },
    {
      name: 'action',
      type: 'select',
      required: true,
      index: true,
      options: optionsOf(logActions),
    },
    { name: 'contentHash', type: 'text', required: true },
    { name: 'actorKey', type: 'text', required: true, index: true },
    { name: 'actorName', type: 'text', required: true },
    recordField('actor', { required: true }),
    { name: 'meaning', type: 'text' },
    { name: 'reason', type: 'textarea' },
    recordField('policy'),
    recordField('changed'),
    recordField('details', {
      description: 'What only some actions say: place, words, assignee, kind.',
    }),
    { name: 'previousHash', type: 'text', required: true },
    { name: 'hash', type: 'text', required: true, unique: true },
  ],
}
