import type { BlockContent } from 'mdast'
import { Refused } from '../tree/index.ts'

/** A node of Lexical's serialized state, of which nothing but the shape is known. */
export interface LexicalNode {
  readonly type: string
  readonly [property: string]: unknown
}

/** A node together with its path in the state. */
export interface Placed {
  readonly node: LexicalNode
  readonly place: string
}

/** Reads the blocks in a list of nodes; handed down to the blocks that hold blocks. */
export type ReadBlocks = (nodes: readonly Placed[]) => BlockContent[]

/** No text nests deeper; a state that does was made to exhaust the stack. */
const deepest = 64

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads a node, or refuses what has no `type`. */
export function lexicalNode(value: unknown, place: string): Placed {
  if (!isRecord(value) || typeof value.type !== 'string') {
    throw new Refused(place, 'This is not a rich text node: it has no type.')
  }
  return { node: { ...value, type: value.type }, place }
}

/** The children of a node with their places, or a refusal when it has none to give. */
export function childrenOf({ node, place }: Placed): readonly Placed[] {
  if (!Array.isArray(node.children)) {
    throw new Refused(place, `The ${node.type} node has no list of children.`)
  }
  if (place.split('.children.').length > deepest) {
    throw new Refused(place, `The text nests more than ${String(deepest)} levels deep. Flatten it.`)
  }
  const children: readonly unknown[] = node.children
  return children.map((child, index) => lexicalNode(child, `${place}.children.${String(index)}`))
}
