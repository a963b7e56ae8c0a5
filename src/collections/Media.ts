import type { CollectionConfig } from 'payload'
import { isEditor, isSignedIn } from '../access/index.ts'
import { env } from '../env.ts'
import {
  digestFile,
  refuseDeletingUsedMedia,
  refuseReplacingFile,
  refuseRewordingUsedMedia,
} from '../hooks/index.ts'

/** Images. A feed names them by the digest of their bytes, so a file is never replaced in place. */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'Image', plural: 'Media' },
  access: { read: isSignedIn, create: isEditor, update: isEditor, delete: isEditor },
  disableBulkEdit: true,
  disableDuplicate: true,
  hooks: {
    beforeOperation: [refuseReplacingFile],
    beforeChange: [refuseRewordingUsedMedia, digestFile],
    beforeDelete: [refuseDeletingUsedMedia],
  },
  upload: {
    staticDir: env.mediaDir,
    // SVG can carry scripts; a feed's readers would run them.
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'],
    pasteURL: false,
  },
  admin: { group: 'Settings', useAsTitle: 'alt' },
  fields: [
    {
      name: 'alt',
      label: 'Alternative text',
      type: 'text',
      required: true,
      maxLength: 500,
      admin: { description: 'What the image says, for people who do not see it.' },
    },
    { name: 'sha256', type: 'text', index: true, admin: { readOnly: true, position: 'sidebar' } },
  ],
}
