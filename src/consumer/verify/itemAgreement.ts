import type { Json } from '../unknownJson.ts'

/** What one form of an item says it is. */
export interface ItemSays {
  /** Where it says so. */
  readonly path: string
  readonly values: Json
}

/** What has to be the same in both forms of an item, in its channel's index too where it stands there. */
const inTheIndex = ['kind', 'key', 'version', 'title', 'lastReviewed', 'reviewDue'] as const
const inBothForms = [...inTheIndex, 'contentHash'] as const

export interface Disagreement {
  readonly path: string
  readonly message: string
}

/** Where the forms of one item contradict each other. */
export function disagreements(
  json: ItemSays,
  markdown: ItemSays,
  index: ItemSays,
): readonly Disagreement[] {
  return [...differences(markdown, json, inBothForms), ...differences(json, index, inTheIndex)]
}

function differences(
  one: ItemSays,
  other: ItemSays,
  names: readonly string[],
): readonly Disagreement[] {
  return names
    .filter((name) => one.values[name] !== other.values[name])
    .map((name) => ({
      path: one.path,
      message: `Its ${name} is ${inWords(one.values[name])}; in ${other.path} it is ${inWords(other.values[name])}.`,
    }))
}

function inWords(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value)
}
