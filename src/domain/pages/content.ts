import type { Nodes } from 'mdast'
import type { RichText } from '../model/index.ts'
import { nodesFrom, nodesIn, type Visit } from './nodes.ts'

/** True if a reader would find nothing in it: no words, no claim, no image. */
export function isBlank(root: RichText): boolean {
  for (const { node } of nodesIn(root)) if (hasContent(node)) return false
  return true
}

/** The nodes at and below a visit that a reader sees something of. */
export function contentOf(visit: Visit): Nodes[] {
  return [...nodesFrom(visit)].map(({ node }) => node).filter(hasContent)
}

function hasContent(node: Nodes): boolean {
  switch (node.type) {
    case 'claimReference':
    case 'claimNotice':
    case 'image':
    case 'imageReference':
      return true
    default:
      return 'value' in node && node.value.trim() !== ''
  }
}
