/** Folders of a channel and the schemas of what lies in them. */
const schemas: Readonly<Record<string, string>> = {
  therapies: 'therapy',
  articles: 'article',
  claims: 'claim',
  studies: 'study',
  changes: 'changes',
}

/** The lists of a channel and their schemas; a form that is no JSON has none. */
const lists: Readonly<Record<string, string>> = {
  'index.json': 'channel',
  'feed.json': 'feed',
  'references.json': 'references',
}

/** The same in another form, by the end of a path. */
const otherForms: readonly (readonly [end: string, other: string, type: string])[] = [
  ['.json', '.md', 'text/markdown'],
  ['.md', '.json', 'application/json'],
  ['/feed.json', '/atom.xml', 'application/atom+xml'],
  ['/atom.xml', '/feed.json', 'application/feed+json'],
  ['/index.json', '/feed.json', 'application/feed+json'],
  ['/index.json', '/atom.xml', 'application/atom+xml'],
  ['/references.json', '/references.bib', 'application/x-bibtex'],
  ['/references.bib', '/references.json', 'application/vnd.citationstyles.csl+json'],
]

/**
 * Where a file of a feed leads to, as the value of its Link field (RFC 8288, 3): its other forms
 * (`alternate`), the list it is in (`collection`, RFC 6573), its schema (`describedby`, POWDER).
 *
 * @param path of a file, relative to the feed's root
 * @param has whether the release has a file: nothing else is linked to
 * @returns undefined when it leads nowhere
 */
export function linksOf(path: string, has: (path: string) => boolean): string | undefined {
  const links = [
    ...otherForms.flatMap(([end, other, type]) =>
      path.endsWith(end) ? { to: path.slice(0, -end.length) + other, rel: 'alternate', type } : [],
    ),
    ...listOf(path).map((to) => ({ to, rel: 'collection', type: 'application/json' })),
    ...schemaOf(path).map((to) => ({ to, rel: 'describedby', type: 'application/schema+json' })),
  ].filter(({ to }) => has(to))
  if (links.length === 0) return undefined
  // Relative, so that they hold behind a proxy that serves the feed elsewhere.
  const up = '../'.repeat(path.split('/').length - 1)
  return links.map(({ to, rel, type }) => `<${up}${to}>; rel="${rel}"; type="${type}"`).join(', ')
}

function listOf(path: string): readonly string[] {
  const [channel, folder, name] = path.split('/')
  return channel !== undefined && folder !== undefined && name !== undefined
    ? [`${channel}/index.json`]
    : []
}

function schemaOf(path: string): readonly string[] {
  if (path === 'index.json') return ['schema/index.json']
  const [, second = '', name] = path.split('/')
  const known = name === undefined ? lists : name.endsWith('.json') ? schemas : {}
  return Object.hasOwn(known, second) ? [`schema/${known[second] ?? ''}.json`] : []
}
