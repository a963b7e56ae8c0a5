import type { CollectionConfig } from 'payload'
import { keyField, languageFields, plainText, reviewFields, reviewPanel } from '../fields/index.ts'
import { gated, reviewedAdmin } from './gated.ts'

/** A text that fills slots which channels declare. */
export const Disclaimers: CollectionConfig = {
  slug: 'disclaimers',
  ...gated,
  // It has nothing that a key could be made of.
  hooks: { ...gated.hooks, beforeValidate: [] },
  admin: {
    ...reviewedAdmin,
    useAsTitle: 'key',
    defaultColumns: ['key', 'slots', 'reviewStatus', 'liveStatus', 'assignedTo', 'reviewDue'],
  },
  fields: [
    reviewPanel,
    {
      name: 'slots',
      type: 'text',
      hasMany: true,
      required: true,
      admin: { description: 'Keys of the channel slots it fills.' },
    },
    {
      name: 'jurisdictions',
      type: 'text',
      hasMany: true,
      admin: { description: 'Only in these jurisdictions; empty means all.' },
    },
    plainText('body', 'Text'),
    {
      ...keyField('the text'),
      admin: { position: 'sidebar', description: 'Public name; fixed once created.' },
    },
    ...languageFields('disclaimers'),
    ...reviewFields,
  ],
}
