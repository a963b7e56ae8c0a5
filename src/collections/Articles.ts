import type { CollectionConfig } from 'payload'
import { keyField, languageFields, pageFields, reviewFields, reviewPanel } from '../fields/index.ts'
import { gated, reviewedAdmin } from './gated.ts'

/** A page that speaks of several therapies. */
export const Articles: CollectionConfig = {
  slug: 'articles',
  ...gated,
  admin: {
    ...reviewedAdmin,
    useAsTitle: 'title',
    defaultColumns: ['title', 'reviewStatus', 'liveStatus', 'assignedTo', 'reviewDue', 'updatedAt'],
    listSearchableFields: ['title', 'key'],
  },
  fields: [
    reviewPanel,
    { name: 'therapies', type: 'relationship', relationTo: 'therapies', hasMany: true },
    ...pageFields,
    keyField('the title'),
    ...languageFields('articles'),
    ...reviewFields,
  ],
}
