import { expect, it } from 'vitest'
import { contentTypeOf } from '../../../src/repository/index.ts'

it.each([
  ['index.json', 'application/json'],
  ['us-en/claims/feed.json', 'application/json'],
  ['us-en/feed.json', 'application/feed+json'],
  ['us-en/atom.xml', 'application/atom+xml'],
  ['us-en/references.json', 'application/vnd.citationstyles.csl+json'],
  ['us-en/references.bib', 'application/x-bibtex; charset=utf-8'],
  ['us-en/claims/x.md', 'text/markdown; charset=utf-8'],
  ['us-en/llms.txt', 'text/plain; charset=utf-8'],
  ['schema/item.json', 'application/schema+json'],
  ['ns/evidence.jsonld', 'application/ld+json'],
  ['media/0a.PNG', 'image/png'],
  ['media/0a', 'application/octet-stream'],
])('serves %s as %s', (path, type) => {
  expect(contentTypeOf(path)).toBe(type)
})
