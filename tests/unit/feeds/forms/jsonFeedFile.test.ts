import { describe, expect, it } from 'vitest'
import { htmlOf } from '../../../../src/consumer/index.ts'
import type { World } from '../exampleFeed.ts'
import { asPrevious, bodies, feedInput } from '../exampleFeed.ts'

type Json = Readonly<Record<string, unknown>>

interface Feed extends Json {
  readonly items: readonly (Json & {
    readonly id: string
    readonly content_text: string
    readonly content_html: string
    readonly url: string
    readonly _citegate: Json & { readonly kind: string; readonly disclaimers: readonly Json[] }
  })[]
  readonly _citegate: Json & { readonly tombstones: readonly Json[] }
}

const first = feedInput()
const withdrawn: World = { withdrawn: { 'claim/sleep': 'The trial was counted twice.' } }
const second = feedInput(withdrawn, asPrevious(first))

function feedOf(files: ReadonlyMap<string, string>, channel = 'us-en'): Feed {
  return JSON.parse(files.get(`${channel}/feed.json`) ?? 'null') as Feed
}

/** JSON Feed 1.1, "Structure of a feed": what is required, and of which type what else is there. */
const types: Readonly<Record<string, string>> = {
  ...{ version: 'string', title: 'string', home_page_url: 'string', feed_url: 'string' },
  ...{ language: 'string', authors: 'object', items: 'object', _citegate: 'object' },
}
const itemTypes: Readonly<Record<string, string>> = {
  ...{ id: 'string', url: 'string', title: 'string', summary: 'string', content_text: 'string' },
  ...{ content_html: 'string' },
  ...{ date_modified: 'string', language: 'string', tags: 'object', _citegate: 'object' },
}

describe('the JSON Feed of a channel', () => {
  const feed = feedOf(bodies(first))

  it('has the properties that JSON Feed 1.1 knows, and one extension', () => {
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1')
    for (const [name, value] of Object.entries(feed))
      expect([name, typeof value]).toEqual([name, types[name]])
    expect(feed.items.length).toBeGreaterThan(3)
    for (const item of feed.items) {
      for (const [name, value] of Object.entries(item)) {
        expect([name, typeof value]).toEqual([name, itemTypes[name]])
      }
    }
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(feed.items.length)
  })

  it('has every therapy, article and claim, and no source', () => {
    const { items } = JSON.parse(bodies(first).get('us-en/index.json') ?? '') as {
      items: { kind: string; key: string }[]
    }
    const listed = items
      .filter(({ kind }) => kind !== 'study')
      .map(({ kind, key }) => `${kind}/${key}`)
    const named = feed.items.map(({ _citegate: { kind, key } }) => `${kind}/${String(key)}`)
    expect(named.toSorted()).toEqual(listed.toSorted())
  })

  it('has the disclaimers of each item in their places', () => {
    const page = feed.items.find(({ _citegate }) => _citegate.key === 'example-injection')
    const paragraphs = page?.content_text.split('\n\n') ?? []
    expect(paragraphs[0]).toBe('This page is an example.')
    const claim = paragraphs.findIndex((text) => text.includes('had less pain after six months'))
    expect(paragraphs[claim + 1]).toBe('The evidence for this is weak.')
    expect(paragraphs.at(-2)).toBe(
      'This page informs; it does not replace advice from a clinician.',
    )
    expect(page?._citegate.disclaimers).toHaveLength(3)
    for (const { content_text: text } of feed.items)
      expect(text).toContain('This page is an example.')
  })

  it('has each item as the HTML that sites make of it', () => {
    for (const { url, content_html: html } of feed.items) {
      const markdown = bodies(first).get(url.slice(url.indexOf('/v1/') + 4)) ?? ''
      expect(htmlOf(markdown), url).toEqual({ ok: true, html })
    }
    const page = feed.items.find(({ _citegate }) => _citegate.key === 'example-injection')
    expect(page?.content_html).toMatch(
      /^<blockquote>\s*<p>This page is an <strong>example<\/strong>/,
    )
  })

  it('numbers sources in the order in which they are read', () => {
    const page = feed.items.find(({ _citegate }) => _citegate.key === 'example-injection')
    expect(page?.content_text).toContain(
      'less pain after six months. [1] (certainty: low; contradicted by [2]',
    )
    expect(page?.content_text).toMatch(
      /\n\n\[1\] Example A\. A sham-controlled trial.*\n\[2\] Example A, van/,
    )
  })

  it('says what was withdrawn, and carries it no more', () => {
    const later = feedOf(bodies(second))
    expect(later._citegate.tombstones).toMatchObject([
      {
        id: 'https://feeds.example/feeds/v1/us-en/claims/sleep.json',
        at: '2026-01-20T09:00:00.000Z',
        reason: 'The trial was counted twice.',
      },
    ])
    expect(later.items.map(({ id }) => id)).not.toContain(
      'https://feeds.example/feeds/v1/us-en/claims/sleep.json',
    )
    const page = later.items.find(({ _citegate }) => _citegate.key === 'example-injection')
    expect(page?.content_text).toContain('A statement that stood here was removed')
    expect(page?.date_modified).toBe('2026-01-20T00:00:00.000Z')
  })

  it('says of what returns that it is newer than its tombstone', () => {
    const third = feedOf(bodies(feedInput({}, asPrevious(second))))
    const sleep = third.items.find(({ _citegate }) => _citegate.key === 'sleep')
    expect(sleep?.date_modified).toBe('2026-02-01T00:00:00.000Z')
    expect(third._citegate.tombstones).toEqual([])
  })

  it('says of fictitious signers that they are', () => {
    const invented = feedOf(bodies(feedInput({ isFictitious: true })))
    for (const { content_text: text, _citegate } of invented.items) {
      expect(_citegate.fictitiousSigners).toBe(true)
      expect(text).toContain('the people named as editors and reviewers are fictitious')
    }
  })

  it('is the same, byte for byte, when nothing has changed', () => {
    const again = bodies({ ...feedInput({}, asPrevious(first)), now: new Date('2026-02-03') })
    for (const form of ['feed.json', 'atom.xml', 'references.bib']) {
      expect(again.get(`us-en/${form}`)).toBe(bodies(first).get(`us-en/${form}`))
    }
    expect(again.get('llms.txt')).toBe(bodies(first).get('llms.txt'))
  })
})
