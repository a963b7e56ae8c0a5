import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostRecent } from '../../../../src/feeds/index.ts'
import { recentFeeds } from '../../../../src/feeds/forms/index.ts'
import { bodies, feedInput, asPrevious, publisher } from '../exampleFeed.ts'
import { channel, exampleEntry, exampleTombstone, hostileContent } from './exampleEntries.ts'
import type { ReadElement } from './readXml.ts'
import { readXml } from './readXml.ts'

const atom = 'http://www.w3.org/2005/Atom'
const tombstones = 'http://purl.org/atompub/tombstones/1.0'

const released = bodies(
  feedInput(
    { withdrawn: { 'claim/sleep': { reason: 'Counted twice.', withdrawalKind: 'evidence' } } },
    asPrevious(feedInput()),
  ),
)
const feed = readXml(released.get('us-en/atom.xml') ?? '')

function named(parent: ReadElement, name: string, namespace = atom): readonly ReadElement[] {
  return parent.children.filter((child) => child.name === `${namespace} ${name}`)
}
const entriesIn = (parent: ReadElement) => named(parent, 'entry')
const deletedIn = (parent: ReadElement) => named(parent, 'deleted-entry', tombstones)
const links = (parent: ReadElement, rel: string) =>
  named(parent, 'link').filter(({ attributes }) => attributes.rel === rel)

/** RFC 3339, 5.6, with the upper-case T and Z that RFC 4287, 3.3 asks for. */
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/
const isIri = (text: string) => URL.canParse(text) && text === text.trim()
const exactlyOne = (parent: ReadElement, name: string) => named(parent, name).length === 1
const all = (parents: readonly ReadElement[], rule: (one: ReadElement) => boolean) =>
  parents.length > 0 && parents.every(rule)

/** What RFC 4287 and RFC 6721 say that a document MUST have, by section. */
const musts: readonly (readonly [
  section: string,
  what: string,
  holds: (feed: ReadElement) => boolean,
])[] = [
  ['4287, 2', 'the document element is atom:feed', ({ name }) => name === `${atom} feed`],
  ['4287, 4.1.1', 'a feed has one id', (one) => exactlyOne(one, 'id')],
  ['4287, 4.1.1', 'a feed has one title', (one) => exactlyOne(one, 'title')],
  ['4287, 4.1.1', 'a feed has one updated', (one) => exactlyOne(one, 'updated')],
  ['4287, 4.1.1', 'a feed has at most one rights', (one) => exactlyOne(one, 'rights')],
  [
    '4287, 4.1.1',
    'a feed whose entries have no author has one',
    (one) => named(one, 'author').length === 1,
  ],
  [
    '4287, 3.2.1',
    'an author has one name',
    (one) => all(named(one, 'author'), (author) => exactlyOne(author, 'name')),
  ],
  [
    '4287, 3.2.2',
    'the uri of an author is an IRI',
    (one) =>
      all(named(one, 'author'), (author) => all(named(author, 'uri'), ({ text }) => isIri(text))),
  ],
  ['4287, 4.1.1', 'a feed should have a link to itself', (one) => links(one, 'self').length === 1],
  [
    '4287, 4.1.1',
    'no two alternate links of a feed or an entry have the same type and language',
    (one) =>
      [one, ...entriesIn(one)].every((parent) => {
        const types = links(parent, 'alternate').map(({ attributes }) => attributes.type)
        return new Set(types).size === types.length
      }),
  ],
  [
    '4287, 4.1.2',
    'an entry has one id',
    (one) => all(entriesIn(one), (entry) => exactlyOne(entry, 'id')),
  ],
  [
    '4287, 4.1.2',
    'an entry has one title',
    (one) => all(entriesIn(one), (entry) => exactlyOne(entry, 'title')),
  ],
  [
    '4287, 4.1.2',
    'an entry has one updated',
    (one) => all(entriesIn(one), (entry) => exactlyOne(entry, 'updated')),
  ],
  [
    '4287, 4.1.2',
    'an entry has at most one content',
    (one) => all(entriesIn(one), (entry) => exactlyOne(entry, 'content')),
  ],
  [
    '4287, 4.1.2',
    'an entry has at most one summary',
    (one) => all(entriesIn(one), (entry) => named(entry, 'summary').length <= 1),
  ],
  [
    '4287, 4.1.3.3',
    'content as HTML holds no elements: it is text that is HTML',
    (one) =>
      all(entriesIn(one), (entry) =>
        all(
          named(entry, 'content'),
          ({ attributes, children }) => attributes.type === 'html' && children.length === 0,
        ),
      ),
  ],
  [
    '4287, 4.2.2.1',
    'a category has a term',
    (one) =>
      entriesIn(one).every((entry) =>
        named(entry, 'category').every(({ attributes }) => attributes.term !== undefined),
      ),
  ],
  [
    '4287, 4.2.6',
    'an id is an IRI',
    (one) =>
      all([one, ...entriesIn(one)], (parent) =>
        all(named(parent, 'id'), ({ text }) => isIri(text)),
      ),
  ],
  [
    '4287, 4.2.6',
    'no two entries have the same id',
    (one) =>
      new Set(entriesIn(one).map((entry) => named(entry, 'id')[0]?.text)).size ===
      entriesIn(one).length,
  ],
  [
    '4287, 4.2.7.1',
    'a link has an href that is an IRI',
    (one) =>
      all([one, ...entriesIn(one)], (parent) =>
        all(named(parent, 'link'), ({ attributes }) => isIri(attributes.href ?? '')),
      ),
  ],
  [
    '4287, 3.3',
    'a date is an RFC 3339 instant',
    (one) =>
      all([one, ...entriesIn(one)], (parent) =>
        all(named(parent, 'updated'), ({ text }) => instant.test(text)),
      ),
  ],
  [
    '6721, 3',
    'a deleted entry has a ref that is an IRI',
    (one) => all(deletedIn(one), ({ attributes }) => isIri(attributes.ref ?? '')),
  ],
  [
    '6721, 3',
    'a deleted entry has a when that is an RFC 3339 instant',
    (one) => all(deletedIn(one), ({ attributes }) => instant.test(attributes.when ?? '')),
  ],
  [
    '6721, 3',
    'a deleted entry has at most one comment',
    (one) => all(deletedIn(one), (gone) => named(gone, 'comment', tombstones).length === 1),
  ],
  [
    '6721, 3',
    'no entry has the id of a deleted one',
    (one) =>
      deletedIn(one).every(({ attributes }) =>
        entriesIn(one).every((entry) => named(entry, 'id')[0]?.text !== attributes.ref),
      ),
  ],
]

describe('the Atom feed of a channel', () => {
  it.each(musts)('RFC %s: %s', (_, __, holds) => {
    expect(holds(feed)).toBe(true)
  })

  it('was updated when its newest entry was, or when one left', () => {
    expect(named(feed, 'updated')[0]?.text).toBe('2026-01-20T09:00:00.000Z')
    const later = { ...exampleEntry('late'), date_modified: '2026-02-01T00:00:00.000Z' }
    const content = { entries: [exampleEntry('early'), later], tombstones: [exampleTombstone('x')] }
    const { atom: file } = recentFeeds(channel, content, publisher)
    expect(named(readXml(file.body), 'updated')[0]?.text).toBe('2026-02-01T00:00:00.000Z')
  })

  it('says why an entry was deleted, and what takes its place', () => {
    const stone = exampleTombstone('old', { supersededBy: { kind: 'claim', key: 'new' } })
    const { atom: file } = recentFeeds(channel, { entries: [], tombstones: [stone] }, publisher)
    const [gone] = deletedIn(readXml(file.body))
    expect(gone?.attributes).toEqual({
      ref: 'https://feeds.example/feeds/v1/us-en/claims/old.json',
      when: '2026-01-20T09:00:00.000Z',
    })
    expect(gone?.children.map(({ text }) => text)).toContain('Miscounted.')
    expect(gone && links(gone, 'related')[0]?.attributes.href).toBe(
      'https://feeds.example/feeds/v1/us-en/claims/new.json',
    )
  })

  it('dates what left in an early release by its day', () => {
    const { at: _, ...early } = exampleTombstone('old')
    const { atom: file } = recentFeeds(channel, { entries: [], tombstones: [early] }, publisher)
    expect(deletedIn(readXml(file.body))[0]?.attributes.when).toBe('2026-01-20T00:00:00.000Z')
  })

  it('names the newest tombstones, and none of sources', () => {
    const many = Array.from({ length: mostRecent + 5 }, (_, index) =>
      exampleTombstone(`gone-${String(index)}`, {
        at: `2026-01-20T09:${String(index).padStart(2, '0')}:00.000Z`,
      }),
    )
    const source = exampleTombstone('source', { kind: 'study', at: '2026-03-01T00:00:00.000Z' })
    const content = { entries: [], tombstones: [source, ...many] }
    const gone = deletedIn(readXml(recentFeeds(channel, content, publisher).atom.body))
    expect(gone).toHaveLength(mostRecent)
    expect(gone[0]?.attributes.ref).toContain(`claims/gone-${String(mostRecent + 4)}.json`)
    expect(gone.some(({ attributes }) => attributes.ref?.includes('source'))).toBe(false)
  })

  it('is well-formed and loses no entry, whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileContent, (content) => {
        const { atom: file, feed: json } = recentFeeds(channel, content, publisher)
        const read = readXml(file.body)
        expect(entriesIn(read)).toHaveLength(content.entries.length)
        expect(deletedIn(read)).toHaveLength(content.tombstones.length)
        const parsed = JSON.parse(json.body) as { items: unknown[] }
        expect(parsed.items).toEqual(content.entries)
      }),
    )
  })
})
