import type { Field } from 'payload'
import { nobody } from '../access/index.ts'
import { healthAspects } from '../domain/model/index.ts'
import { isoDateField } from './isoDateField.ts'
import { optionsOf } from './optionsOf.ts'
import { pageText } from './richText.ts'

/** What a therapy and an article have in common: the page. */
export const pageFields: Field[] = [
  { name: 'title', type: 'text', required: true, maxLength: 160 },
  {
    name: 'summary',
    type: 'textarea',
    required: true,
    maxLength: 500,
    admin: {
      description: 'One or two sentences for lists and search results. No medical statement.',
    },
  },
  {
    name: 'conditions',
    type: 'relationship',
    relationTo: 'conditions',
    hasMany: true,
    admin: { description: 'What the page is about.' },
  },
  {
    name: 'channels',
    type: 'relationship',
    relationTo: 'channels',
    hasMany: true,
    required: true,
    admin: {
      position: 'sidebar',
      description: 'Where the page goes; channels of its own language.',
    },
  },
  {
    name: 'sections',
    type: 'array',
    labels: { singular: 'Section', plural: 'Sections' },
    required: true,
    minRows: 1,
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'heading', type: 'text', required: true, maxLength: 160 },
          {
            name: 'aspect',
            type: 'select',
            required: true,
            options: optionsOf(healthAspects),
            admin: { description: 'schema.org health aspect of the section.' },
          },
        ],
      },
      pageText('body', 'Text'),
    ],
  },
  {
    name: 'statusNotEstablished',
    type: 'array',
    labels: { singular: 'Status not established', plural: 'Regulatory status not established' },
    admin: {
      description:
        'A jurisdiction where no regulator’s document on the therapy was found. The page says so.',
    },
    fields: [
      {
        type: 'row',
        fields: [
          { name: 'therapy', type: 'relationship', relationTo: 'therapies', required: true },
          { name: 'jurisdiction', type: 'text', required: true, maxLength: 8 },
          isoDateField('searchedOn', 'day', { required: true }),
        ],
      },
    ],
  },
  {
    name: 'claimsUsed',
    type: 'relationship',
    relationTo: 'claims',
    hasMany: true,
    access: { create: nobody, update: nobody },
    admin: { hidden: true },
  },
]
