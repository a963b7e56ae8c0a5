/**
 * What a document says, whatever it is written in: its blocks, and in them every character with the
 * marks it carries. Two documents with equal outlines read the same.
 */
export type Outline = readonly Block[]

export type Block =
  | { readonly kind: string; readonly line: Line }
  | { readonly kind: string; readonly blocks: Outline }
  | { readonly kind: 'table'; readonly rows: readonly (readonly [kind: string, Line])[][] }

export type Line = readonly Run[]

export interface Run {
  /** Text; of an image and of a footnote what stands for them. */
  readonly text: string
  /** In alphabetical order: `code`, `del`, `em`, `link:…`, `strong`. */
  readonly marks: readonly string[]
}

/**
 * A line of which no more can be said: neighbours with the same marks are one, white space is neither
 * bold, slanted nor struck, none is seen beside a break or at the ends, and a bare address is the same
 * with a link to it.
 */
export function lineOf(runs: readonly Run[]): Line {
  const pieces = runs.flatMap(spaceApart).filter(({ text }) => text !== '')
  const line: Run[] = []
  for (const run of pieces.filter((_, index) => isSeen(pieces, index))) {
    const before = line.at(-1)
    if (before?.marks.join('\n') === run.marks.join('\n')) {
      line[line.length - 1] = { ...before, text: before.text + run.text }
    } else line.push(run)
  }
  return line
}

/** CSS Text 3, 4.1.2: spaces at the beginning and at the end of a line are removed. */
function isSeen(pieces: readonly Run[], index: number): boolean {
  if (!isSpace(pieces[index])) return true
  const before = pieces.slice(0, index).findLast((piece) => !isSpace(piece))
  const after = pieces.slice(index).find((piece) => !isSpace(piece))
  return [before, after].every((piece) => piece !== undefined && piece.text !== breakText)
}

function isSpace(run: Run | undefined): boolean {
  return run !== undefined && /^[ \t\n]+$/.test(run.text)
}

const onWords: ReadonlySet<string> = new Set(['strong', 'em', 'del'])

function spaceApart({ text, marks }: Run): Run[] {
  const sorted = [...new Set(marks)].sort()
  if (text === breakText) return [{ text, marks: [] }]
  const isCode = sorted.includes('code')
  const bare = isCode ? sorted : sorted.filter((mark) => !onWords.has(mark))
  return text
    .split(/([ \t\n]+|[^\S \t\n]+)/u)
    .map((part) => ({ text: part, marks: /^\s*$/u.test(part) ? bare : sorted }))
}

/** Undefined for a link that says no more than its own text, as readers make them of bare addresses. */
export function linkMark(address: string, text: string): string | undefined {
  const target = decoded(address)
  const isBare = ['', 'http://', 'mailto:'].some((scheme) => target === decoded(scheme + text))
  return isBare ? undefined : `link:${target}`
}

/** Readers differ in what they percent-encode; the address is the same. */
function decoded(address: string): string {
  return address.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}

export const noteText = (number: number): string => `⟦note ${String(number)}⟧`
export const imageText = (address: string, alt: string): string => `⟦image ${address} ${alt}⟧`
export const breakText = '⟦break⟧'
