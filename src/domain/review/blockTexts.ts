import type { Nodes, Root, RootContent } from 'mdast'

/** Whether a value of a projection is rich text; an empty one has lost its children. */
export function isRichText(value: unknown): value is Root {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'root'
}

/** The blocks of a rich text, none for anything else. */
export function blocksOf(value: unknown): readonly RootContent[] {
  return isRichText(value) ? (childrenOf(value) as readonly RootContent[]) : []
}

/**
 * Two states of a block as a person reads them: the words alone or, where only the markup differs,
 * with its markup, and with all its properties where that is not enough either.
 */
export function blockTexts(
  before: RootContent | undefined,
  after: RootContent | undefined,
): readonly [string | undefined, string | undefined] {
  const forms = [wordsOf, markedUp, (node: Nodes) => JSON.stringify(node)].map(
    (form) => [before && form(before), after && form(after)] as const,
  )
  return forms.find(([old, next]) => old !== next) ?? [undefined, undefined]
}

function wordsOf(node: Nodes): string {
  return joined(node, wordsOf) ?? leaf(node)
}

function markedUp(node: Nodes): string {
  const inner = joined(node, markedUp) ?? leaf(node)
  switch (node.type) {
    case 'emphasis':
      return `*${inner}*`
    case 'strong':
      return `**${inner}**`
    case 'delete':
      return `~~${inner}~~`
    case 'inlineCode':
    case 'code':
      return `\`${inner}\``
    case 'superscript':
      return `^${inner}^`
    case 'subscript':
      return `~${inner}~`
    case 'link':
      return `[${inner}](${node.url})`
    case 'image':
      return `![${inner}](${node.url})`
    case 'heading':
      return `${'#'.repeat(node.depth)} ${inner}`
    case 'blockquote':
      return `> ${inner}`
    case 'listItem':
      return `- ${inner}`
    default:
      return inner
  }
}

/** A claim stands with its key: its words are its own matter. */
function leaf(node: Nodes): string {
  switch (node.type) {
    case 'claimReference':
    case 'claimNotice':
      return `[claim ${node.claim}]`
    case 'image':
      return node.alt ?? ''
    case 'break':
      return '\n'
    case 'thematicBreak':
      return '---'
    default:
      return 'value' in node ? node.value : ''
  }
}

function joined(node: Nodes, form: (node: Nodes) => string): string | undefined {
  if (!('children' in node)) return undefined
  return childrenOf(node)
    .map(form)
    .join(between[node.type] ?? '')
}

/** A projection leaves empty values out, the children of a blank node among them. */
function childrenOf(node: { readonly children?: readonly (Nodes | null)[] }): readonly Nodes[] {
  return (node.children ?? []).filter((child) => child !== null)
}

const between: Partial<Record<Nodes['type'], string>> = {
  blockquote: '\n',
  list: '\n',
  listItem: '\n',
  table: '\n',
  tableRow: ' | ',
}
