import type { Phrasing } from '../../domain/model/index.ts'
import type { Format, Formatted } from './inFormats.ts'
import type { Placed } from './lexicalNode.ts'
import { Refused } from '../tree/index.ts'

/** Bits of a Lexical text node's `format`, see LexicalConstants in lexical 0.50. */
const bits = {
  strong: 1,
  emphasis: 2,
  delete: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
  highlight: 128,
} as const

/** Formats that Markdown has no form for, and whose loss could change what a text says. */
const unsayable: readonly { readonly bit: number; readonly name: string }[] = [
  { bit: bits.underline, name: 'Underlined' },
  { bit: bits.highlight, name: 'Highlighted' },
]

const sayable =
  bits.strong | bits.emphasis | bits.delete | bits.code | bits.subscript | bits.superscript

/** The pieces of a text or tab node: lines, with a break between them. */
export function textPieces(placed: Placed): readonly Formatted[] {
  const { node } = placed
  const text = readText(placed)
  const format = readFormat(placed)
  const formats: Format[] = []
  if ((format & bits.delete) !== 0) formats.push('delete')
  if ((format & bits.strong) !== 0) formats.push('strong')
  if ((format & bits.emphasis) !== 0) formats.push('emphasis')

  if (node.type === 'tab') return [{ formats, node: { type: 'text', value: '\t' } }]
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index): Formatted[] => [
      ...(index === 0 ? [] : [{ formats: [], node: { type: 'break' as const } }]),
      ...leaves(line, format).map((leaf) => ({ formats, node: leaf })),
    ])
}

function readText({ node, place }: Placed): string {
  const text = node.text ?? ''
  if (typeof text !== 'string') throw new Refused(place, 'The text node holds no text.')
  const stray = /[^\P{Cc}\t\r\n]|\p{Cs}/u.exec(text)
  if (stray !== null) {
    const code = stray[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    throw new Refused(
      place,
      `The character U+${code} at position ${String(stray.index + 1)} cannot be published. Remove it.`,
    )
  }
  return text
}

function readFormat({ node, place }: Placed): number {
  const format = node.format ?? 0
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 0) {
    throw new Refused(place, `The text format ${JSON.stringify(format)} is not known.`)
  }
  const lost = unsayable.find(({ bit }) => (format & bit) !== 0)
  if (lost !== undefined) {
    throw new Refused(
      place,
      `${lost.name} text cannot be published. Use bold or italic, or say it in words.`,
    )
  }
  if ((format & ~sayable) !== 0) {
    throw new Refused(place, `The text format ${String(format)} is not known.`)
  }
  const shapes = [bits.code, bits.subscript, bits.superscript].filter((bit) => (format & bit) !== 0)
  if (shapes.length > 1) {
    throw new Refused(place, 'Text is code, subscript or superscript, and only one of them.')
  }
  return format
}

/** White space around raised or lowered characters is not raised or lowered itself. */
function leaves(value: string, format: number): readonly Phrasing[] {
  if (value === '') return []
  if ((format & bits.code) !== 0) return [{ type: 'inlineCode', value }]
  const core = value.trim()
  const shape = shapeOf(format)
  if (shape === undefined || core === '') return [{ type: 'text', value }]
  const start = value.indexOf(core)
  const before = value.slice(0, start)
  const after = value.slice(start + core.length)
  return [
    ...(before === '' ? [] : [{ type: 'text' as const, value: before }]),
    { type: shape, value: core },
    ...(after === '' ? [] : [{ type: 'text' as const, value: after }]),
  ]
}

function shapeOf(format: number): 'superscript' | 'subscript' | undefined {
  if ((format & bits.superscript) !== 0) return 'superscript'
  return (format & bits.subscript) === 0 ? undefined : 'subscript'
}
