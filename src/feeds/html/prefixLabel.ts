import type { Root } from 'hast'
import { visit } from 'unist-util-visit'

// The one id that remark-rehype writes without its prefix.
const label = 'footnote-label'

/** Keeps the id of the footnotes' heading apart from that of other items on the same page. */
export function prefixLabel(prefix: string) {
  return (tree: Root): void => {
    visit(tree, 'element', ({ properties }) => {
      if (properties.id === label) properties.id = `${prefix}${label}`
      if (properties.ariaDescribedBy !== undefined) {
        properties.ariaDescribedBy = [`${prefix}${label}`]
      }
    })
  }
}
