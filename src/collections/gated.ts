import type { CollectionConfig } from 'payload'
import { isEditor, isSignedIn } from '../access/index.ts'
import { cascadeEndpoints, reviewEndpoints, stillStandingEndpoints } from '../endpoints/index.ts'
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
  endpoints: [...reviewEndpoints, ...cascadeEndpoints, ...stillStandingEndpoints],
  // A bulk edit commits document by document; a copy would carry a key and claims nobody signed.
  disableBulkEdit: true,
  disableDuplicate: true,
  // Whoever saved last holds no reviewer up for minutes; an edit over a newer text is warned of.
  lockDocuments: { duration: 60 },
  hooks: {
    beforeOperation: [noteOperation],
    beforeValidate: [fillKey],
    beforeChange: [guardWrite],
    afterChange: [recordWrite],
    beforeDelete: [refuseDeletion],
    afterDelete: [recordDeletion],
  },
} satisfies Partial<CollectionConfig>

/**
 * Nobody publishes or unpublishes by a button that asks nothing: the review panel does both, and
 * shows first what would follow.
 */
const withoutStockButtons = {
  edit: {
    PublishButton: '/src/components/nothing/Nothing.tsx#Nothing',
    UnpublishButton: '/src/components/nothing/Nothing.tsx#Nothing',
  },
}

/** Admin settings of what goes live by its findings alone. */
export const unreviewedAdmin = {
  group: 'Evidence',
  components: withoutStockButtons,
} satisfies CollectionConfig['admin']

/** Admin settings of a reviewed collection. */
export const reviewedAdmin = {
  group: 'Content',
  components: withoutStockButtons,
} satisfies CollectionConfig['admin']
