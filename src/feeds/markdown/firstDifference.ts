import type { Nodes, Root, Table } from 'mdast'
import { mergeAdjacent } from '../tree/index.ts'

export interface Difference {
  /** Path in the first tree, or of its parent where something was added. */
  readonly place: string
  readonly expected: string
  readonly found: string
}

/**
 * The first place where two trees do not say the same. Positions do not count, nor does the split
 * of words into neighbouring texts, nor whether bare web and mail addresses are marked as links:
 * GFM readers link them wherever they see them.
 */
export function firstDifference(expected: Root, found: Root): Difference | undefined {
  return compare(expected, found, '')
}

function compare(expected: Nodes, found: Nodes, place: string): Difference | undefined {
  if (meaning(expected) !== meaning(found)) {
    return { place, expected: excerpt(expected), found: excerpt(found) }
  }
  const [left, right] = [childrenOf(expected), childrenOf(found)]
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const [one, other] = [left[index], right[index]]
    const childPlace = `${place === '' ? '' : `${place}.`}children.${String(index)}`
    if (one === undefined || other === undefined) {
      return {
        place: one === undefined ? place : childPlace,
        expected: excerpt(one),
        found: excerpt(other),
      }
    }
    const difference = compare(one, other, childPlace)
    if (difference !== undefined) return difference
  }
  return undefined
}

/** What a node says by itself, its children apart. */
function meaning(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'html':
    case 'code':
      return JSON.stringify([node.type, node.value])
    case 'link':
      return JSON.stringify([node.type, node.url, node.title ?? null])
    case 'image':
      return JSON.stringify([node.type, node.url, node.title ?? null, node.alt ?? ''])
    case 'textDirective':
    case 'containerDirective':
      return JSON.stringify([node.type, node.name, Object.entries(node.attributes ?? {}).sort()])
    case 'heading':
      return JSON.stringify([node.type, node.depth])
    case 'list':
      return JSON.stringify([node.type, node.ordered === true ? (node.start ?? 1) : null])
    case 'listItem':
      return JSON.stringify([node.type, node.checked ?? null])
    case 'table':
      return JSON.stringify([node.type, ...aligned(node)])
    case 'footnoteReference':
    case 'footnoteDefinition':
      return JSON.stringify([node.type, node.identifier])
    default:
      return node.type
  }
}

/** The columns that are aligned, and how; a column that is not named is not aligned. */
function aligned({ align }: Table): unknown[] {
  return (align ?? []).flatMap((side, column) => (side ? [[column, side]] : []))
}

function childrenOf(node: Nodes): readonly Nodes[] {
  const children: readonly Nodes[] = 'children' in node ? node.children : []
  return mergeAdjacent(
    children.map((child) =>
      isBareAddress(child) ? { type: 'text', value: plainText(child) } : child,
    ),
  )
}

function isBareAddress(node: Nodes): boolean {
  if (node.type !== 'link' || (node.title ?? '') !== '') return false
  const [only, another] = node.children
  if (only?.type !== 'text' || another !== undefined) return false
  return ['', 'http://', 'mailto:'].some((prefix) => node.url === prefix + only.value)
}

function plainText(node: Nodes): string {
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(plainText).join('') : ''
}

const longestExcerpt = 60

function excerpt(node: Nodes | undefined): string {
  if (node === undefined) return 'nothing'
  const text = plainText(node)
  const shown = text.length > longestExcerpt ? `${text.slice(0, longestExcerpt)}…` : text
  return shown === '' ? node.type : `${node.type} ${JSON.stringify(shown)}`
}
