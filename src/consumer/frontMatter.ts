import { load } from 'js-yaml'
import type { MarkdownDialect } from '../domain/model/index.ts'
import { markdownDialects } from '../domain/model/index.ts'
import { type Json, recordOf } from './unknownJson.ts'

export interface FrontMatter {
  readonly values: Json
  /** What follows the front matter. */
  readonly body: string
  /** How claims and disclaimers are marked in it. */
  readonly dialect: MarkdownDialect
}

/** Takes an item apart into front matter and body; a sentence when its front matter cannot be read. */
export function readFrontMatter(markdown: string): FrontMatter | string {
  const [whole, yaml] = /^---\n(.*?\n)---\n/s.exec(markdown) ?? []
  if (whole === undefined || yaml === undefined) return 'It does not begin with front matter.'
  try {
    const values = recordOf(load(yaml))
    const dialect = markdownDialects.find((known) => known === (values.markdownDialect ?? 'gfm'))
    if (dialect === undefined) {
      return `Its Markdown is in a dialect that this version cannot read (${String(values.markdownDialect)}). Update Citegate here.`
    }
    // Early releases wrote `kind`, a name that Hugo keeps for itself.
    const kind = values.itemKind ?? values.kind
    return { values: { ...values, kind }, dialect, body: markdown.slice(whole.length) }
  } catch (error) {
    return `Its front matter is not YAML: ${error instanceof Error ? error.message : String(error)}`
  }
}
