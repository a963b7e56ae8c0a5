import type { CollectionConfig } from 'payload'
import {
  certainties,
  claimKinds,
  directions,
  regulatoryStatuses,
  stances,
} from '../domain/model/index.ts'
import { keyField, languageFields, optionsOf, reviewFields, reviewPanel } from '../fields/index.ts'
import { gated, reviewedAdmin } from './gated.ts'

/** One checkable medical statement about a therapy. */
export const Claims: CollectionConfig = {
  slug: 'claims',
  ...gated,
  admin: {
    ...reviewedAdmin,
    useAsTitle: 'statement',
    defaultColumns: [
      'statement',
      'claimKind',
      'certainty',
      'reviewStatus',
      'liveStatus',
      'assignedTo',
      'reviewDue',
    ],
    listSearchableFields: ['statement', 'key'],
    description: 'A claim is written once, cited and signed; pages only refer to it.',
  },
  fields: [
    reviewPanel,
    {
      name: 'statement',
      type: 'textarea',
      required: true,
      maxLength: 600,
      admin: { description: 'One sentence, with its numbers and its final stop.' },
    },
    {
      type: 'row',
      fields: [
        { name: 'therapy', type: 'relationship', relationTo: 'therapies', required: true },
        { name: 'condition', type: 'relationship', relationTo: 'conditions' },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'claimKind', type: 'select', required: true, options: optionsOf(claimKinds) },
        { name: 'direction', type: 'select', required: true, options: optionsOf(directions) },
        {
          name: 'certainty',
          type: 'select',
          options: optionsOf(certainties),
          admin: { description: 'GRADE certainty of the evidence.' },
        },
      ],
    },
    {
      name: 'certaintyReason',
      type: 'textarea',
      maxLength: 600,
      admin: {
        description:
          'Why not higher: risk of bias, inconsistency, indirectness, imprecision, publication bias.',
      },
    },
    {
      type: 'row',
      fields: [
        { name: 'outcome', type: 'text', maxLength: 200 },
        { name: 'population', type: 'text', maxLength: 300 },
        { name: 'comparator', type: 'text', maxLength: 300 },
        { name: 'followUpMonths', type: 'number', min: 0, max: 1200 },
      ],
    },
    {
      type: 'row',
      admin: { condition: (data: { claimKind?: string }) => data.claimKind === 'regulatory' },
      fields: [
        {
          name: 'jurisdiction',
          type: 'text',
          maxLength: 8,
          admin: { description: 'Like us or gb.' },
        },
        { name: 'regulatoryStatus', type: 'select', options: optionsOf(regulatoryStatuses) },
      ],
    },
    {
      name: 'citations',
      type: 'array',
      labels: { singular: 'Citation', plural: 'Citations' },
      fields: [
        {
          type: 'row',
          fields: [
            {
              name: 'study',
              type: 'relationship',
              relationTo: 'studies',
              required: true,
              // A list with design and status: whether a source was retracted is seen before it is cited.
              admin: { appearance: 'drawer' },
            },
            {
              name: 'stance',
              type: 'select',
              required: true,
              defaultValue: 'supports',
              options: optionsOf(stances),
            },
          ],
        },
        {
          type: 'row',
          fields: [
            {
              name: 'locator',
              type: 'text',
              maxLength: 120,
              admin: { description: 'Like Table 2 or p. 1578.' },
            },
            { name: 'quote', type: 'textarea', maxLength: 1000 },
          ],
        },
      ],
    },
    keyField('the statement'),
    ...languageFields('claims'),
    ...reviewFields,
  ],
}
