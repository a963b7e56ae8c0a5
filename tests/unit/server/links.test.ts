import { describe, expect, it } from 'vitest'
import { linksOf } from '../../../src/server/links.ts'

const all = () => true

describe('what a file of a feed links to', () => {
  it.each([
    [
      'us-en/therapies/made-up.json',
      [
        '<../../us-en/therapies/made-up.md>; rel="alternate"; type="text/markdown"',
        '<../../us-en/index.json>; rel="collection"; type="application/json"',
        '<../../schema/therapy.json>; rel="describedby"; type="application/schema+json"',
      ],
    ],
    [
      'us-en/studies/made-up.md',
      [
        '<../../us-en/studies/made-up.json>; rel="alternate"; type="application/json"',
        '<../../us-en/index.json>; rel="collection"; type="application/json"',
      ],
    ],
    ['us-en/atom.xml', ['<../us-en/feed.json>; rel="alternate"; type="application/feed+json"']],
    [
      'us-en/references.bib',
      [
        '<../us-en/references.json>; rel="alternate"; type="application/vnd.citationstyles.csl+json"',
      ],
    ],
    ['index.json', ['<schema/index.json>; rel="describedby"; type="application/schema+json"']],
  ])('%s', (path, links) => {
    const relevant = (other: string) => path !== 'index.json' || other.startsWith('schema/')
    expect(linksOf(path, relevant)).toBe(links.join(', '))
  })

  it('of a channel is its feeds and its schema, as far as the release has them', () => {
    expect(linksOf('us-en/index.json', (path) => !path.endsWith('.md'))).toBe(
      [
        '<../us-en/feed.json>; rel="alternate"; type="application/feed+json"',
        '<../us-en/atom.xml>; rel="alternate"; type="application/atom+xml"',
        '<../schema/channel.json>; rel="describedby"; type="application/schema+json"',
      ].join(', '),
    )
    expect(linksOf('us-en/index.json', () => false)).toBeUndefined()
  })

  it('is nothing for what stands alone', () => {
    const has = (path: string) => !path.endsWith('.md') && !path.endsWith('.json')
    for (const path of ['llms.txt', 'schema/claim.json', 'media/00ff.png', 'ns/evidence.jsonld']) {
      expect(linksOf(path, has), path).toBeUndefined()
    }
    expect(linksOf('us-en/constructor', all)).toBeUndefined()
  })
})
