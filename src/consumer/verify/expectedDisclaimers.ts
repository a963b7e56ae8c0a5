import { requiredSlots } from '../../domain/disclaimers/index.ts'
import { type Json, recordsOf, textOf } from '../unknownJson.ts'
import type { ChannelSlot } from './channelSlots.ts'
import type { Flaw } from './flaw.ts'
import { parseMarkdown, withoutSpace, wordsOf } from '../markdownWords.ts'
import { type StatedClaim, therapiesOf } from './statedClaims.ts'

/** A disclaimer that an item has to show. */
export interface ExpectedDisclaimer {
  readonly key: string
  readonly slot: string
  readonly place: string
  /** Keys of the claims beside which it has to stand. */
  readonly claims: readonly string[]
  readonly words: string
}

export interface DisclaimerVerdict {
  readonly expected: readonly ExpectedDisclaimer[]
  readonly flaws: readonly Flaw[]
}

/**
 * The disclaimers that the slots of the channel require of an item, found in its data. What the item
 * says of its own disclaimers is not believed: the slots are matched with its claims anew.
 */
export function expectedDisclaimers(
  item: Json,
  claims: readonly StatedClaim[],
  slots: readonly ChannelSlot[],
): DisclaimerVerdict {
  const expected: ExpectedDisclaimer[] = []
  const flaws: Flaw[] = []
  const shown = recordsOf(item.disclaimers)
  for (const { slot: required, because } of requiredSlots(slots, claims, therapiesOf(item))) {
    const { slot } = required
    const found = shown.find((disclaimer) => disclaimer.slot === slot)
    if (found === undefined) {
      const message = `Its data has no disclaimer in the slot ${slot}, which the channel requires${reason(because)}.`
      flaws.push({ code: 'disclaimer-missing', message })
      continue
    }
    // A slot beside claims that no claim asked for has no claim to stand beside.
    const place = required.place === 'beside-claim' && because.length === 0 ? 'top' : required.place
    const key = textOf(found.key) ?? ''
    flaws.push(...flawsOf(found, slot, place, because))
    const words = wordsOf(parsed(textOf(found.markdown) ?? ''))
    expected.push({ key, slot, place, claims: because, words })
  }
  return { expected, flaws }
}

function reason(because: readonly string[]): string {
  return because.length === 0 ? '' : ` because of ${because.join(', ')}`
}

function flawsOf(found: Json, slot: string, place: string, because: readonly string[]): Flaw[] {
  const flaws: Flaw[] = []
  const name = `The disclaimer ${textOf(found.key) ?? '?'} in the slot ${slot}`
  if (found.place !== place) {
    const message = `${name} stands ${JSON.stringify(found.place)} by the data of the item; the channel wants it ${place}.`
    flaws.push({ code: 'disclaimer-misplaced', message })
  }
  const named = Array.isArray(found.claims) ? (found.claims as readonly unknown[]) : []
  const unnamed = because.filter((claim) => !named.includes(claim))
  if (unnamed.length > 0) {
    const message = `${name} does not name ${unnamed.join(', ')}, which made it necessary.`
    flaws.push({ code: 'disclaimer-misplaced', message })
  }
  const words = wordsOf(parsed(textOf(found.markdown) ?? ''))
  const text = withoutSpace(textOf(found.text) ?? '')
  if (words === '' || text === '') {
    flaws.push({ code: 'disclaimer-missing', message: `${name} is empty.` })
  } else if (plain(words) !== plain(text)) {
    const message = `${name} says one thing as text and another as Markdown.`
    flaws.push({ code: 'disclaimer-differs', message })
  }
  return flaws
}

/** Raised and lowered characters are a matter of form: NFKC puts them on the line. */
function plain(words: string): string {
  return words.normalize('NFKC')
}

const trees = new Map<string, ReturnType<typeof parseMarkdown>>()
const treesKept = 500

/** The same few disclaimers stand in every item. */
function parsed(markdown: string): ReturnType<typeof parseMarkdown> {
  const known = trees.get(markdown)
  if (known !== undefined) return known
  const tree = parseMarkdown(markdown)
  if (trees.size >= treesKept) trees.clear()
  trees.set(markdown, tree)
  return tree
}
