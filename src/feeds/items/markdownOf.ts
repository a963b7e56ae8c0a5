import type { Root, RootContent } from 'mdast'
import { renderMarkdown } from '../markdown/index.ts'
import { Refused } from '../tree/index.ts'
import type { ItemContext } from './itemContext.ts'

/** Writes blocks as Markdown; what cannot be written is refused below `place`. */
export function markdownOf(
  blocks: readonly RootContent[],
  place: string,
  context: ItemContext,
): string {
  const root: Root = { type: 'root', children: [...blocks] }
  const result = renderMarkdown(root, { mediaUrl: context.mediaUrl })
  if (result.ok) return result.markdown
  throw new Refused([place, result.place].filter((part) => part !== '').join('.'), result.message)
}
