import type { Root } from 'mdast'
import { type Json, recordsOf, textOf } from '../unknownJson.ts'
import type { ExpectedDisclaimer } from './expectedDisclaimers.ts'
import type { Flaw } from './flaw.ts'
import { judgeText } from './judgeText.ts'
import type { StatedClaim } from './statedClaims.ts'

/** An item in its Markdown form. */
export interface MarkdownItem {
  readonly front: Json
  readonly body: Root
}

/** Judges whether the Markdown of an item carries what its data carries: claims, disclaimers, signers. */
export function judgeMarkdown(
  { front, body }: MarkdownItem,
  item: Json,
  claims: readonly StatedClaim[],
  expected: readonly ExpectedDisclaimer[],
): readonly Flaw[] {
  return [
    ...unnamed(front.disclaimers, [...new Set(expected.map(({ key }) => key))]).map((key) => ({
      code: 'disclaimer-missing',
      message: `Its front matter does not name the disclaimer ${key}.`,
    })),
    ...unsigned(front.reviewedBy, item).map((name) => ({
      code: 'forms-differ',
      message: `Its front matter does not name ${name} among the reviewers; its data does.`,
    })),
    ...judgeText(body, claims, expected),
  ]
}

function unnamed(list: unknown, keys: readonly string[]): readonly string[] {
  const named: readonly unknown[] = Array.isArray(list) ? list : []
  return keys.filter((key) => !named.includes(key))
}

/** A signer may be named with credentials after the name. */
function unsigned(list: unknown, item: Json): readonly string[] {
  const named = (Array.isArray(list) ? (list as readonly unknown[]) : []).map(String)
  const signers = recordsOf(item.approvals).map(({ name }) => textOf(name) ?? '')
  return [...new Set(signers)].filter(
    (signer) => !named.some((name) => name === signer || /^(?:, | \()/.test(rest(name, signer))),
  )
}

function rest(name: string, start: string): string {
  return name.startsWith(start) ? name.slice(start.length) : ''
}
