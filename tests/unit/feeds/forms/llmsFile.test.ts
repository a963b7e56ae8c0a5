import type { Heading, Link, Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it } from 'vitest'
import { llmsFile } from '../../../../src/feeds/index.ts'
import { bodies, channels, feedInput, publisher } from '../exampleFeed.ts'

const root = 'https://feeds.example/feeds/v1/'

function parsed(body: string): Root {
  return unified().use(remarkParse).parse(body)
}

describe('llms.txt', () => {
  const files = bodies(feedInput())
  const tree = parsed(files.get('llms.txt') ?? '')

  it('has the parts that llmstxt.org asks for, in their order', () => {
    const parts = tree.children.map((node) =>
      node.type === 'heading' ? `h${String(node.depth)}` : node.type,
    )
    expect(parts.slice(0, 2)).toEqual(['h1', 'blockquote'])
    const first = parts.indexOf('h2')
    expect(parts.slice(2, first)).not.toContain('heading')
    const headings = tree.children.filter((node): node is Heading => node.type === 'heading')
    expect(headings.slice(1).every(({ depth }) => depth === 2)).toBe(true)
    // Each list of links is one of `[name](url): what`.
    for (const heading of headings.slice(1)) {
      const rest = tree.children.slice(tree.children.indexOf(heading) + 1)
      expect(rest.slice(0, 2).some(({ type }) => type === 'list')).toBe(true)
    }
  })

  it('names only files that the release has, and all lists of its channels', () => {
    const links: string[] = []
    visit(tree, 'link', ({ url }: Link) => {
      if (url.startsWith(root)) links.push(url.slice(root.length))
    })
    expect(links.filter((path) => !files.has(path))).toEqual([])
    for (const { key } of channels) {
      for (const list of [
        'index.json',
        'feed.json',
        'atom.xml',
        'references.json',
        'references.bib',
      ]) {
        expect(links).toContain(`${key}/${list}`)
      }
    }
  })

  it('stays one document, whatever the names in it hold', () => {
    const hostile = {
      ...publisher,
      name: 'A\n# B [c](d) <e>',
      licence: { name: 'L](x)', url: 'https://licence.example/(a)' },
    }
    const { body } = llmsFile(channels, hostile)
    const headings = parsed(body).children.filter(
      (node): node is Heading => node.type === 'heading',
    )
    expect(headings.filter(({ depth }) => depth === 1)).toHaveLength(1)
    const [title] = headings
    expect(title?.children).toMatchObject([
      { type: 'text', value: 'A # B [c](d) <e>: medical feed' },
    ])
  })
})
