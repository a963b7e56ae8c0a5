import type { CollectionConfig } from 'payload'
import { isSignedIn, nobody } from '../access/index.ts'
import { programOnly, refuseAnyDeletion } from '../records/index.ts'

/** What each site last said to have applied, channel by channel. Written when a receipt arrives. */
export const Receipts: CollectionConfig = {
  slug: 'receipts',
  lockDocuments: false,
  access: { read: isSignedIn, create: nobody, update: nobody, delete: nobody },
  disableBulkEdit: true,
  disableDuplicate: true,
  hooks: { beforeChange: [programOnly], beforeDelete: [refuseAnyDeletion] },
  // They are shown on the page of their site.
  admin: { hidden: true, useAsTitle: 'key' },
  fields: [
    // Of site and channel: there is one for each two.
    { name: 'key', type: 'text', required: true, unique: true, index: true },
    { name: 'site', type: 'relationship', relationTo: 'sites', required: true, index: true },
    { name: 'channel', type: 'text', required: true },
    { name: 'release', type: 'number', required: true },
    { name: 'digest', type: 'text', required: true },
    { name: 'appliedAt', type: 'date', required: true },
    { name: 'receivedAt', type: 'date', required: true },
    // Of the key that it came with.
    { name: 'prefix', type: 'text', required: true },
    // A site that was rolled back: the release it had, and when it said so.
    { name: 'wentBackFrom', type: 'number' },
    { name: 'wentBackAt', type: 'date' },
  ],
}
