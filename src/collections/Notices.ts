import type { CollectionConfig } from 'payload'
import { nobody, onlyOwn } from '../access/index.ts'
import { noticeKinds } from '../domain/notices/index.ts'
import { optionsOf } from '../fields/index.ts'
import { programOnly, refuseAnyDeletion } from '../records/index.ts'

const ofTheSender = { read: nobody }

/**
 * What each person is told, and whether the mail about it is out. Written in the transaction of the
 * log entry that it is about; a person reads their own.
 */
export const Notices: CollectionConfig = {
  slug: 'notices',
  lockDocuments: false,
  access: { read: onlyOwn, create: nobody, update: nobody, delete: nobody },
  disableBulkEdit: true,
  disableDuplicate: true,
  hooks: { beforeChange: [programOnly], beforeDelete: [refuseAnyDeletion] },
  defaultSort: '-at',
  admin: {
    group: 'Content',
    useAsTitle: 'subject',
    defaultColumns: ['at', 'kind', 'subject', 'reason'],
    description: 'What you were told by mail, or are about to be.',
  },
  fields: [
    { name: 'key', type: 'text', required: true, unique: true, access: ofTheSender },
    { name: 'person', type: 'text', required: true, index: true },
    { name: 'at', type: 'date', required: true },
    { name: 'kind', type: 'select', required: true, options: optionsOf(noticeKinds) },
    { name: 'subject', type: 'text', required: true },
    { name: 'occasion', type: 'text', required: true, access: ofTheSender },
    { name: 'by', type: 'text' },
    { name: 'reason', type: 'textarea' },
    { name: 'place', type: 'text' },
    { name: 'due', type: 'text' },
    { name: 'missing', type: 'number' },
    { name: 'publishAt', type: 'text' },
    // When mail is next tried; empty once it is out, or given up.
    { name: 'dueAt', type: 'date', index: true, access: ofTheSender },
    // The mail it stands in, from the first try on: a second try is the same mail.
    { name: 'digest', type: 'text', access: ofTheSender },
    { name: 'attempts', type: 'number', required: true, defaultValue: 0, access: ofTheSender },
    { name: 'sentAt', type: 'date' },
  ],
}
