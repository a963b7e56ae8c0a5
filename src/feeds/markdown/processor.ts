import type { Root } from 'mdast'
import type { Unsafe } from 'mdast-util-to-markdown'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Processor } from 'unified'
import type { MarkdownDialect } from '../../domain/model/index.ts'
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

const documents = {
  gfm: unified()
    .use(remarkParse)
    .use(remarkGfm, gfm)
    .use(keepCellEdges)
    .use(keepEdges)
    .use(escapeExtensions)
    .use(remarkStringify, style)
    .freeze(),
  directive: unified()
    .use(remarkParse)
    .use(remarkGfm, gfm)
    .use(remarkDirective)
    .use(escapeColons)
    .use(keepCellEdges)
    .use(keepEdges)
    .use(escapeExtensions)
    .use(remarkStringify, style)
    .freeze(),
} as const satisfies Record<MarkdownDialect, unknown>

export function stringify(document: Root, dialect: MarkdownDialect = 'gfm'): string {
  return documents[dialect].stringify(document)
}

export function parse(markdown: string, dialect: MarkdownDialect = 'gfm'): Root {
  return documents[dialect].parse(markdown)
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

/**
 * A colon begins a directive before more than the letters that remark-directive escapes it before: a
 * ratio such as 1:10 would lose its second number, and a tab makes a name too.
 */
function escapeColons(this: Processor): void {
  const data = this.data()
  const colon = {
    character: ':',
    after: String.raw`(?=[^ \n\[])`,
    inConstruct: 'phrasing',
    notInConstruct: ['destinationLiteral', 'destinationRaw', 'autolink'],
  } as const satisfies Unsafe
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), { unsafe: [colon] }]
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
