import type { CollectionSlug, Field } from 'payload'

/** One language per document; a translation is a document of its own that says what it translates. */
export function languageFields(collection: CollectionSlug): Field[] {
  return [
    {
      name: 'language',
      type: 'text',
      required: true,
      defaultValue: 'en',
      maxLength: 8,
      admin: { position: 'sidebar', description: 'BCP 47 language, e.g. en or de.' },
      validate: (value: unknown) =>
        typeof value === 'string' && /^[a-z]{2,3}(-[A-Z]{2})?$/.test(value)
          ? true
          : 'A language is written like en, de or pt-BR.',
    },
    {
      name: 'translationOf',
      type: 'relationship',
      relationTo: collection,
      admin: { position: 'sidebar', description: 'The document this one translates, if any.' },
    },
  ]
}
