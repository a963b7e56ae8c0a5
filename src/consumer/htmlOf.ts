import { renderHtml } from '../feeds/html/index.ts'
import type { HtmlOptions } from '../feeds/html/index.ts'
import { readFrontMatter } from './frontMatter.ts'
import { textOf } from './unknownJson.ts'

/** An item as HTML, or a sentence that says why it has none. */
export type ItemHtml =
  { readonly ok: true; readonly html: string } | { readonly ok: false; readonly message: string }

/**
 * The HTML of an item, given its Markdown file: no renderer of the site's own is needed, and none
 * can change what it says. Ids begin with the kind and key of the item unless told otherwise, so that
 * any number of items may stand on one page.
 */
export function htmlOf(
  markdown: string,
  options: Omit<HtmlOptions, 'mediaUrl' | 'dialect'> = {},
): ItemHtml {
  const item = readFrontMatter(markdown)
  if (typeof item === 'string') {
    return { ok: false, message: `${item} Hand in the whole file of an item as it was pulled.` }
  }
  const { kind, key } = item.values
  const name = [kind, key].flatMap((part) => textOf(part) ?? [])
  const idPrefix = name.map((part) => `${part}-`).join('')
  const result = renderHtml(item.body, { idPrefix, ...options, dialect: item.dialect })
  if (result.ok) return result
  return { ok: false, message: `${result.message} It stands at ${result.place} of the text.` }
}
