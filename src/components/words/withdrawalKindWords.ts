import type { WithdrawalKind } from '../../domain/model/index.ts'

/** Why something leaves the feed, as people choose it. */
export const withdrawalKindWords: Readonly<Record<WithdrawalKind, string>> = {
  evidence: 'Evidence: what it rests on has fallen.',
  safety: 'Safety: it could harm a reader.',
  legal: 'Legal: it may not be said.',
  superseded: 'Superseded: another text takes its place.',
}
