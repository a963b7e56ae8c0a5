import type { Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { ExpectedDisclaimer } from './expectedDisclaimers.ts'
import type { Flaw } from './flaw.ts'
import { withoutSpace } from '../markdownWords.ts'
import { type Json, textOf } from '../unknownJson.ts'
import type { StatedClaim } from './statedClaims.ts'

/**
 * Judges the texts of a feed entry, plain and as HTML: disclaimers of the top come before everything
 * else, those of the end after the last claim, those of a claim after each place in which it is
 * stated.
 */
export function judgeEntry(
  entry: Json,
  claims: readonly StatedClaim[],
  expected: readonly ExpectedDisclaimer[],
): readonly Flaw[] {
  const html = textOf(entry.content_html)
  const texts = [textOf(entry.content_text) ?? '', ...(html === null ? [] : [htmlText(html)])]
  return texts.flatMap((text) => judgeWords(plain(withoutSpace(text)), claims, expected))
}

function judgeWords(
  words: string,
  claims: readonly StatedClaim[],
  expected: readonly ExpectedDisclaimer[],
): readonly Flaw[] {
  const top = topOf(words, expected)
  const statements = claims.map(({ key, words: stated }) => ({
    key,
    places: placesOf(words, plain(stated.replace(/\[\^[^\]]*\]/g, ''))),
  }))
  const lastClaim = Math.max(-1, ...statements.flatMap(({ places }) => places))
  return expected.flatMap((disclaimer): readonly Flaw[] => {
    const own = plain(disclaimer.words)
    const last = words.lastIndexOf(own)
    if (last === -1) return [flaw('disclaimer-missing', disclaimer)]
    if (disclaimer.place === 'top') {
      return top.has(own) ? [] : [flaw('disclaimer-misplaced', disclaimer)]
    }
    if (disclaimer.place === 'end') {
      return last > lastClaim ? [] : [flaw('disclaimer-misplaced', disclaimer)]
    }
    const besides = statements.filter(({ key }) => disclaimer.claims.includes(key))
    const isBeside = besides.every(({ places }) => places.every((place) => place < last))
    return isBeside ? [] : [flaw('disclaimer-misplaced', disclaimer)]
  })
}

/** What an entry says in Atom, without white space: its HTML, where it has that. */
export function entryContent(entry: Json): string {
  return withoutSpace(textOf(entry.content_html) ?? textOf(entry.content_text) ?? '')
}

const htmlReader = unified().use(rehypeParse, { fragment: true }).freeze()

function htmlText(html: string): string {
  return wordsIn(htmlReader.parse(html))
}

function wordsIn(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'img') {
    return typeof node.properties.alt === 'string' ? node.properties.alt : ''
  }
  return 'children' in node ? node.children.map(wordsIn).join('') : ''
}

/** A document in XML with its characters as they are read, without white space; its tags stay. */
export function xmlWords(markup: string): string {
  const decoded = markup
    .replace(/&#(x?)([0-9a-f]{1,6});/gi, (whole, isHex: string, digits: string) => {
      const code = Number.parseInt(digits, isHex === '' ? 10 : 16)
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
    })
    .replace(/&(lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')
    .replaceAll('&amp;', '&')
  return withoutSpace(decoded)
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'" }

/** The disclaimers with which a text begins, in whatever order. */
function topOf(words: string, expected: readonly ExpectedDisclaimer[]): ReadonlySet<string> {
  const waiting = new Set(
    expected.filter(({ place }) => place === 'top').map(({ words: own }) => plain(own)),
  )
  const found = new Set<string>()
  for (let rest = words; ;) {
    const next = [...waiting].find((own) => rest.startsWith(own))
    if (next === undefined) return found
    waiting.delete(next)
    found.add(next)
    rest = rest.slice(next.length)
  }
}

function placesOf(words: string, part: string): readonly number[] {
  const places: number[] = []
  if (part === '') return places
  for (let at = words.indexOf(part); at !== -1; at = words.indexOf(part, at + 1)) places.push(at)
  return places
}

/** Raised and lowered characters are a matter of form: NFKC puts them on the line. */
function plain(words: string): string {
  return words.normalize('NFKC')
}

function flaw(code: string, { key, slot, place }: ExpectedDisclaimer): Flaw {
  const name = `the disclaimer ${key} (slot ${slot})`
  return code === 'disclaimer-missing'
    ? { code, message: `It does not show ${name}.` }
    : { code, message: `It does not show ${name} where it belongs: ${place}.` }
}
