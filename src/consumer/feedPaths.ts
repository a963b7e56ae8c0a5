/** The public paths of a feed, as far as a reader has to know them. */

/** The file that names all content of a release. */
export const indexPath = 'index.json'

/**
 * The lists of a channel that early releases do not have, by the names that `index.json` has for
 * their digests.
 */
export function laterLists(channel: string): readonly (readonly [name: string, path: string])[] {
  return [
    ['feed', `${channel}/feed.json`],
    ['atom', `${channel}/atom.xml`],
    ['bibliography', `${channel}/references.bib`],
  ]
}

/**
 * Whether a file is for those who subscribe to the publisher: the newest items and the bibliography
 * in the forms that feed readers, reference managers and language models take. A site has all of it
 * in its items, and would fetch the newest of them twice.
 */
export function isForSubscribers(path: string): boolean {
  return /^(?:llms\.txt|[^/]+\/(?:feed\.json|atom\.xml|references\.bib))$/.test(path)
}

/** The folder of a channel in which the items of a kind lie. */
const folders: Readonly<Record<string, string>> = {
  therapy: 'therapies',
  article: 'articles',
  claim: 'claims',
  study: 'studies',
}

/** The kinds of items, in the order in which a feed lists them. */
export const listedKinds: readonly string[] = Object.keys(folders)

/** The folder of a channel in which the items of a kind lie. */
export function itemFolder(kind: string): string | undefined {
  return Object.hasOwn(folders, kind) ? folders[kind] : undefined
}

/** Both forms of an item; none for a kind that this reader does not know. */
export function itemForms(channel: string, kind: string, key: string): readonly string[] {
  const folder = itemFolder(kind)
  return folder === undefined
    ? []
    : ['json', 'md'].map((form) => `${channel}/${folder}/${key}.${form}`)
}

const itemPattern = new RegExp(`^[^/]+/(?:${Object.values(folders).join('|')})/[^/]+\\.(json|md)$`)

/** Which form of an item stands at a path; null when it is no item. */
export function itemForm(path: string): 'json' | 'md' | null {
  const form = itemPattern.exec(path)?.[1]
  return form === 'json' || form === 'md' ? form : null
}

/** Names an item whatever its form. */
export function withoutForm(path: string): string {
  return path.replace(/\.[^.]+$/, '')
}
