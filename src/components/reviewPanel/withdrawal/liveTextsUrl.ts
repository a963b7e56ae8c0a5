import { formatAdminURL } from 'payload/shared'

const shown = 5

/** Where to read the live texts of a collection whose title or key has these words, without one. */
export function liveTextsUrl(
  apiRoute: string,
  collection: string,
  titleField: string,
  without: string,
  words: string,
): string {
  const query = new URLSearchParams({
    depth: '0',
    limit: String(shown),
    sort: 'key',
    'where[and][0][_status][equals]': 'published',
    'where[and][1][key][not_equals]': without,
  })
  if (words.trim() !== '') {
    query.set(`where[and][2][or][0][${titleField}][like]`, words.trim())
    query.set('where[and][2][or][1][key][contains]', words.trim())
  }
  for (const field of new Set(['key', titleField])) query.set(`select[${field}]`, 'true')
  return `${formatAdminURL({ apiRoute, path: `/${collection}` })}?${query.toString()}`
}
