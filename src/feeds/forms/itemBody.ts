import type { MarkdownDialect } from '../../domain/model/index.ts'

/** The text of an item's Markdown file, without what stands above it. */
export interface ItemBody {
  readonly body: string
  readonly dialect: MarkdownDialect
}

/** Takes off the front matter that this program wrote; it ends with the first line of three hyphens. */
export function itemBody(markdown: string): ItemBody {
  const end = markdown.indexOf('\n---\n')
  if (!markdown.startsWith('---\n') || end === -1) return { body: markdown, dialect: 'gfm' }
  const isMarked = markdown.slice(0, end + 1).includes('\nmarkdownDialect: directive\n')
  return {
    body: markdown.slice(end + '\n---\n'.length),
    dialect: isMarked ? 'directive' : 'gfm',
  }
}
