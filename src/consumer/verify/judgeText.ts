import type { Root } from 'mdast'
import type { ExpectedDisclaimer } from './expectedDisclaimers.ts'
import type { Flaw } from './flaw.ts'
import { wordsOf } from '../markdownWords.ts'
import type { StatedClaim } from './statedClaims.ts'

interface Block {
  readonly isQuote: boolean
  readonly words: string
}

/**
 * Judges the text of an item: every claim stands in it word for word, and every disclaimer in its
 * place. At the top means before everything else, at the end after everything but the footnotes,
 * beside a claim right after the block that the claim stands in, wherever that is. A disclaimer is a
 * block quote.
 */
export function judgeText(
  text: Root,
  claims: readonly StatedClaim[],
  expected: readonly ExpectedDisclaimer[],
): readonly Flaw[] {
  const blocks = blocksOf(text)
  const top = quotesFrom(blocks, 0)
  const end = quotesFrom(blocks.toReversed(), 0)
  const ofWholeText = [
    ...expected.filter(({ place, words }) => place === 'top' && !top.includes(words)),
    ...expected.filter(({ place, words }) => place === 'end' && !end.includes(words)),
  ]
  return [
    ...ofWholeText.map((disclaimer) => missing(disclaimer, `at the ${disclaimer.place}`, blocks)),
    ...judgeClaims(blocks, claims, expected),
  ]
}

/** Judges a part of an item's text, which has claims in it and no top or end. */
export function judgePart(
  text: Root,
  claims: readonly StatedClaim[],
  expected: readonly ExpectedDisclaimer[],
): readonly Flaw[] {
  return judgeClaims(blocksOf(text), claims, expected)
}

function judgeClaims(
  blocks: readonly Block[],
  claims: readonly StatedClaim[],
  expected: readonly ExpectedDisclaimer[],
): readonly Flaw[] {
  return claims.flatMap((claim) => {
    const places = [...blocks.keys()].filter((at) => blocks[at]?.words.includes(claim.words))
    if (places.length === 0) {
      const message = `It does not say the claim ${claim.key} as that was signed, with the sources that support it.`
      return [{ code: 'claim-not-in-text', message }]
    }
    return expected
      .filter(({ place, claims: of }) => place === 'beside-claim' && of.includes(claim.key))
      .filter(({ words }) => !places.every((at) => quotesFrom(blocks, at + 1).includes(words)))
      .map((disclaimer) => missing(disclaimer, `beside the claim ${claim.key}`, blocks))
  })
}

function missing(
  { key, slot, words }: ExpectedDisclaimer,
  where: string,
  blocks: readonly Block[],
): Flaw {
  const name = `the disclaimer ${key} (slot ${slot})`
  return blocks.some((block) => block.isQuote && block.words === words)
    ? { code: 'disclaimer-misplaced', message: `It does not show ${name} ${where}.` }
    : { code: 'disclaimer-missing', message: `It does not show ${name}, which belongs ${where}.` }
}

function blocksOf({ children }: Root): readonly Block[] {
  return children
    .filter(({ type }) => type !== 'footnoteDefinition' && type !== 'definition')
    .map((node) => ({ isQuote: node.type === 'blockquote', words: wordsOf(node) }))
}

/** The words of the block quotes that follow one another from there on. */
function quotesFrom(blocks: readonly Block[], start: number): readonly string[] {
  const rest = blocks.slice(start)
  const after = rest.findIndex(({ isQuote }) => !isQuote)
  return rest.slice(0, after === -1 ? rest.length : after).map(({ words }) => words)
}
