import type { ReleaseMark } from '../releaseMark.ts'
import type { ChainedRelease, Past } from './judgePast.ts'
import type { ReleaseLedger } from './releaseLedger.ts'

/**
 * Asks of a history that it reaches back to a release that somebody has seen, and reports what cuts it
 * off. Gives the chain as far as it goes: whoever kept a digest can compare it.
 */
export function judgeSince(
  since: number,
  { release }: ReleaseMark,
  { backTo, end, chain }: Past,
  ledger: ReleaseLedger,
): readonly ChainedRelease[] {
  if (since > release) {
    const message = `Release ${String(since)} is not in this history, whose newest is release ${String(release)}.`
    ledger.report('index.json', 'rolled-back', message)
  } else if (backTo > since && end?.reason === 'gone') {
    ledger.report(
      end.path,
      'chain-broken',
      `${end.message} The history ends before release ${String(since)}.`,
    )
  }
  return chain.filter((link) => link.release >= since)
}
