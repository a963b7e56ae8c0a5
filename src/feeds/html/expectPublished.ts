import type { Nodes, Root } from 'mdast'
import { Refused, isAllowedUrl } from '../tree/index.ts'

const held: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  ...(['root', 'paragraph', 'heading', 'blockquote', 'list', 'listItem', 'thematicBreak'] as const),
  ...(['table', 'tableRow', 'tableCell', 'footnoteDefinition', 'footnoteReference'] as const),
  ...(['text', 'strong', 'emphasis', 'delete', 'inlineCode', 'break', 'link', 'image'] as const),
])

/**
 * Refuses what would be left out of the HTML without a word: nodes that it has no form for, such as
 * raw HTML, addresses that it does not link, and footnotes that nothing refers to.
 */
export function expectPublished(tree: Root): void {
  const footnotes = new Footnotes()
  check(tree, '', footnotes)
  footnotes.expectPairs()
}

function check(node: Nodes, place: string, footnotes: Footnotes): void {
  if (!held.has(node.type)) {
    throw new Refused(
      place,
      `A ${node.type} node cannot be published: our HTML has no form for it.`,
    )
  }
  if ((node.type === 'link' || node.type === 'image') && !isAllowedUrl(node.url)) {
    throw new Refused(
      place,
      `The address ${JSON.stringify(node.url)} is not a complete http, https or mailto address.`,
    )
  }
  if (node.type === 'listItem' && (node.checked ?? null) !== null) {
    throw new Refused(place, 'A check list cannot be published. Use a bullet list.')
  }
  footnotes.note(node, place)
  if (!('children' in node)) return
  const prefix = place === '' ? 'children' : `${place}.children`
  for (const [index, child] of node.children.entries()) {
    check(child, `${prefix}.${String(index)}`, footnotes)
  }
}

/** Where footnotes are defined and referred to, by identifier. */
class Footnotes {
  readonly #defined = new Map<string, string>()
  readonly #referred = new Map<string, string>()

  note(node: Nodes, place: string): void {
    if (node.type !== 'footnoteDefinition' && node.type !== 'footnoteReference') return
    const identifier = node.identifier.toUpperCase()
    if (node.type === 'footnoteReference') {
      if (!this.#referred.has(identifier)) this.#referred.set(identifier, place)
    } else if (this.#defined.has(identifier)) {
      throw new Refused(place, `The footnote ${node.identifier} is defined twice.`)
    } else this.#defined.set(identifier, place)
  }

  expectPairs(): void {
    for (const [identifier, place] of this.#referred) {
      if (!this.#defined.has(identifier)) {
        throw new Refused(place, `The footnote ${identifier.toLowerCase()} is nowhere defined.`)
      }
    }
    for (const [identifier, place] of this.#defined) {
      if (!this.#referred.has(identifier)) {
        const message = `Nothing refers to the footnote ${identifier.toLowerCase()}, so nobody would read it.`
        throw new Refused(place, message)
      }
    }
  }
}
