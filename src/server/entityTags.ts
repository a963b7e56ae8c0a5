/**
 * Whether If-None-Match holds the answer back (RFC 9110, 13.1.2): it is `*`, or lists an entity tag
 * that is the same by weak comparison (8.8.3.2). One that is not well-formed holds nothing back.
 */
export function holdsBack(ifNoneMatch: string, etag: string): boolean {
  // What a client that polls sends most, without taking the list apart.
  if (ifNoneMatch === etag) return true
  return lists(ifNoneMatch, ({ opaque }) => opaque === etag)
}

/**
 * Whether If-Match lets the answer through (RFC 9110, 13.1.1): it is `*`, or lists an entity tag
 * that is the same by strong comparison.
 */
export function letsThrough(ifMatch: string, etag: string): boolean {
  return lists(ifMatch, ({ opaque, isWeak }) => !isWeak && opaque === etag)
}

interface EntityTag {
  /** With its quotes. */
  readonly opaque: string
  readonly isWeak: boolean
}

function lists(header: string, isMeant: (tag: EntityTag) => boolean): boolean {
  const list = header.trim()
  return list === '*' || (parseEntityTags(list)?.some(isMeant) ?? false)
}

/** RFC 9110, 8.8.3 and 5.6.1.2: empty list members count as none. */
function parseEntityTags(list: string): readonly EntityTag[] | null {
  const next = /[ \t]*(?:(W\/)?("[\x21\x23-\x7e\x80-\xff]*"))?[ \t]*(?:,|$)/y
  const tags: EntityTag[] = []
  while (next.lastIndex < list.length) {
    const found = next.exec(list)
    if (found === null) return null
    const [, weak, opaque] = found
    if (opaque !== undefined) tags.push({ opaque, isWeak: weak !== undefined })
  }
  return tags
}
