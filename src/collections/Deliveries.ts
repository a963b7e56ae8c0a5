import type { CollectionConfig } from 'payload'
import { isSignedIn, nobody } from '../access/index.ts'
import { deliveryStates } from '../domain/delivery/index.ts'
import { deliveryEndpoints } from '../endpoints/index.ts'
import { optionsOf, recordField } from '../fields/index.ts'
import { programOnly, programDeletes } from '../records/index.ts'

const instant = { date: { pickerAppearance: 'dayAndTime' } } as const
const plain = { components: { Cell: '/src/components/cells/PlainCell.tsx#PlainCell' } }

/**
 * What each webhook was told, or is about to be, and what came of it. Webhook and site stand in it by
 * their keys, so that it stays true when they go.
 */
export const Deliveries: CollectionConfig = {
  slug: 'deliveries',
  lockDocuments: false,
  access: { read: isSignedIn, create: nobody, update: nobody, delete: nobody },
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: deliveryEndpoints,
  hooks: { beforeChange: [programOnly], beforeDelete: [programDeletes] },
  defaultSort: '-at',
  admin: {
    group: 'Releases',
    useAsTitle: 'key',
    defaultColumns: ['at', 'site', 'webhook', 'release', 'state', 'dueAt', 'problem'],
    description:
      'What webhooks were told. A dead one is tried no more by itself: see what was wrong, and send it again.',
  },
  fields: [
    {
      name: 'deliveryPanel',
      type: 'ui',
      admin: {
        components: { Field: '/src/components/webhookPanel/DeliveryPanel.tsx#DeliveryPanel' },
        disableListColumn: true,
      },
    },
    {
      type: 'row',
      fields: [
        { name: 'site', type: 'text', required: true, index: true },
        { name: 'webhook', type: 'text', required: true, index: true },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'type', type: 'text', required: true },
        { name: 'release', type: 'number', index: true, admin: plain },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'state',
          type: 'select',
          required: true,
          index: true,
          options: optionsOf(deliveryStates),
        },
        {
          name: 'problem',
          type: 'text',
          admin: { ...plain, description: 'What was wrong the last time.' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'at', type: 'date', required: true, index: true, admin: instant },
        // When it is next tried; while it is, when it is taken for lost. Empty once it is over.
        { name: 'dueAt', label: 'Next try', type: 'date', index: true, admin: instant },
        { name: 'deliveredAt', type: 'date', admin: instant },
      ],
    },
    recordField('attempts'),
    recordField('event', { required: true, description: 'What is sent, signed anew each time.' }),
    {
      type: 'row',
      fields: [
        // Of the event: the same for all who are told of it, and at each try.
        { name: 'eventId', label: 'webhook-id', type: 'text', required: true },
        // Place in the schedule; a delivery that is sent again begins from the start.
        { name: 'tries', type: 'number', required: true, defaultValue: 0 },
      ],
    },
    // Once for each webhook and release.
    { name: 'key', type: 'text', required: true, unique: true },
  ],
}
