import type { Nodes, Parents, Table, TableCell, TableRow } from 'mdast'
import type {
  Channel,
  ClaimNotice,
  ClaimReference,
  Graph,
  Page,
  RichText,
  Section,
} from '../model/index.ts'
import { isBlank, isShownIn } from '../pages/index.ts'

/** When and why a claim left the feed. */
export interface Fallen {
  /** ISO date. */
  readonly date: string
  readonly reason: string
}

/**
 * A page as the readers of one channel find it. Regulatory claims of other jurisdictions are left out
 * with the paragraph, list item or table row that holds them, and with headings and sections that
 * nothing is left of. In the place of a fallen claim stands a notice. Of the searches that found no
 * status only those for the channel's jurisdiction are shown.
 */
export function pageAsRead<P extends Page>(
  page: P,
  channel: Channel,
  graph: Pick<Graph, 'claims'>,
  fallen: ReadonlyMap<string, Fallen>,
): P {
  const read: Reading = (reference) => {
    const claim = graph.claims.get(reference.claim)?.subject
    if (claim !== undefined && !isShownIn(claim, channel)) return undefined
    const notice = fallen.get(reference.claim)
    return notice === undefined ? reference : noticeOf(reference.claim, notice)
  }
  return {
    ...page,
    channels: [channel.key],
    sections: page.sections.flatMap((section) => sectionAsRead(section, read)),
    statusNotEstablished: page.statusNotEstablished.filter(
      ({ jurisdiction }) => jurisdiction === channel.jurisdiction,
    ),
  }
}

/** What stands in a claim's place: itself, a notice, or nothing. */
type Reading = (reference: ClaimReference) => ClaimReference | ClaimNotice | undefined

function noticeOf(claim: string, { date, reason }: Fallen): ClaimNotice {
  return { type: 'claimNotice', claim, date, reason }
}

function sectionAsRead(section: Section, read: Reading): Section[] {
  const children = childrenAsRead(section.body, read)
  const body: RichText = { ...section.body, children: children as RichText['children'] }
  // A section that was empty before is left for the rule that says so.
  return isBlank(body) && !isBlank(section.body) ? [] : [{ ...section, body }]
}

/** Fall as a whole when a claim in them falls away: a sentence does not read on without its claim. */
const wholes: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
])

function nodeAsRead(node: Nodes, read: Reading): Nodes | undefined {
  if (node.type === 'claimReference') return read(node)
  if (!('children' in node)) return node
  if (node.type === 'table') return tableAsRead(node, read)
  const children = childrenAsRead(node, read)
  const isShorter = children.length < node.children.length
  if (isShorter && (wholes.has(node.type) || children.length === 0)) return undefined
  return { ...node, children } as Nodes
}

function childrenAsRead(parent: Parents, read: Reading): Nodes[] {
  const children: readonly Nodes[] = parent.children
  const kept = children.map((child) => nodeAsRead(child, read))
  return kept.flatMap((child, index) =>
    child === undefined || isBereft(child, index, kept) ? [] : child,
  )
}

/** A heading below which something was left out and nothing stayed, up to the next of its rank. */
function isBereft(node: Nodes, index: number, siblings: readonly (Nodes | undefined)[]): boolean {
  if (node.type !== 'heading') return false
  const following = siblings.slice(index + 1)
  const end = following.findIndex((other) => other?.type === 'heading' && other.depth <= node.depth)
  const below = end < 0 ? following : following.slice(0, end)
  return (
    below.includes(undefined) &&
    below.every((other) => other === undefined || other.type === 'heading')
  )
}

/** A table whose rows are all gone goes too; its head alone says nothing. */
function tableAsRead(table: Table, read: Reading): Table | undefined {
  const children = table.children.flatMap((row, index) => rowAsRead(row, index === 0, read) ?? [])
  return children.length < table.children.length && children.length < 2
    ? undefined
    : { ...table, children }
}

/**
 * A row goes with its claim. The head stays, and so does a row that speaks of a claim that stays: the
 * cell is left blank there.
 */
function rowAsRead(row: TableRow, isHead: boolean, read: Reading): TableRow | undefined {
  const cells = row.children.map((cell) => nodeAsRead(cell, read) as TableCell | undefined)
  const isKept =
    isHead || !cells.includes(undefined) || cells.some((cell) => cell && holdsClaim(cell))
  return isKept
    ? { ...row, children: cells.map((cell) => cell ?? { type: 'tableCell', children: [] }) }
    : undefined
}

function holdsClaim(node: Nodes): boolean {
  if (node.type === 'claimReference' || node.type === 'claimNotice') return true
  return 'children' in node && node.children.some(holdsClaim)
}
