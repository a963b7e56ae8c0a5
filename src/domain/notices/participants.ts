import type { LogEntry } from '../model/index.ts'

/*
 * Who had a hand in a text, read from its log alone. A gate needs more care (see contributions in
 * the review folder); whom to tell does not: a person told once too often has lost a minute.
 */

/** Keys of those who wrote or submitted the text as it is: since its last complete approval. */
export function writersOf(log: readonly LogEntry[]): readonly string[] {
  return peopleIn(lastRound(log).filter(isWriting))
}

/** Keys of those who signed, refused or discussed the text as it is, and did not write it. */
export function reviewersOf(log: readonly LogEntry[]): readonly string[] {
  const round = lastRound(log)
  const writers = peopleIn(round.filter(isWriting))
  const reviewing = round.filter(({ action }) => reviewActions.has(action))
  return peopleIn(reviewing).filter((key) => !writers.includes(key))
}

/** How many signatures are still asked for after an approval, by the policy it was given under. */
export function signaturesMissing(approval: LogEntry, earlier: readonly LogEntry[]): number {
  const signers = new Set([approval.actor.key])
  for (const entry of earlier.toReversed()) {
    if (voids(entry, approval.contentHash)) break
    if (entry.action === 'approve' && entry.contentHash === approval.contentHash) {
      signers.add(entry.actor.key)
    }
  }
  return Math.max(0, (approval.policy?.approvals ?? 1) - signers.size)
}

/** Each person once, in the order of their first entry. */
export function peopleIn(entries: readonly LogEntry[]): readonly string[] {
  return [...new Set(entries.map(({ actor }) => actor.key))]
}

const reviewActions: ReadonlySet<string> = new Set(['approve', 'request-changes', 'comment'])

function isWriting({ action }: LogEntry): boolean {
  return action === 'edit' || action === 'submit'
}

/** What was done since the last complete approval before somebody wrote, or all of it. */
function lastRound(log: readonly LogEntry[]): readonly LogEntry[] {
  const start = log.findLastIndex(
    (entry, position) =>
      entry.action === 'approve' &&
      log.slice(position + 1).some(isWriting) &&
      signaturesMissing(entry, log.slice(0, position)) === 0,
  )
  return log.slice(start + 1)
}

function voids({ action, contentHash }: LogEntry, hash: string): boolean {
  if (action === 'edit') return contentHash !== hash
  return ['request-changes', 'expire', 'withdraw', 'delete'].includes(action)
}
