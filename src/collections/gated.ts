import type { CollectionConfig } from 'payload'
import { isEditor, isSignedIn } from '../access/index.ts'
import { reviewEndpoints } from '../endpoints/index.ts'
import {
  guardWrite,
  noteOperation,
  recordDeletion,
  recordWrite,
  refuseDeletion,
  fillKey,
} from '../hooks/index.ts'

/** What every collection behind the gate has: nobody reads as a stranger, every write is judged. */
export const gated = {
  access: {
    read: isSignedIn,
    readVersions: isSignedIn,
    create: isEditor,
    update: isEditor,
    delete: isEditor,
  },
  versions: { drafts: { autosave: false, schedulePublish: false, validate: false }, maxPerDoc: 0 },
  // A bulk edit commits document by document; a copy would carry a key and claims nobody signed.
  disableBulkEdit: true,
  disableDuplicate: true,
  hooks: {
    beforeOperation: [noteOperation],
    beforeValidate: [fillKey],
    beforeChange: [guardWrite],
    afterChange: [recordWrite],
    beforeDelete: [refuseDeletion],
    afterDelete: [recordDeletion],
  },
} satisfies Partial<CollectionConfig>

/** Collections whose texts are signed: the review endpoints, and no stock publish buttons. */
export const reviewed = {
  ...gated,
  endpoints: reviewEndpoints,
} satisfies Partial<CollectionConfig>

/** Admin settings of a reviewed collection: its panel publishes and withdraws, with reasons. */
export const reviewedAdmin = {
  group: 'Content',
  components: {
    edit: {
      PublishButton: '/src/components/nothing/Nothing.tsx#Nothing',
      UnpublishButton: '/src/components/nothing/Nothing.tsx#Nothing',
    },
  },
} satisfies CollectionConfig['admin']
