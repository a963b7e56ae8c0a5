import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'

const blocks: ReadonlySet<string> = new Set([
  ...['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'th', 'td', 'blockquote', 'ul', 'ol', 'table'],
])

// The right-to-left scripts that are written today.
const rightToLeft =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u

/**
 * Lets a browser lay out a block by its own first letter where it holds right-to-left writing, as
 * lists, quotes and tables around it: HTML Standard, 3.2.6.4, The dir attribute.
 */
export function markDirection() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (blocks.has(element.tagName) && rightToLeft.test(textOf(element))) {
        element.properties.dir = 'auto'
      }
    })
  }
}

function textOf(node: Element | ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  if (node.tagName === 'img') return node.properties.alt ?? ''
  return node.children.map(textOf).join('')
}
