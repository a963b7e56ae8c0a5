import type { BlockContent, ListItem, PhrasingContent, TableRow } from 'mdast'
import type { Random } from './random.ts'
import { plainSentence, sentence } from './sentences.ts'

/** The blocks of a page, as long and as mixed as those of real ones. */

export function paragraphOf(name: string, sentences: number, random: Random): BlockContent {
  const children = Array.from({ length: sentences }, (_, index) =>
    sentence(`${name}-${index + 1}`, random),
  ).flat()
  return { type: 'paragraph', children: withoutEdges(children) }
}

export function listOf(name: string, items: number, random: Random): BlockContent {
  const isOrdered = random.between(0, 2) === 0
  return {
    type: 'list',
    ordered: isOrdered,
    ...(isOrdered ? { start: 1 } : {}),
    spread: false,
    children: Array.from({ length: items }, (_, index): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [paragraphOf(`${name}-${index + 1}`, 1, random)],
    })),
  }
}

/** A table with a head, and in its last column one claim for each of the last rows. */
export function tableOf(
  name: string,
  rows: number,
  claims: readonly string[],
  random: Random,
): BlockContent {
  const row = (...cells: PhrasingContent[]): TableRow => ({
    type: 'tableRow',
    children: cells.map((cell) => ({ type: 'tableCell', children: [cell] })),
  })
  const words = (value: string): PhrasingContent => ({ type: 'text', value })
  const { between } = random
  return {
    type: 'table',
    align: [null, null, null, null],
    children: [
      row(words('Generated group'), words('n'), words('Change ± SD'), words('Finding')),
      ...Array.from({ length: rows }, (_, index) =>
        row(
          words(`Group ${name}-${index + 1} | ≥${between(18, 65)} years`),
          words(String(between(20, 400))),
          words(`−${between(1, 9)}.${between(0, 9)} ± ${between(1, 3)}.${between(0, 9)} × 10⁹/L`),
          words(plainSentence(`${name}-${index + 1}`, random)),
        ),
      ),
      ...claims.map((claim, index) =>
        row(
          words(`Claim ${index + 1}`),
          words(String(between(20, 400))),
          words('see the statement'),
          { type: 'claimReference', claim },
        ),
      ),
    ],
  }
}

export function headingOf(words: string): BlockContent {
  return { type: 'heading', depth: 3, children: [{ type: 'text', value: words }] }
}

export function claimAlone(claim: string): BlockContent {
  return { type: 'paragraph', children: [{ type: 'claimReference', claim }] }
}

/** A block neither begins nor ends in white space: an editor would not store it so. */
function withoutEdges(children: readonly PhrasingContent[]): PhrasingContent[] {
  const last = children.at(-1)
  if (last?.type !== 'text') return [...children]
  return [...children.slice(0, -1), { ...last, value: last.value.trimEnd() }]
}
