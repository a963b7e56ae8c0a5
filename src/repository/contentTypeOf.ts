const byName: Readonly<Record<string, string>> = {
  'references.json': 'application/vnd.citationstyles.csl+json',
  'feed.json': 'application/feed+json',
  'atom.xml': 'application/atom+xml',
}

/** JSON is always UTF-8 (RFC 8259, 8.1) and takes no charset; neither does XML that declares its own. */
const byExtension: Readonly<Record<string, string>> = {
  json: 'application/json',
  jsonld: 'application/ld+json',
  md: 'text/markdown; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  xml: 'application/xml',
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

/** The media type a feed path is served with. It follows from the path: metadata carries none. */
export function contentTypeOf(path: string): string {
  const [first, ...rest] = path.split('/')
  if (first === 'schema' && path.endsWith('.json')) return 'application/schema+json'
  const [name] = rest.slice(-1)
  const isList = rest.length === 1 && first !== 'media'
  const ofList = isList && name !== undefined ? byName[name] : undefined
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return ofList ?? byExtension[extension] ?? 'application/octet-stream'
}
