import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Processor } from 'unified'
import { escapeExtensions } from './escapeExtensions.ts'
import { keepEdges } from './keepEdges.ts'

/** How the feed writes Markdown: CommonMark 0.31 with GFM tables, strikethrough and footnotes. */

const style = {
  bullet: '-',
  bulletOther: '+',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  setext: false,
} as const
export const gfm = { tableCellPadding: true, tablePipeAlign: false } as const

const documents = unified()
  .use(remarkParse)
  .use(remarkGfm, gfm)
  .use(keepCellEdges)
  .use(keepEdges)
  .use(escapeExtensions)
  .use(remarkStringify, style)
  .freeze()

export function stringify(document: Root): string {
  return documents.stringify(document)
}

export function parse(markdown: string): Root {
  return documents.parse(markdown)
}

/** No writer lets it through: CommonMark 0.31, 2.3 replaces it. */
const mark = '\0'

const blocks = unified()
  .use(remarkGfm, gfm)
  .use(keepCellEdges)
  .use(keepEdges)
  .use(escapeExtensions)
  .use(remarkStringify, {
    ...style,
    handlers: {
      root: (node: Root, _: unknown, state, info) =>
        node.children
          .map((child) => {
            state.bulletLastUsed = undefined
            return state.handle(child, node, state, { ...info, before: '\n', after: '\n' })
          })
          .join(mark),
    },
  })
  .freeze()

/**
 * The Markdown of each block, as it is in a document where no list stands before it; undefined when
 * that cannot be told apart.
 */
export function stringifyBlocks(document: Root): readonly string[] | undefined {
  const markdown = blocks.stringify(document).split(mark)
  if (markdown.length !== document.children.length) return undefined
  const last = markdown.at(-1)
  return last === undefined ? markdown : markdown.with(-1, last.replace(/\n$/, ''))
}

/** GFM trims the cells of a table. White space that belongs to the text becomes a reference. */
function keepCellEdges(this: Processor): void {
  const data = this.data()
  const inConstruct = 'tableCell'
  const edges = [' ', '\t'].flatMap((character) => [
    { character, before: '^ ', inConstruct } as const,
    { character, after: '(?= $)', inConstruct } as const,
  ])
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), { unsafe: edges }]
}
