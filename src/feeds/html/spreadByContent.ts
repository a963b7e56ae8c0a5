import type { ListItem, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * Sets the items of a list apart where one of them holds more than a line with lists below it,
 * whatever blank lines its Markdown needs: CommonMark 0.31.2, 5.3 calls a list loose also when they
 * are there for the sake of the syntax alone.
 */
export function spreadByContent(tree: Root): Root {
  const copy = structuredClone(tree)
  visit(copy, (node) => {
    if (node.type === 'list') node.spread = false
    if (node.type === 'listItem') node.spread = holdsMoreThanALine(node)
  })
  return copy
}

function holdsMoreThanALine({ children }: ListItem): boolean {
  return children.some((child, index) => index > 0 && child.type !== 'list')
}
