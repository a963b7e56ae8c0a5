import type { DemoArticle, DemoDisclaimer, DemoTherapy } from '../../../src/demo/content/index.ts'
import type { Article, Disclaimer, Therapy } from '../../../src/domain/model/index.ts'
import { lexicalToMdast } from '../../../src/feeds/lexical/index.ts'
import { markdownToLexical } from '../../../src/intake/richText/index.ts'

type Body = Disclaimer['body']

/** Rich text on the way it takes in earnest: into the editor's form and out of it. */
export function asRichText(markdown: string): Body {
  const state = markdownToLexical(markdown, { claimId: (key) => key })
  const result = lexicalToMdast(state, { claimKey: (id) => id, media: () => undefined })
  if (!result.ok) throw new Error(result.message)
  return result.tree
}

export function asTherapy(page: DemoTherapy): Therapy {
  return { ...page, sections: page.sections.map(asSection) }
}

export function asArticle(page: DemoArticle): Article {
  return { ...page, sections: page.sections.map(asSection) }
}

export function asDisclaimer(disclaimer: DemoDisclaimer): Disclaimer {
  return { ...disclaimer, body: asRichText(disclaimer.body) }
}

function asSection<S extends { readonly body: string }>(
  section: S,
): Omit<S, 'body'> & { body: Body } {
  return { ...section, body: asRichText(section.body) }
}
