import type { Nodes, Root, RootContent } from 'mdast'
import markdownIt from 'markdown-it'
import footnotes from 'markdown-it-footnote'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { lexicalToMdast, renderHtml, renderMarkdown } from '../../../../src/feeds/index.ts'
import { claimDirective } from '../../../../src/feeds/tree/index.ts'
import type { MarkdownResult } from '../../../../src/feeds/markdown/index.ts'
import type { LexicalJson } from '../lexical/lexicalState.ts'
import { imageAddress, images, sources, statements } from './hostileDocuments.ts'

/** A document in the forms that readers get, or why it has none. */
export type Forms =
  | {
      readonly ok: true
      readonly tree: Root
      readonly markdown: string
      /** The Markdown of a channel whose dialect is `directive`; or why there is none. */
      readonly directives: MarkdownResult
      readonly html: string
    }
  | { readonly ok: false; readonly message: string }

const options = { mediaUrl: imageAddress, idPrefix: 'x-' }

export function formsOf(document: LexicalJson): Forms {
  const read = lexicalToMdast(document, {
    claimKey: (id) => (id in statements ? id : undefined),
    media: (id) => {
      const image = images[id]
      return image && { ...image, extension: 'png' }
    },
  })
  if (!read.ok) return read
  const tree = withClaims(read.tree)
  const markdown = renderMarkdown(tree, options)
  const html = renderHtml(tree, options)
  if (!markdown.ok) return markdown
  const directives = renderMarkdown(tree, { ...options, dialect: 'directive' })
  return html.ok
    ? { ok: true, tree, markdown: markdown.markdown, directives, html: html.html }
    : html
}

/** The same HTML from the Markdown with directives. */
export function htmlOfDirectives(markdown: string): string {
  const result = renderHtml(markdown, { ...options, dialect: 'directive' })
  return result.ok ? result.html : `${result.place}: ${result.message}`
}

/** The same HTML from the Markdown. */
export function htmlOfMarkdown(markdown: string): string {
  const result = renderHtml(markdown, options)
  return result.ok ? result.html : `${result.place}: ${result.message}`
}

/** Puts statements with their footnotes in the places of claims, as items do. */
function withClaims(tree: Root): Root {
  const cited = new Set<string>()
  const read = (node: Nodes): Nodes[] => {
    if (node.type === 'claimReference') {
      const { text, sources: keys } = statements[node.claim] ?? { text: '', sources: [] }
      for (const key of keys) cited.add(key)
      return [
        claimDirective(node.claim, undefined, [
          { type: 'text', value: text },
          ...keys.map((key) => ({
            type: 'footnoteReference' as const,
            identifier: key,
            label: key,
          })),
        ]),
      ]
    }
    if (!('children' in node)) return [node]
    return [{ ...node, children: node.children.flatMap((child) => read(child)) } as Nodes]
  }
  const children = tree.children.flatMap((child) => read(child) as RootContent[])
  return {
    type: 'root',
    children: [
      ...children,
      ...[...cited].map((key): RootContent => ({
        type: 'footnoteDefinition',
        identifier: key,
        label: key,
        children: [{ type: 'paragraph', children: [{ type: 'text', value: sources[key] ?? '' }] }],
      })),
    ],
  }
}

const remark = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeStringify)
  .freeze()
const eleventy = markdownIt({ html: true }).use(footnotes)
const carefulMarkdownIt = markdownIt().use(footnotes)

/** How sites make HTML of our Markdown: Astro and Docusaurus with remark, Eleventy with markdown-it. */
export const consumers: Readonly<Record<string, (markdown: string) => string>> = {
  remark: (markdown) => remark.processSync(markdown).toString(),
  'markdown-it as Eleventy sets it': (markdown) => eleventy.render(markdown),
  'markdown-it': (markdown) => carefulMarkdownIt.render(markdown),
}
