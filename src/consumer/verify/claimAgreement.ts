import { hash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Json } from '../unknownJson.ts'

/** What a page says of a claim on it, which has to be what the claim says of itself. */
const shared = [
  ...['key', 'version', 'url', 'contentHash', 'lastReviewed', 'reviewDue', 'approvals'],
  ...['statement', 'claimKind', 'direction', 'certainty', 'certaintyReason', 'therapy'],
  ...['condition', 'population', 'outcome', 'comparator', 'followUpMonths', 'jurisdiction'],
  ...['regulatoryStatus', 'citations'],
] as const

/** Names what a claim says, wherever it stands; kept instead of the claim. */
export function claimDigest(claim: Json): string {
  return digestOf(Object.fromEntries(shared.map((name) => [name, claim[name]])))
}

/** In what a claim on a page is not the claim itself. */
export function claimDifferences(onPage: Json, claim: Json): readonly string[] {
  return shared.filter((name) => digestOf(onPage[name] ?? null) !== digestOf(claim[name] ?? null))
}

function digestOf(value: unknown): string {
  return hash('sha256', canonicalize(value) ?? '', 'hex')
}
