import type { CollectionConfig } from 'payload'
import { isAdmin, isSignedIn, nobody } from '../access/index.ts'
import { siteStandings } from '../endpoints/index.ts'
import { keyField } from '../fields/index.ts'
import { fillKey } from '../hooks/index.ts'

/**
 * A downstream site: whoever takes the feed under an agreement. A setting, not a subject; everybody
 * in the newsroom reads it, because it says where a withdrawn text may still stand.
 */
export const Sites: CollectionConfig = {
  slug: 'sites',
  access: { read: isSignedIn, create: isAdmin, update: isAdmin, delete: nobody },
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: [siteStandings],
  hooks: { beforeValidate: [fillKey] },
  defaultSort: 'name',
  admin: {
    group: 'Releases',
    useAsTitle: 'name',
    defaultColumns: ['name', 'channels', 'standing', 'isRetired'],
    description: 'Sites that take the feed, and the release that each of them says it has applied.',
  },
  fields: [
    { name: 'name', type: 'text', required: true, maxLength: 160 },
    {
      name: 'channels',
      type: 'relationship',
      relationTo: 'channels',
      hasMany: true,
      required: true,
      admin: { description: 'What the site shows, and what its receipts are expected for.' },
    },
    {
      name: 'contact',
      type: 'email',
      admin: { description: 'Whom to write to when the site falls behind. Not in any feed.' },
    },
    {
      name: 'isRetired',
      label: 'Retired',
      type: 'checkbox',
      defaultValue: false,
      admin: {
        position: 'sidebar',
        description:
          'It takes the feed no longer: its keys open nothing, and nobody waits for its receipts.',
      },
    },
    {
      ...keyField('the name'),
      admin: {
        position: 'sidebar',
        description:
          'Its name in keys, receipts and metrics; fixed once created. Made from the name.',
      },
    },
    {
      name: 'standing',
      label: 'Where it stands',
      type: 'ui',
      admin: {
        components: {
          Field: '/src/components/sites/SitePanel.tsx#SitePanel',
          Cell: '/src/components/sites/BehindCell.tsx#BehindCell',
        },
      },
    },
  ],
}
