import { blocksOf, blockTexts, isRichText } from './blockTexts.ts'
import { canonicalDigest } from './canonicalDigest.ts'
import { excerpts } from './excerpts.ts'
import { pairsOf } from './pairsOf.ts'

/** One place in which two texts differ. */
export interface TextDifference {
  /** As findings name places, e.g. `statement` or `sections.2.body`; facts are `evidence.KEY.result`. */
  readonly place: string
  /** Absent: it is new. At most 500 characters. */
  readonly before?: string
  /** Absent: it is gone. At most 500 characters. */
  readonly after?: string
}

/**
 * What changed between two texts, given as the projections that their hashes are taken over (see
 * projectionOf), for a person to read: rich text block by block and without its markup, unless only
 * the markup changed. Members of a list are recognised by the study, key or heading they name, so
 * that one put in front does not change all that follow. Nothing is returned if the texts are equal;
 * the order depends on the texts alone.
 */
export function differenceBetween(before: object, after: object): readonly TextDifference[] {
  const [old, next] = [before as Projection, after as Projection]
  return [
    ...differences('', old.subject, next.subject),
    ...evidenceDifferences(old.evidence ?? [], next.evidence ?? []),
  ]
}

type Properties = Readonly<Record<string, unknown>>

interface Projection {
  readonly subject?: unknown
  readonly evidence?: readonly Properties[]
}

function evidenceDifferences(
  old: readonly Properties[],
  next: readonly Properties[],
): TextDifference[] {
  const keys = [...new Set([...old, ...next].map(({ key }) => String(key)))].sort()
  const factsIn = (evidence: readonly Properties[], study: string) => {
    const found = evidence.find(({ key }) => key === study)
    if (found === undefined) return undefined
    const { key, ...facts } = found
    return key === undefined ? undefined : facts
  }
  return keys.flatMap((key) =>
    differences(`evidence.${key}`, factsIn(old, key), factsIn(next, key)),
  )
}

function differences(place: string, before: unknown, after: unknown): TextDifference[] {
  if (labelOf(before) === labelOf(after)) return []
  if (isRichText(before) || isRichText(after)) {
    return pairsOf(blocksOf(before), blocksOf(after), labelOf).flatMap((pair) => {
      const [old, next] = blockTexts(pair.before?.value, pair.after?.value)
      return differing(place, old, next)
    })
  }
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    return names.flatMap((name) =>
      differences(place === '' ? name : `${place}.${name}`, before[name], after[name]),
    )
  }
  if (isListOfRecords(before) && isListOfRecords(after)) {
    return pairsOf(before, after, identityOf).flatMap((pair) => {
      const index = pair.before === undefined ? pair.after.index : (pair.after ?? pair.before).index
      return differences(`${place}.${String(index)}`, pair.before?.value, pair.after?.value)
    })
  }
  return differing(place, inWords(before), inWords(after))
}

function differing(
  place: string,
  before: string | undefined,
  after: string | undefined,
): TextDifference[] {
  if (before === after) return []
  const shown = excerpts(before, after)
  return [{ place, ...shown }]
}

/** What a member of a list is known by, where it is changed but still itself. */
function identityOf(member: unknown): string {
  if (!isRecord(member)) return labelOf(member)
  for (const name of ['key', 'study', 'therapy', 'heading']) {
    if (typeof member[name] === 'string') return `${name} ${member[name]}`
  }
  return labelOf(member)
}

function labelOf(value: unknown): string {
  return value === undefined ? '' : canonicalDigest({ value })
}

/** A value without its JSON: members in a row, properties by name. */
function inWords(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  if (isRichText(value)) {
    return blocksOf(value)
      .map((block) => blockTexts(block, undefined)[0])
      .join(' ')
  }
  if (Array.isArray(value)) return value.map((member) => inWords(member) ?? '').join(', ')
  if (!isRecord(value)) return JSON.stringify(value)
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, member]) => `${name}: ${inWords(member) ?? ''}`)
    .join('; ')
}

function isRecord(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isListOfRecords(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.every(isRecord)
}
