import type { SubjectName } from '../../domain/model/index.ts'
import { subjectName } from '../../domain/model/index.ts'
import { sortedJson } from '../items/index.ts'
import type { FeedKind, ItemName } from '../model/index.ts'
import { compareItems } from '../model/index.ts'
import type { IndexItem } from '../schemas/index.ts'

/**
 * The items of a channel's index, each as the lines it has there. A release that changes one item
 * among ten thousand takes over the lines of the others as they are.
 */
export interface IndexEntry extends ItemName {
  readonly lines: string
}

/** By name, in the order of the list. */
export type IndexEntries = ReadonlyMap<SubjectName, IndexEntry>

export const noEntries: IndexEntries = new Map()

export function entryOf(item: IndexItem): IndexEntry {
  const { kind, key } = item
  const lines = sortedJson(item)
    .trimEnd()
    .split('\n')
    .map((line) => indent + line)
    .join('\n')
  return { kind, key, lines }
}

const modified = new WeakMap<IndexEntry, string | undefined>()

/** When an item was last changed, without reading all of it; undefined where it does not say. */
export function modifiedIn(entry: IndexEntry): string | undefined {
  if (modified.has(entry)) return modified.get(entry)
  const { lines } = entry
  const found = lines.includes('\n      "modified": ') ? fieldIn(lines, 'modified') : undefined
  modified.set(entry, found)
  return found
}

export function itemIn({ lines }: IndexEntry): IndexItem {
  return JSON.parse(lines) as IndexItem
}

/** Takes the items out of the text of a channel's index. */
export function entriesIn(index: string): IndexEntries {
  const start = index.indexOf(opening)
  if (start === -1) return noEntries
  const end = index.indexOf(closing, start)
  if (end === -1) throw new Error('The items of a channel index do not end. Verify the store.')
  const entries = new Map<SubjectName, IndexEntry>()
  for (const text of index.slice(start + opening.length, end).split(between)) {
    const lines = apart(text.endsWith(`${indent}}`) ? text : `${text}\n${indent}}`)
    const entry = { kind: fieldIn(lines, 'kind') as FeedKind, key: fieldIn(lines, 'key'), lines }
    entries.set(subjectName(entry), entry)
  }
  return entries
}

/**
 * The same text, on its own: a piece of a long text keeps all of it in memory, and is slow to encode
 * where there is one sign beyond Latin-1 anywhere in it.
 */
function apart(text: string): string {
  return decoder.decode(encoder.encode(text))
}

/** The entries without some and with others, in order. */
export function withEntries(
  entries: IndexEntries,
  isReplaced: (name: SubjectName) => boolean,
  others: readonly IndexEntry[],
): IndexEntries {
  const kept = [...entries].filter(([name]) => !isReplaced(name)).map(([, entry]) => entry)
  return new Map(
    inOrder(kept, others.toSorted(compareItems)).map((entry) => [subjectName(entry), entry]),
  )
}

/**
 * Writes entries into the text of a channel's index that was written without items.
 *
 * @returns the text in parts, in order
 */
export function indexWith(empty: string, entries: IndexEntries): readonly string[] {
  if (entries.size === 0) return [empty]
  const place = empty.indexOf(none)
  if (place === -1) throw new Error('A channel index has no place for its items.')
  const parts = [empty.slice(0, place) + opening]
  for (const { lines } of entries.values()) parts.push(lines, ',\n')
  return [...parts.slice(0, -1), closing + empty.slice(place + none.length)]
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

const indent = '    '
const none = '\n  "items": []'
const opening = '\n  "items": [\n'
const closing = '\n  ]'
const between = `\n${indent}},\n`

/** A property of the item itself, whose lines are indented by six; strings hold no line breaks. */
function fieldIn(lines: string, name: string): string {
  const start = lines.indexOf(`\n      "${name}": `)
  const end = lines.indexOf('\n', start + 1)
  const value = lines.slice(lines.indexOf(':', start) + 1, end).replace(/,$/, '')
  return JSON.parse(value) as string
}

/** Two sorted lists as one. */
function inOrder(one: readonly IndexEntry[], other: readonly IndexEntry[]): readonly IndexEntry[] {
  if (other.length === 0) return one
  const merged: IndexEntry[] = []
  const waiting = [...other]
  for (const entry of one) {
    while (waiting[0] !== undefined && compareItems(waiting[0], entry) < 0) {
      merged.push(...waiting.splice(0, 1))
    }
    merged.push(entry)
  }
  return [...merged, ...waiting]
}
