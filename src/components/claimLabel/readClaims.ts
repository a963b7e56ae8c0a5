import type { ClaimSummary } from './claimSummary.ts'
import { claimSummary } from './claimSummary.ts'

type StoredClaim = Readonly<Record<string, unknown>>

/**
 * Reads claims by their ids: the live text and the newest one of each, in two requests however many
 * claims there are. Ids that nothing has are missing from the answer.
 */
export async function readClaims(
  url: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ClaimSummary>> {
  const [main, newest] = await Promise.all([listed(url, ids, false), listed(url, ids, true)])
  return new Map([...main].map(([id, claim]) => [id, claimSummary(claim, newest.get(id) ?? claim)]))
}

async function listed(
  url: string,
  ids: readonly string[],
  draft: boolean,
): Promise<ReadonlyMap<string, StoredClaim>> {
  const query = new URLSearchParams({
    depth: '0',
    limit: String(ids.length),
    draft: String(draft),
    'where[id][in]': ids.join(','),
  })
  for (const field of ['statement', 'reviewStatus', 'liveStatus', '_status']) {
    query.set(`select[${field}]`, 'true')
  }
  const response = await fetch(`${url}?${query.toString()}`)
  if (!response.ok) throw new Error(`Claims cannot be read: the server says ${response.status}.`)
  const { docs } = (await response.json()) as { docs: readonly StoredClaim[] }
  return new Map(docs.map((claim) => [String(claim.id), claim]))
}
