import { type Json, recordsOf, textOf } from '../unknownJson.ts'
import { type Passage, passagesOf, wordsOfMarkdown } from './passagesOf.ts'
import { plainWords } from './plainWords.ts'
import { quoted } from './quoted.ts'
import type { PageBlock, ReadPage } from './readPage.ts'

/** What is wrong with a page. The codes are permanent. */
export interface PageFlaw {
  readonly code:
    | 'disclaimer-missing'
    | 'disclaimer-altered'
    | 'disclaimer-hidden'
    | 'disclaimer-misplaced'
    | 'notice-missing'
    | 'stale-version'
    | 'text-differs'
    | 'withdrawn-shown'
    | 'withdrawn-claim-shown'
  readonly message: string
}

/** Shorter passages, such as cells, are blocks of their own; longer ones may stand among other words. */
const shortPassage = 24

interface Disclaimer {
  readonly key: string
  readonly place: string
  readonly claims: readonly unknown[]
  readonly words: string
}

/**
 * Judges a page by the item of a verified release that it shows: every disclaimer in its place, every
 * notice, the version it says it has, and every passage word for word. What the site adds is its own.
 * At the top means before the first passage, at the end after the last, beside a claim right after the
 * block, table or list that the claim stands in.
 */
export function judgePage(page: ReadPage, item: Json): readonly PageFlaw[] {
  const shown = recordsOf(item.disclaimers).map(disclaimerOf)
  const notices = noticesOf(item)
  const judgedApart = [...shown, ...notices].map(({ words }) => words)
  const passages = passagesOf(item).filter(
    ({ words }) => !judgedApart.some((other) => isPartOf(words, other)),
  )
  const found = findPassages(page.blocks, passages)
  return [
    ...staleness(page, item),
    ...shown.flatMap((disclaimer) => judgeDisclaimer(disclaimer, item, shown, page, found)),
    ...notices.filter(({ words }) => !wordsIn(page.blocks).includes(words)).map(noticeMissing),
    ...differences(found, passages),
  ]
}

/** Of a disclaimer of several paragraphs each is a passage. */
function isPartOf(words: string, other: string): boolean {
  return words === other || (words.length >= shortPassage && other.includes(words))
}

function disclaimerOf(disclaimer: Json): Disclaimer {
  return {
    key: textOf(disclaimer.key) ?? '',
    place: textOf(disclaimer.place) ?? '',
    claims: Array.isArray(disclaimer.claims) ? disclaimer.claims : [],
    words: wordsOfMarkdown(textOf(disclaimer.markdown) ?? ''),
  }
}

/** Where claims fell, and that people named in the item do not exist. */
function noticesOf(item: Json): readonly Passage[] {
  const texts = [item.notice, ...recordsOf(item.notices).map(({ text }) => text)]
  return texts.flatMap((text) => {
    const known = textOf(text)
    return known === null ? [] : [{ words: plainWords(known), text: known }]
  })
}

function noticeMissing({ text }: Passage): PageFlaw {
  return { code: 'notice-missing', message: `It does not show the notice ${quoted(text)}.` }
}

function staleness(page: ReadPage, item: Json): readonly PageFlaw[] {
  const hash = page.contentHashes.find((declared) => declared !== item.contentHash)
  const date = page.lastReviewed.find((declared) => declared !== item.lastReviewed)
  if (hash !== undefined) return [stale('the content hash', hash, item.contentHash)]
  return date === undefined ? [] : [stale('its last review', date, item.lastReviewed)]
}

function stale(what: string, declared: string, current: unknown): PageFlaw {
  const message = `It is of another version: it gives ${declared} as ${what}; in the release that is ${String(current)}. Pull the feed and build the site again.`
  return { code: 'stale-version', message }
}

interface Found {
  /** Index of the block that each passage stands in; undefined where none has it. */
  readonly places: readonly (number | undefined)[]
  readonly first: number
  readonly last: number
}

function findPassages(blocks: readonly PageBlock[], passages: readonly Passage[]): Found {
  let from = 0
  const places = passages.map(({ words }) => {
    const at = blocks.findIndex(
      (block, index) =>
        index >= from &&
        (block.words === words || (words.length >= shortPassage && block.words.includes(words))),
    )
    if (at === -1) return undefined
    from = at
    return at
  })
  const known = places.filter((place) => place !== undefined)
  return { places, first: known[0] ?? 0, last: known.at(-1) ?? blocks.length - 1 }
}

function differences({ places }: Found, passages: readonly Passage[]): readonly PageFlaw[] {
  const missing = passages.filter((_, index) => places[index] === undefined)
  const [first] = missing
  if (first === undefined) return []
  const count = `${String(missing.length)} of ${String(passages.length)} passages`
  const message = `${count} do not stand on it, in their order, as the release has them; the first is ${quoted(first.text)}. It shows another version, or words were changed.`
  return [{ code: 'text-differs', message }]
}

function judgeDisclaimer(
  disclaimer: Disclaimer,
  item: Json,
  all: readonly Disclaimer[],
  page: ReadPage,
  found: Found,
): readonly PageFlaw[] {
  const { blocks } = page
  const { key, place, words } = disclaimer
  if (place === 'top' && wordsIn(blocks.slice(0, found.first)).includes(words)) return []
  if (place === 'end' && wordsIn(blocks.slice(found.last + 1)).includes(words)) return []
  const name = `the disclaimer ${key}`
  const where = place === 'beside-claim' ? 'beside its claims' : `at the ${place}`
  if (place === 'beside-claim') {
    const bare = claimsOf(item)
      .filter((claim) => disclaimer.claims.includes(claim.key))
      .filter(({ statement }) => !standsBeside(words, plainWords(statement), all, blocks))
    if (bare.length === 0) return []
    if (wordsIn(blocks).includes(words)) {
      const message = `It does not show ${name} beside ${bare.map((claim) => claim.key).join(', ')}.`
      return [{ code: 'disclaimer-misplaced', message }]
    }
  }
  return [notInPlace(name, where, words, page)]
}

function notInPlace(name: string, where: string, words: string, page: ReadPage): PageFlaw {
  const seen = wordsIn(page.blocks)
  if (seen.includes(words)) {
    const message = `It shows ${name}, but not ${where}, where it belongs.`
    return { code: 'disclaimer-misplaced', message }
  }
  if (page.hiddenWords.includes(words)) {
    const message = `It hides ${name}, which has to be seen ${where}.`
    return { code: 'disclaimer-hidden', message }
  }
  return page.blocks.some((block) => isNearly(block.words, words))
    ? { code: 'disclaimer-altered', message: `It shows ${name} in other words than the release.` }
    : { code: 'disclaimer-missing', message: `It does not show ${name}, which belongs ${where}.` }
}

/** Whether two texts have more than half of the one in common, from both ends. */
function isNearly(text: string, words: string): boolean {
  let [start, end] = [0, 0]
  while (start < words.length && text[start] === words[start]) start += 1
  while (end < words.length - start && text.at(-1 - end) === words.at(-1 - end)) end += 1
  return start + end > words.length / 2
}

function claimsOf(item: Json): readonly { readonly key: string; readonly statement: string }[] {
  const claims = item.kind === 'claim' ? [item] : recordsOf(item.claims)
  return claims.map(({ key, statement }) => ({
    key: textOf(key) ?? '',
    statement: textOf(statement) ?? '',
  }))
}

/** After the block of the claim, and of what that stands in, nothing but disclaimers until this one. */
function standsBeside(
  words: string,
  statement: string,
  all: readonly Disclaimer[],
  blocks: readonly PageBlock[],
): boolean {
  const places = [...blocks.keys()].filter((at) => blocks[at]?.words.includes(statement))
  return places.every((at) => {
    const holder = blocks[at]?.holder ?? 0
    const after = blocks.slice(at + 1)
    let text = wordsIn(after.filter((block) => holder === 0 || block.holder !== holder))
    for (;;) {
      if (text.startsWith(words)) return true
      const other = all.find((one) => one.words !== '' && text.startsWith(one.words))
      if (other === undefined) return false
      text = text.slice(other.words.length)
    }
  })
}

function wordsIn(blocks: readonly PageBlock[]): string {
  return blocks.map(({ words }) => words).join('')
}
