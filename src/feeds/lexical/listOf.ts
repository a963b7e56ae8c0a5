import type { BlockContent, List, ListItem } from 'mdast'
import type { Placed, ReadBlocks } from './lexicalNode.ts'
import { childrenOf } from './lexicalNode.ts'
import { Refused } from '../tree/index.ts'

/**
 * Lexical keeps a nested list in a list item of its own, after the item it belongs to; mdast keeps
 * it inside that item. A list without items is nothing.
 */
export function listOf(placed: Placed, readBlocks: ReadBlocks): List[] {
  const contents: BlockContent[][] = []
  for (const item of childrenOf(placed)) {
    if (item.node.type !== 'listitem') {
      throw new Refused(item.place, `A list holds list items, not a ${item.node.type}.`)
    }
    const nodes = childrenOf(item)
    const content = readBlocks(nodes)
    const owner = contents.at(-1)
    const isNested = nodes.length > 0 && nodes.every(({ node }) => node.type === 'list')
    if (isNested && owner !== undefined) owner.push(...content)
    else contents.push(content)
  }
  if (contents.length === 0) return []

  const children = contents.map(listItem)
  const spread = children.some((item) => item.spread === true)
  const start = firstNumber(placed)
  return [
    start === undefined
      ? { type: 'list', ordered: false, spread, children }
      : { type: 'list', ordered: true, start, spread, children },
  ]
}

/** An item is spread when its blocks would run together without a blank line between them. */
function listItem(children: BlockContent[]): ListItem {
  const spread = children.some((child, index) => {
    const before = children[index - 1]
    return before !== undefined && !(before.type === 'paragraph' && isTightAfterText(child))
  })
  return { type: 'listItem', spread, children }
}

/** CommonMark 0.31.2, 5.2: a list interrupts a paragraph only if its first item starts with words. */
function isTightAfterText(block: BlockContent): boolean {
  return block.type === 'list' && block.children[0]?.children[0]?.type === 'paragraph'
}

/** CommonMark 0.31.2, 5.2: a list number has at most nine digits. */
const highestNumber = 999_999_999

/** Where counting starts; undefined for a list without numbers. */
function firstNumber({ node, place }: Placed): number | undefined {
  if (node.listType === 'bullet') return undefined
  if (node.listType === 'check') {
    throw new Refused(place, 'A check list cannot be published. Use a bullet list.')
  }
  if (node.listType !== 'number') {
    throw new Refused(
      place,
      `A list is a bullet or a number list, not a ${String(node.listType)} list.`,
    )
  }
  const start = node.start ?? 1
  if (typeof start !== 'number' || !Number.isInteger(start) || start < 0 || start > highestNumber) {
    throw new Refused(
      place,
      `A list starts at a whole number of at most nine digits, not at ${JSON.stringify(start)}.`,
    )
  }
  return start
}
