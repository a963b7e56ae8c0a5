import type { Root, RootContent } from 'mdast'
import { firstDifference } from './firstDifference.ts'
import { Memory } from './memory.ts'
import { mayHoldAddress, parseFragment } from './parseFragment.ts'
import { isPlainlyRead } from './plainUnit.ts'
import { stringifyBlocks } from './processor.ts'
import { referencesIn, unitsOf } from './units.ts'
import type { Unit } from './units.ts'

/** A unit that was written, read again, and found to say the same. */
interface Proven {
  readonly markdown: string
  /** Labels of the footnotes it refers to. */
  readonly references: readonly string[]
}

/** Sources, disclaimers and sentences recur in many items: each is written and read again once. */
const proven = new Memory<Proven>(16_000_000)

/**
 * The Markdown of a document, every unit of it proven to be read as it was meant. It is what
 * stringify writes. Undefined where that cannot be shown unit by unit: the document has to be read
 * again as a whole then.
 */
export function writeInUnits(document: Root): string | undefined {
  const units = unitsOf(document)
  if (units === undefined) return undefined
  const keys = units.map(({ node }) => JSON.stringify(node))
  const known = new Map<string, Proven>()
  const unknown = new Map<string, Unit>()
  for (const [index, unit] of units.entries()) {
    const key = keys[index] ?? ''
    const before = proven.get(key)
    if (before === undefined) unknown.set(key, unit)
    else known.set(key, before)
  }
  const news = unknown.size === 0 ? new Map<string, Proven>() : prove(unknown)
  if (news === undefined) return undefined
  for (const [key, each] of news) {
    proven.set(key, each)
    known.set(key, each)
  }
  const written = keys.flatMap((key) => known.get(key) ?? [])
  if (written.length < units.length) return undefined
  return definesWhatItRefersTo(document, written) ? joined(units, written) : undefined
}

/** A reference without its footnote would be read as text, whatever was proven of it. */
function definesWhatItRefersTo({ children }: Root, units: readonly Proven[]): boolean {
  const defined = children.flatMap((block) =>
    block.type === 'footnoteDefinition' ? [block.identifier] : [],
  )
  const labels = new Set(defined)
  if (labels.size < defined.length) return false
  return units.every(({ references }) => references.every((label) => labels.has(label)))
}

function joined(units: readonly Unit[], written: readonly Proven[]): string {
  let document = ''
  for (const [index, { markdown }] of written.entries()) {
    const before = units[index - 1]
    if (before !== undefined) document += before.block === units[index]?.block ? '\n' : '\n\n'
    document += markdown
  }
  return document === '' ? '' : `${document}\n`
}

/** Writes some units and reads them again; undefined if one of them cannot be proven. */
function prove(byKey: ReadonlyMap<string, Unit>): ReadonlyMap<string, Proven> | undefined {
  const units = [...byKey.values()]
  const markdown = stringifyBlocks({ type: 'root', children: units.map(({ node }) => node) })
  if (markdown?.every(hasOwnLines) !== true) return undefined
  const written = [...byKey].map(([key, unit], index) => ({
    ...unit,
    key,
    markdown: markdown[index] ?? '',
  }))
  const open = written.filter((unit) => !isPlainlyRead(unit.node, unit.markdown))
  const linked = open.filter((unit) => mayHoldAddress(unit.markdown))
  const others = open.filter((unit) => !mayHoldAddress(unit.markdown))
  if (!readBack(others) || !readBack(linked)) return undefined

  const results = new Map<string, Proven>()
  for (const { key, node, isItem, markdown: own } of written) {
    const references = referencesIn(node)
    if (references === undefined || (isItem && !isOneItem(own))) return undefined
    results.set(key, { markdown: own, references })
  }
  return results
}

const rule = { node: { type: 'thematicBreak' }, markdown: '***' } as const

/**
 * Whether units are read as they were meant: as one text, with a rule between what would be one list
 * now that other units are left out.
 */
function readBack(units: readonly (Unit & { readonly markdown: string })[]): boolean {
  if (units.length === 0) return true
  const expected: RootContent[] = []
  let fragment = ''
  for (const [index, { node, block, markdown }] of units.entries()) {
    const last = expected.at(-1)
    const follows = node.type === 'list' && last?.type === 'list'
    if (follows && units[index - 1]?.block === block) {
      expected.splice(-1, 1, { ...last, children: [...last.children, ...node.children] })
      fragment += `${markdown}\n`
      continue
    }
    if (follows) {
      expected.push(rule.node)
      fragment += `\n${rule.markdown}\n`
    }
    expected.push(node)
    fragment += `\n${markdown}\n`
  }
  const found = parseFragment(fragment)
  return firstDifference({ type: 'root', children: expected }, found) === undefined
}

/** Begins and ends with a character that can take no part in what stands before or after. */
function hasOwnLines(markdown: string): boolean {
  return /^[^\s\uFEFF]/.test(markdown) && /[^\s\\]$/.test(markdown) && !markdown.includes('\r')
}

function isOneItem(markdown: string): boolean {
  return /^- \S.*$/.test(markdown)
}
