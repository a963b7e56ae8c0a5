import type { Nodes, Parents, Text } from 'mdast'
import type { Info, State } from 'mdast-util-to-markdown'
import type { Processor } from 'unified'

/**
 * Writes as a reference the character at an edge of a text on which readers of Markdown do not agree:
 *
 * - White space that is no space or tab. markdown-it takes a no-break space off the ends of a block or
 *   of a cell.
 * - What touches bold, slanted or struck text that ends in a sign, as in `**😀**a` and `**a.**€`.
 *   Whether marks open or close there depends on what is called punctuation: symbols since CommonMark
 *   0.31 and not before (6.2), and those beyond U+FFFF not for micromark. A reference begins and ends
 *   with what all of them call punctuation.
 */
export function keepEdges(this: Processor): void {
  const data = this.data()
  data.toMarkdownExtensions = [...(data.toMarkdownExtensions ?? []), { handlers: { text } }]
}

function text(node: Text, parent: Parents | undefined, state: State, info: Info): string {
  const { value } = node
  const siblings: readonly Nodes[] = parent?.children ?? []
  const index = siblings.indexOf(node)
  const [first, last] = [firstOf(value), lastOf(value)]
  const start = needsReference(first, siblings[index - 1], lastOf) ? first : ''
  const rest = value.slice(start.length)
  const end = rest !== '' && needsReference(last, siblings[index + 1], firstOf) ? last : ''
  const middle = rest.slice(0, rest.length - end.length)
  const before = start === '' ? info.before : ';'
  const after = end === '' ? info.after : '&'
  return reference(start) + state.safe(middle, { ...info, before, after }) + reference(end)
}

function needsReference(
  character: string,
  neighbour: Nodes | undefined,
  edgeOf: (text: string) => string,
): boolean {
  if (neighbour === undefined || neighbour.type === 'break') return otherSpace.test(character)
  const edge = edgeInside(neighbour, edgeOf)
  return edge !== '' && !wordOrSpace.test(edge) && !punctuationOrSpace.test(character)
}

/** The last character within marks, or the first; none for what carries no marks. */
function edgeInside(node: Nodes, edgeOf: (text: string) => string): string {
  if (node.type !== 'strong' && node.type !== 'emphasis' && node.type !== 'delete') return ''
  let inner: Nodes | undefined = node
  while (inner !== undefined && 'children' in inner) {
    inner = inner.children.at(edgeOf === firstOf ? 0 : -1)
  }
  return inner?.type === 'text' ? edgeOf(inner.value) : ''
}

const otherSpace = /^[^\S \t\r\n]$/u
const wordOrSpace = /^[\p{L}\p{N}\p{M}\s]$/u
/** What every version of CommonMark takes for punctuation or white space, seen as one unit or as two. */
const punctuationOrSpace = /^[\s!-/:-@[-`{-~]$|^(?=[\0-\uffff])\p{P}$/u

function firstOf(value: string): string {
  return /^./su.exec(value)?.[0] ?? ''
}

function lastOf(value: string): string {
  return /.$/su.exec(value)?.[0] ?? ''
}

function reference(character: string): string {
  const code = character.codePointAt(0)
  return code === undefined ? '' : `&#x${code.toString(16).toUpperCase()};`
}
