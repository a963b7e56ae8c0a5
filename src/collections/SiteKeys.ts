import type { CollectionConfig } from 'payload'
import { isAdmin, nobody } from '../access/index.ts'
import { issueSiteKey, revokeSiteKey } from '../endpoints/index.ts'
import { programOnly, refuseAnyDeletion } from '../records/index.ts'
import { keyScopes } from '../sites/index.ts'

/**
 * Keys of the sites, as hashes. Payload's own API keys could be read again, so they are not used. A
 * key is made and revoked through its own endpoints, and shown by the first of them, once.
 */
export const SiteKeys: CollectionConfig = {
  slug: 'site-keys',
  lockDocuments: false,
  access: { read: isAdmin, create: nobody, update: nobody, delete: nobody },
  disableBulkEdit: true,
  disableDuplicate: true,
  endpoints: [issueSiteKey, revokeSiteKey],
  hooks: { beforeChange: [programOnly], beforeDelete: [refuseAnyDeletion] },
  defaultSort: '-createdAt',
  // They are shown and made on the page of their site.
  admin: { hidden: true, useAsTitle: 'prefix' },
  fields: [
    { name: 'site', type: 'relationship', relationTo: 'sites', required: true, index: true },
    { name: 'prefix', type: 'text', required: true },
    {
      name: 'hash',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      hidden: true,
      access: { read: nobody },
    },
    {
      name: 'channels',
      type: 'relationship',
      relationTo: 'channels',
      hasMany: true,
      required: true,
    },
    { name: 'scopes', type: 'select', hasMany: true, required: true, options: [...keyScopes] },
    // People by their keys, as in the log.
    { name: 'createdBy', type: 'text', required: true },
    { name: 'expiresAt', type: 'date' },
    { name: 'revokedAt', type: 'date' },
    { name: 'revokedBy', type: 'text' },
    { name: 'lastUsedAt', type: 'date' },
  ],
}
