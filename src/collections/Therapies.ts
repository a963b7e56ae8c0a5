import type { CollectionConfig } from 'payload'
import { keyField, languageFields, pageFields, reviewFields, reviewPanel } from '../fields/index.ts'
import { gated, reviewedAdmin } from './gated.ts'

/** A treatment, as the page that readers open. */
export const Therapies: CollectionConfig = {
  slug: 'therapies',
  ...gated,
  labels: { singular: 'Therapy', plural: 'Therapies' },
  admin: {
    ...reviewedAdmin,
    useAsTitle: 'title',
    defaultColumns: ['title', 'reviewStatus', 'liveStatus', 'assignedTo', 'reviewDue', 'updatedAt'],
    listSearchableFields: ['title', 'key'],
  },
  fields: [
    reviewPanel,
    ...pageFields,
    {
      name: 'alternateNames',
      type: 'array',
      labels: { singular: 'Other name', plural: 'Other names' },
      fields: [{ name: 'name', type: 'text', required: true, maxLength: 160 }],
    },
    keyField('the title'),
    ...languageFields('therapies'),
    ...reviewFields,
  ],
}
