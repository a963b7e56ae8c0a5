import type { CollectionConfig } from 'payload'
import { keyField, reviewPanel } from '../fields/index.ts'
import { gated, unreviewedAdmin } from './gated.ts'

/** What a therapy is for. Goes live by its findings. */
export const Conditions: CollectionConfig = {
  slug: 'conditions',
  ...gated,
  admin: {
    ...unreviewedAdmin,
    useAsTitle: 'name',
    defaultColumns: ['name', 'icd10', 'mesh', '_status'],
  },
  fields: [
    reviewPanel,
    { name: 'name', type: 'text', required: true, maxLength: 160 },
    {
      type: 'row',
      fields: [
        { name: 'icd10', label: 'ICD-10', type: 'text', maxLength: 10 },
        {
          name: 'mesh',
          label: 'MeSH',
          type: 'text',
          maxLength: 12,
          admin: { description: 'Descriptor id, like D017116.' },
        },
      ],
    },
    keyField('the name'),
  ],
}
