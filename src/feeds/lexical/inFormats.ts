import type { PhrasingContent, Text } from 'mdast'
import { mergeAdjacent } from '../tree/index.ts'

/** mdast's names of the formats that wrap other content. */
export type Format = 'delete' | 'strong' | 'emphasis'

/** A leaf of a line and the formats it carries. */
export interface Formatted {
  readonly formats: readonly Format[]
  readonly node: PhrasingContent
}

/**
 * Nests a line of leaves in their formats. Of the formats that begin at a leaf the one that runs
 * furthest goes outside, so that the fewest marks are needed and one line has one tree.
 */
export function inFormats(pieces: readonly Formatted[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  let index = 0
  for (let piece = pieces[0]; piece !== undefined; piece = pieces[index]) {
    const outer = furthest(pieces, index)
    if (outer === undefined) {
      nodes.push(piece.node)
      index += 1
    } else {
      const inner = pieces.slice(index, index + outer.length).map(({ formats, node }) => ({
        formats: formats.filter((format) => format !== outer.format),
        node,
      }))
      nodes.push(...wrap(outer.format, mergeAdjacent(inFormats(inner))))
      index += outer.length
    }
  }
  return nodes
}

interface Run {
  readonly format: Format
  readonly length: number
}

function furthest(pieces: readonly Formatted[], start: number): Run | undefined {
  return (pieces[start]?.formats ?? [])
    .map((format): Run => {
      const rest = pieces.slice(start)
      const end = rest.findIndex(({ formats }) => !formats.includes(format))
      return { format, length: end === -1 ? rest.length : end }
    })
    .reduce<Run | undefined>(
      (best, run) => (best === undefined || run.length > best.length ? run : best),
      undefined,
    )
}

/**
 * White space at the edge of a format stands outside it: it looks the same, and Markdown's marks
 * have to touch a word.
 */
function wrap(type: Format, content: readonly PhrasingContent[]): PhrasingContent[] {
  const [before, rest] = withoutStart(content)
  const [children, after] = withoutEnd(rest)
  return [
    ...textNodes(before),
    ...(children.length === 0 ? [] : [{ type, children: [...children] }]),
    ...textNodes(after),
  ]
}

type Content = readonly PhrasingContent[]

function withoutStart(content: Content): [space: string, rest: Content] {
  const [first, ...rest] = content
  if (first?.type !== 'text') return ['', content]
  const words = first.value.trimStart()
  return [first.value.slice(0, first.value.length - words.length), [...textNodes(words), ...rest]]
}

function withoutEnd(content: Content): [rest: Content, space: string] {
  const last = content.at(-1)
  if (last?.type !== 'text') return [content, '']
  const words = last.value.trimEnd()
  return [[...content.slice(0, -1), ...textNodes(words)], last.value.slice(words.length)]
}

function textNodes(value: string): Text[] {
  return value === '' ? [] : [{ type: 'text', value }]
}
