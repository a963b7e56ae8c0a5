import type { Nodes, Parent, Root, RootContent } from 'mdast'
import { plainText } from '../items/index.ts'
import { parseMarkdown } from '../markdown/index.ts'
import { withoutDirectives } from '../tree/index.ts'
import { itemBody } from './itemBody.ts'

/**
 * The text of an item without markup, out of its Markdown form: everything stands where it stands
 * there, disclaimers and notices too. Sources are numbered where they are referred to, and listed at
 * the end.
 */
export function feedText(markdown: string): string {
  const { body, dialect } = itemBody(markdown)
  const { children } = withoutDirectives(parseMarkdown(body, dialect))
  const numbers = new Map<string, number>()
  const blocks = children.filter((block) => block.type !== 'footnoteDefinition')
  const text = plainText(blocks.map((block) => numbered(block, numbers) as RootContent))
  return [text, ...sources(children, numbers)].filter((part) => part !== '').join('\n\n')
}

/** The same with `[1]` in the place of a reference to a source. */
function numbered(node: Nodes, numbers: Map<string, number>): Nodes {
  if (node.type === 'footnoteReference') {
    const number = numbers.get(node.identifier) ?? numbers.size + 1
    numbers.set(node.identifier, number)
    return { type: 'text', value: ` [${String(number)}]` }
  }
  if (!('children' in node)) return node
  const { children }: Parent = node
  return { ...node, children: children.map((child) => numbered(child, numbers)) } as Nodes
}

function sources(
  blocks: Root['children'],
  numbers: ReadonlyMap<string, number>,
): readonly string[] {
  const listed = blocks.flatMap((block) => {
    const number = block.type === 'footnoteDefinition' ? numbers.get(block.identifier) : undefined
    return block.type !== 'footnoteDefinition' || number === undefined
      ? []
      : [{ number, text: `[${String(number)}] ${plainText(block.children)}` }]
  })
  if (listed.length === 0) return []
  return [
    listed
      .toSorted((a, b) => a.number - b.number)
      .map(({ text }) => text)
      .join('\n'),
  ]
}
