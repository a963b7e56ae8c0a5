import type { BasePayload, FlattenedField, SanitizedCollectionConfig } from 'payload'
import { buildVersionCollectionFields } from 'payload'
import type { Part } from './vault.ts'

/** Of the moment: locks of open documents, caches, and a history that Payload's own runner keeps. */
const passing = ['payload-kv', 'payload-locked-documents', 'payload-migrations']

/** Who is signed in, and who may set a new password: true for a while only, and an opened door. */
const passingOfAccounts = [
  'resetPasswordExpiration',
  'resetPasswordRequestedAt',
  'resetPasswordToken',
  'sessions',
]

/** All that a database keeps for good. */
export function partsOf({ config }: BasePayload): readonly Part[] {
  return config.collections
    .filter(({ slug }) => !passing.includes(slug))
    .flatMap((collection): readonly Part[] => {
      const { slug } = collection
      const documents = {
        name: slug,
        slug,
        holds: 'documents',
        fields: lasting(collection),
      } as const
      if (!collection.versions) return [documents]
      const fields = buildVersionCollectionFields<true>(config, collection, true)
      return [documents, { name: `${slug}.versions`, slug, holds: 'versions', fields }]
    })
}

function lasting({ flattenedFields }: SanitizedCollectionConfig): readonly FlattenedField[] {
  return flattenedFields.filter(({ name }) => !passingOfAccounts.includes(name))
}
