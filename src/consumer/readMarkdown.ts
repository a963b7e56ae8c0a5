import { itemForm, withoutForm } from './feedPaths.ts'
import { readFrontMatter } from './frontMatter.ts'
import { markdownFacts } from './markdownFacts.ts'
import type { ReleaseLedger } from './releaseLedger.ts'

/** Reads one Markdown file of a release: its front matter, what it points to, its footnotes. */
export function readMarkdown(path: string, text: string, ledger: ReleaseLedger): void {
  const frontMatter = readFrontMatter(text)
  if (typeof frontMatter === 'string') {
    ledger.report(path, 'front-matter', frontMatter)
    readProse(path, text, ledger)
    return
  }
  const { values, body } = frontMatter
  readProse(path, body, ledger)
  if (itemForm(path) === 'md') ledger.markdown.set(withoutForm(path), { path, values })
}

/** Reads Markdown that stands in a file, or is one. */
export function readProse(path: string, markdown: string, ledger: ReleaseLedger): void {
  const { links, undefinedFootnotes } = markdownFacts(markdown)
  for (const link of links) ledger.linkAddress(path, link)
  for (const name of undefinedFootnotes) {
    const message = `It refers to the footnote ${name}, which is defined nowhere.`
    ledger.report(path, 'footnote', message)
  }
}
