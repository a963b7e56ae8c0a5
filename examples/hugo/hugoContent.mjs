import { htmlOf } from 'citegate/consumer'

/**
 * An item as Hugo's HTML content: its front matter, and the words as they were signed. Hugo's own reader
 * of Markdown is left out, and its shortcodes, which it would look for in HTML too.
 */
export function hugoContent(markdown) {
  const [frontMatter] = /^---\n.*?\n---\n/s.exec(markdown)
  const { ok, html, message } = htmlOf(markdown)
  if (!ok) throw new Error(message)
  return `${frontMatter}${html.replaceAll('{', '&#123;')}\n`
}
