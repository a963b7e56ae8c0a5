import type { Element, ElementContent, Root, RootContent } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { Block, Line, Outline, Run } from './outline.ts'
import { breakText, imageText, lineOf, linkMark, noteText } from './outline.ts'

const parser = unified().use(rehypeParse, { fragment: true }).freeze()

/** The tree that a browser makes of HTML. */
export function parseHtml(html: string): Root {
  return parser.parse(html)
}

type Node = RootContent | ElementContent

const inline: Readonly<Record<string, string>> = {
  strong: 'strong',
  b: 'strong',
  em: 'em',
  i: 'em',
  del: 'del',
  s: 'del',
  code: 'code',
  a: '',
  img: '',
  br: '',
  sup: '',
}
const containers: ReadonlySet<string> = new Set(['blockquote', 'ul', 'ol', 'li'])
const lines: ReadonlySet<string> = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr'])

/** The outline of HTML that remark, markdown-it or goldmark wrote, with its footnotes at its end. */
export function outlineOfHtml(html: string): Outline {
  const tree = parseHtml(html)
  const notes = notesIn(tree)
  const order = new Map(notes.map((note, index) => [String(note.properties.id), index + 1]))
  const own = tree.children.filter((node) => !isFootnotes(node))
  return [
    ...blocksOf(own, order),
    ...notes.map((note): Block => ({ kind: 'note', blocks: blocksOf(note.children, order) })),
  ]
}

/** Three ways of setting footnotes apart: a section, a div, a rule before it. */
function isFootnotes(node: Node): boolean {
  return node.type === 'element' && classes(node).some((name) => name.startsWith('footnotes'))
}

function notesIn(tree: Root): Element[] {
  const holders = tree.children.filter((node) => node.type === 'element' && isFootnotes(node))
  return holders.flatMap((holder) =>
    'children' in holder
      ? holder.children
          .filter((node) => isElement(node, 'ol'))
          .flatMap((list) => list.children.filter((node) => isElement(node, 'li')))
      : [],
  )
}

type Notes = ReadonlyMap<string, number>

function blocksOf(nodes: readonly Node[], notes: Notes): Block[] {
  const blocks: Block[] = []
  let loose: Node[] = []
  const close = () => {
    const line = lineIn(loose, notes)
    if (line.length > 0) blocks.push({ kind: 'p', line })
    loose = []
  }
  for (const node of nodes) {
    if (node.type === 'text' || (node.type === 'element' && node.tagName in inline))
      loose.push(node)
    else {
      close()
      blocks.push(...blockOf(node, notes))
    }
  }
  close()
  return blocks
}

function blockOf(node: Node, notes: Notes): Block[] {
  if (node.type !== 'element') return [{ kind: `unexpected ${node.type}`, line: [] }]
  const { tagName, children } = node
  if (lines.has(tagName)) {
    const line = lineIn(children, notes)
    return tagName === 'hr' || line.length > 0 ? [{ kind: tagName, line }] : []
  }
  if (tagName === 'table') return [{ kind: 'table', rows: rowsIn(node, notes) }]
  if (tagName === 'blockquote' && blocksOf(children, notes).length === 0) return []
  const start = tagName === 'ol' ? ` ${String(node.properties.start ?? 1)}` : ''
  if (containers.has(tagName)) return [{ kind: tagName + start, blocks: blocksOf(children, notes) }]
  return [{ kind: `unexpected ${tagName}`, blocks: blocksOf(children, notes) }]
}

function rowsIn(node: Element, notes: Notes): (readonly [string, Line])[][] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return []
    if (child.tagName !== 'tr') return rowsIn(child, notes)
    const cells = child.children.filter((each) => each.type === 'element')
    return [cells.map((each) => [each.tagName, lineIn(each.children, notes)] as const)]
  })
}

function lineIn(nodes: readonly Node[], notes: Notes): Line {
  return lineOf(runsIn(nodes, [], notes))
}

function runsIn(nodes: readonly Node[], marks: readonly string[], notes: Notes): Run[] {
  return nodes.flatMap((node, index): Run[] => {
    if (node.type === 'text') {
      const next = nodes[index + 1]
      const isBeforeWayBack = next?.type === 'element' && isWayBack(next)
      return [{ text: isBeforeWayBack ? node.value.replace(/\s$/u, '') : node.value, marks }]
    }
    if (node.type !== 'element') return [{ text: `⟦unexpected ${node.type}⟧`, marks }]
    if (isWayBack(node)) return []
    return elementRuns(node, marks, notes)
  })
}

function elementRuns(node: Element, marks: readonly string[], notes: Notes): Run[] {
  const { tagName, properties, children } = node
  if (tagName === 'br') return [{ text: breakText, marks: [] }]
  if (tagName === 'img') {
    return [{ text: imageText(String(properties.src), properties.alt ?? ''), marks }]
  }
  if (tagName === 'sup') {
    const [anchor, another] = children
    const target = isElement(anchor, 'a') ? String(anchor.properties.href).slice(1) : ''
    const note = notes.get(decodeURIComponent(target))
    const isNote = note !== undefined && another === undefined
    return isNote ? [{ text: noteText(note), marks: [] }] : [{ text: '⟦sup⟧', marks }]
  }
  if (tagName === 'a') {
    const mark = linkMark(String(properties.href), textOf(node))
    return runsIn(children, mark === undefined ? marks : [...marks, mark], notes)
  }
  const mark = inline[tagName]
  if (mark === undefined) return [{ text: `⟦unexpected ${tagName}⟧`, marks }]
  return runsIn(children, [...marks, mark], notes)
}

function isWayBack(node: Element): boolean {
  return classes(node).some((name) => name.endsWith('footnote-backref'))
}

function classes({ properties }: Element): readonly string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : []
}

function isElement(node: Node | undefined, name: string): node is Element {
  return node?.type === 'element' && node.tagName === name
}

function textOf(node: Node): string {
  if (node.type === 'text') return node.value
  return node.type === 'element' ? node.children.map(textOf).join('') : ''
}
