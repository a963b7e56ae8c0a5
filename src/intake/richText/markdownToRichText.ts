import type { Html, Nodes, PhrasingContent, Text } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { RichText } from '../../domain/model/index.ts'
import { MarkdownError } from './markdownError.ts'

const parser = unified().use(remarkParse).use(remarkGfm)

/**
 * Parses CommonMark with GFM tables and strikethrough into the core's rich text. `{{claim-key}}`
 * becomes a claim reference, `<sup>9</sup>` and `<sub>2</sub>` raised and lowered text; a line end
 * inside a paragraph is a space. Nodes keep their positions.
 *
 * @throws MarkdownError on other HTML and on braces that hold no key.
 */
export function markdownToRichText(markdown: string): RichText {
  const tree = parser.parse(markdown)
  rewrite(tree)
  return tree
}

/** Own stack, so that deeply nested Markdown cannot exhaust the call stack. */
function rewrite(root: Nodes): void {
  const waiting: Nodes[] = [root]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('children' in node)) continue
    const children = withShifts(node.children).flatMap((child): readonly Nodes[] =>
      child.type === 'text' ? withClaims(child) : [child],
    )
    // Phrasing takes the place of phrasing, so the parent keeps its kind of content.
    const parent: { children: readonly Nodes[] } = node
    parent.children = children
    waiting.push(...children)
  }
}

const shifts: Readonly<Record<string, 'superscript' | 'subscript'>> = {
  '<sup>': 'superscript',
  '<sub>': 'subscript',
}

/** Joins `<sup>`, text, `</sup>` to one node; Markdown parses them as three. */
function withShifts(nodes: readonly Nodes[]): Nodes[] {
  const joined: Nodes[] = []
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index]
    if (node === undefined) continue
    if (node.type !== 'html') {
      joined.push(node)
      continue
    }
    const type = shifts[node.value]
    const [text, end] = [nodes[index + 1], nodes[index + 2]]
    if (type === undefined || text?.type !== 'text' || !closes(node, end)) {
      throw new MarkdownError(
        node,
        `HTML (${node.value}) is not carried over, except text within <sup> or <sub>. Write it in Markdown.`,
      )
    }
    joined.push({ type, value: text.value, ...at(text) })
    index += 2
  }
  return joined
}

function closes(start: Html, end: Nodes | undefined): boolean {
  return end?.type === 'html' && end.value === start.value.replace('<', '</')
}

const placeholder = /\{\{([a-z0-9]+(?:-[a-z0-9]+)*)\}\}/

function withClaims(text: Text): PhrasingContent[] {
  // Split by a pattern with one group: text, key, text, key, …, text.
  return text.value.split(placeholder).flatMap((part, index): PhrasingContent[] => {
    if (index % 2 === 1) return [{ type: 'claimReference', claim: part, ...at(text) }]
    if (part.includes('{{')) {
      throw new MarkdownError(
        text,
        `"${part.trim()}" opens braces that hold no claim key. Write {{key-of-the-claim}}.`,
      )
    }
    return part === '' ? [] : [{ type: 'text', value: part.replace(/\r?\n/g, ' '), ...at(text) }]
  })
}

/** Where the node stands, as the text it was found in. */
function at({ position }: Text): Pick<Text, 'position'> {
  return position === undefined ? {} : { position }
}
