import type { Root, RootContent } from 'mdast'
import type { MarkdownDialect } from '../../domain/model/index.ts'
import { renderMarkdown } from '../markdown/index.ts'
import { Refused } from '../tree/index.ts'
import type { ItemContext } from './itemContext.ts'

/**
 * Writes blocks as Markdown, as GFM unless said otherwise; what cannot be written is refused below
 * `place`.
 */
export function markdownOf(
  blocks: readonly RootContent[],
  place: string,
  context: ItemContext,
  dialect: MarkdownDialect = 'gfm',
): string {
  const root: Root = { type: 'root', children: [...blocks] }
  const result = renderMarkdown(root, { mediaUrl: context.mediaUrl, dialect })
  if (result.ok) return result.markdown
  throw new Refused([place, result.place].filter((part) => part !== '').join('.'), result.message)
}
