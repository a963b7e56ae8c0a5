import type { CollectionConfig } from 'payload'
import { isAdmin, isSignedIn, nobody } from '../access/index.ts'
import {
  certainties,
  claimKinds,
  directions,
  regulatoryStatuses,
  slotPlaces,
} from '../domain/model/index.ts'
import { keyField, optionsOf } from '../fields/index.ts'
import { fillKey, queueReleaseAfterChange } from '../hooks/index.ts'

/** One audience's view of what is live, and the disclaimers it asks for. A setting, not a subject. */
export const Channels: CollectionConfig = {
  slug: 'channels',
  access: { read: isSignedIn, create: isAdmin, update: isAdmin, delete: nobody },
  disableBulkEdit: true,
  disableDuplicate: true,
  hooks: { beforeValidate: [fillKey], afterChange: [queueReleaseAfterChange] },
  admin: {
    group: 'Settings',
    useAsTitle: 'title',
    defaultColumns: ['title', 'key', 'jurisdiction', 'language', 'access'],
  },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 160 },
    {
      type: 'row',
      fields: [
        { name: 'jurisdiction', type: 'text', required: true, maxLength: 8 },
        { name: 'language', type: 'text', required: true, maxLength: 8 },
      ],
    },
    {
      name: 'access',
      type: 'select',
      defaultValue: 'public',
      options: [
        { label: 'Public: anybody reads it', value: 'public' },
        { label: 'Private: sites with a key read it', value: 'private' },
      ],
      admin: {
        description:
          'Of a private channel anybody can see that it exists and what its items are called, not what they say. What was public before may have been copied.',
      },
    },
    {
      name: 'dialect',
      type: 'select',
      label: 'Markdown dialect',
      defaultValue: 'gfm',
      options: [
        { label: 'GFM: every reader of Markdown shows it', value: 'gfm' },
        {
          label: 'Directives: claims and disclaimers are named, for remark-directive',
          value: 'directive',
        },
      ],
      admin: {
        description:
          'How the Markdown of items marks claims and disclaimers. Sites have to know: a change of it changes every file of the channel.',
      },
    },
    {
      name: 'slots',
      type: 'array',
      labels: { singular: 'Disclaimer slot', plural: 'Disclaimer slots' },
      admin: {
        description:
          'A page whose required slot no live disclaimer fills cannot go to this channel.',
      },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'key', type: 'text', required: true, maxLength: 80 },
            { name: 'place', type: 'select', required: true, options: optionsOf(slotPlaces) },
          ],
        },
        {
          name: 'when',
          type: 'group',
          admin: {
            description:
              'Required when all of these hold of a claim on the page; nothing chosen means always.',
          },
          fields: [
            { name: 'claimKinds', type: 'select', hasMany: true, options: optionsOf(claimKinds) },
            { name: 'directions', type: 'select', hasMany: true, options: optionsOf(directions) },
            { name: 'certainties', type: 'select', hasMany: true, options: optionsOf(certainties) },
            {
              name: 'regulatoryStatuses',
              type: 'select',
              hasMany: true,
              options: optionsOf(regulatoryStatuses),
            },
            { name: 'therapies', type: 'relationship', relationTo: 'therapies', hasMany: true },
          ],
        },
      ],
    },
    keyField('jurisdiction and language'),
  ],
}
