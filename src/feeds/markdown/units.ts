import type { List, ListItem, Nodes, Root, RootContent } from 'mdast'

/** A block of a document or, of a plain list, one item as a list of its own. */
export interface Unit {
  readonly node: RootContent
  /** Index of the block in the document. */
  readonly block: number
  /** Whether it is an item, which the next one follows without a blank line. */
  readonly isItem: boolean
}

/**
 * Cuts a document into units that mean the same in every document, as long as it defines the
 * footnotes they refer to and blank lines set them apart (line ends, between items of one list).
 * Undefined when blocks lean on each other.
 *
 * In CommonMark a blank line ends every block but lists, footnotes and unclosed code and HTML. The
 * latter two are not published. A list goes on in the next list, and both lists and footnotes in what
 * is indented, which a unit never is. Nor are link reference definitions published, by which one
 * block could change another.
 */
export function unitsOf({ children }: Root): readonly Unit[] | undefined {
  const isCut = children.every((block, index) => standsAlone(block, children[index - 1]))
  if (!isCut) return undefined
  return children.flatMap((node, block): Unit[] =>
    isPlainList(node)
      ? node.children.map((item) => ({ node: { ...node, children: [item] }, block, isItem: true }))
      : [{ node, block, isItem: false }],
  )
}

const separable: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'paragraph',
  'heading',
  'blockquote',
  'list',
  'table',
  'thematicBreak',
  'footnoteDefinition',
])

/** Of two lists in a row the second gets other marks, also when something else holds it. */
function standsAlone(block: RootContent, before: RootContent | undefined): boolean {
  return separable.has(block.type) && !(before?.type === 'list' && holds(block, 'list'))
}

function holds(node: Nodes, type: Nodes['type']): boolean {
  if (node.type === type) return true
  return 'children' in node && node.children.some((child) => holds(child, type))
}

/** A bullet list, one paragraph an item, without blank lines between. */
function isPlainList(node: RootContent): node is List {
  return (
    node.type === 'list' &&
    node.ordered !== true &&
    node.spread !== true &&
    node.children.length > 0 &&
    node.children.every(isPlainItem)
  )
}

function isPlainItem({ spread, checked, children }: ListItem): boolean {
  const [only, another] = children
  if (spread === true || (checked ?? null) !== null) return false
  return only?.type === 'paragraph' && another === undefined && !holds(only, 'break')
}

/**
 * The labels of the footnotes that a unit refers to; undefined when it defines one inside of itself
 * or when a label could be read as another.
 */
export function referencesIn(unit: RootContent): readonly string[] | undefined {
  const labels = new Set<string>()
  const isPlain = collect(unit, labels, true)
  return isPlain ? [...labels] : undefined
}

const plainLabel = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

function collect(node: Nodes, labels: Set<string>, isOutermost: boolean): boolean {
  if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition') {
    const { identifier, label } = node
    if (!plainLabel.test(identifier) || (label ?? identifier) !== identifier) return false
    if (node.type === 'footnoteReference') labels.add(identifier)
    else if (!isOutermost) return false
  }
  return !('children' in node) || node.children.every((child) => collect(child, labels, false))
}
