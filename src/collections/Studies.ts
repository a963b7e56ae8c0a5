import type { CollectionConfig } from 'payload'
import { factCascadeEndpoints } from '../endpoints/index.ts'
import { parseDoi, parseNct, parsePmcid, parsePmid } from '../domain/evidence/index.ts'
import { sourceTypes, studyDesigns, studyStatuses } from '../domain/model/index.ts'
import { identifierField, isoDateField, keyField, optionsOf, reviewPanel } from '../fields/index.ts'
import { gated, unreviewedAdmin } from './gated.ts'

/** One published source: a study, a guideline or a regulatory document. Goes live by its findings. */
export const Studies: CollectionConfig = {
  slug: 'studies',
  ...gated,
  endpoints: [...gated.endpoints, ...factCascadeEndpoints],
  labels: { singular: 'Study', plural: 'Studies' },
  admin: {
    ...unreviewedAdmin,
    useAsTitle: 'title',
    defaultColumns: ['title', 'design', 'issued', 'status', '_status'],
    listSearchableFields: ['title', 'key', 'doi', 'pmid'],
  },
  fields: [
    reviewPanel,
    { name: 'title', type: 'textarea', required: true, maxLength: 600 },
    {
      type: 'row',
      fields: [
        {
          name: 'sourceType',
          type: 'select',
          required: true,
          defaultValue: 'study',
          options: optionsOf(sourceTypes),
        },
        { name: 'design', type: 'select', options: optionsOf(studyDesigns) },
        {
          name: 'includedDesign',
          type: 'select',
          options: optionsOf(studyDesigns),
          admin: {
            description: 'The strongest design among the studies it includes.',
            condition: (data: { design?: string }) =>
              data.design === 'systematic-review' || data.design === 'meta-analysis',
          },
        },
      ],
    },
    {
      name: 'authors',
      type: 'array',
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'family', type: 'text', maxLength: 120 },
            { name: 'given', type: 'text', maxLength: 120 },
            {
              name: 'literal',
              type: 'text',
              maxLength: 240,
              admin: { description: 'A body, instead of a person.' },
            },
          ],
        },
      ],
    },
    {
      name: 'authorsComplete',
      type: 'checkbox',
      defaultValue: true,
      admin: { description: 'Untick when only the first authors are known.' },
    },
    {
      type: 'row',
      fields: [
        { name: 'containerTitle', label: 'Journal', type: 'text', maxLength: 240 },
        { name: 'publisher', type: 'text', maxLength: 240 },
        isoDateField('issued', 'partial'),
        { name: 'volume', type: 'text', maxLength: 40 },
        { name: 'issue', type: 'text', maxLength: 40 },
        { name: 'page', type: 'text', maxLength: 40 },
      ],
    },
    {
      type: 'row',
      fields: [
        identifierField('doi', 'DOI', parseDoi),
        identifierField('pmid', 'PMID', parsePmid),
        identifierField('pmcid', 'PMCID', parsePmcid),
        identifierField('nct', 'ClinicalTrials.gov', parseNct),
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'url', label: 'URL', type: 'text', maxLength: 2000 },
        isoDateField('accessed', 'day', { label: 'Read on' }),
        { name: 'jurisdiction', type: 'text', maxLength: 8 },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'sampleSize', type: 'number', min: 0 },
        { name: 'followUpMonths', type: 'number', min: 0 },
        {
          name: 'primaryOutcomeMet',
          type: 'select',
          options: optionsOf(['yes', 'no']),
          admin: { description: 'Leave empty when not known.' },
        },
      ],
    },
    { name: 'population', type: 'textarea', maxLength: 600 },
    { name: 'intervention', type: 'textarea', maxLength: 600 },
    { name: 'comparator', type: 'textarea', maxLength: 600 },
    { name: 'result', type: 'textarea', maxLength: 1500 },
    {
      name: 'harms',
      type: 'textarea',
      maxLength: 1500,
      admin: { description: 'Empty means not seen, never none.' },
    },
    { name: 'funding', type: 'textarea', maxLength: 600 },
    {
      type: 'row',
      fields: [
        {
          name: 'status',
          type: 'select',
          required: true,
          defaultValue: 'active',
          options: optionsOf(studyStatuses),
        },
        isoDateField('statusChecked', 'day'),
        { name: 'noticeDoi', label: 'DOI of the notice', type: 'text', maxLength: 200 },
      ],
    },
    keyField('the title'),
  ],
}
