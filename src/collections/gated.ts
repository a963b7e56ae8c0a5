import type { CollectionConfig } from 'payload'
import { isEditor, isSignedIn } from '../access/index.ts'
import { cascadeEndpoints, reviewEndpoints } from '../endpoints/index.ts'
import {
  guardWrite,
  noteOperation,
  recordDeletion,
  recordWrite,
  refuseDeletion,
  fillKey,
} from '../hooks/index.ts'

/**
 * What every collection behind the gate has: nobody reads as a stranger, every write is judged, and
 * what is live can be withdrawn.
 */
export const gated = {
  access: {
    read: isSignedIn,
    readVersions: isSignedIn,
    create: isEditor,
    update: isEditor,
    delete: isEditor,
  },
  versions: { drafts: { autosave: false, schedulePublish: false, validate: false }, maxPerDoc: 0 },
  endpoints: [...reviewEndpoints, ...cascadeEndpoints],
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

/** Nobody unpublishes by a button: what is live leaves by withdrawal, with a reason. */
const withoutUnpublish = { UnpublishButton: '/src/components/nothing/Nothing.tsx#Nothing' }

/** Admin settings of what goes live by its findings alone. */
export const unreviewedAdmin = {
  group: 'Evidence',
  components: { edit: withoutUnpublish },
} satisfies CollectionConfig['admin']

/** Admin settings of a reviewed collection: its panel publishes and withdraws, with reasons. */
export const reviewedAdmin = {
  group: 'Content',
  components: {
    edit: {
      ...withoutUnpublish,
      PublishButton: '/src/components/nothing/Nothing.tsx#Nothing',
    },
  },
} satisfies CollectionConfig['admin']
