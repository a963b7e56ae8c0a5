import { dump } from 'js-yaml'
import type { ItemContext } from './itemContext.ts'

/** Properties in the order in which they are written; one that is undefined is left out. */
export type FrontMatter = Readonly<Record<string, unknown>>

/**
 * YAML front matter that YAML 1.1 and 1.2 readers take for the same values: js-yaml quotes every
 * scalar that any of them would read as something else.
 */
export function frontMatter(properties: FrontMatter): string {
  const known = Object.fromEntries(
    Object.entries(properties).filter(([, value]) => value !== undefined),
  )
  return `---\n${dump(known, { lineWidth: -1, noRefs: true })}---\n\n`
}

/** Who publishes, under which terms. */
export function publisherContent({ publisher }: Pick<ItemContext, 'publisher'>): {
  publisher: { name: string; url: string }
  licence: { name: string; url: string }
} {
  const { name, url, licence } = publisher
  return { publisher: { name, url }, licence: { name: licence.name, url: licence.url } }
}
