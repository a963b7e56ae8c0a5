import type { LogAction, LogEntry, ReviewPolicy, ReviewState } from '../model/index.ts'
import { authorsBetween } from './contributions.ts'
import type { Contribution } from './contributions.ts'
import type { Approval, DiscountedApproval } from './standing.ts'
import { nextReviewState } from './transitions.ts'
import type { ReviewAction } from './transitions.ts'

/** What a text's history comes to at its end. */
export interface SignatureRecord {
  /** Where the text stands by the transition table as long as signatures are missing. */
  readonly state: ReviewState
  /** Signatures on the text that nothing has voided, oldest first; one person may have several. */
  readonly approvals: readonly Approval[]
  readonly discounted: readonly DiscountedApproval[]
  /** Those given since the signatures were last complete. */
  readonly fresh: readonly Approval[]
  /** The signatures that were last complete and that nothing has voided. */
  readonly completed?: Completion
  /** Sequence of the entry that last completed the approval of another text, 0 without one. */
  readonly lastOtherApproval: number
  /** Hash named by the newest entry about the text. */
  readonly newestHash?: string
}

interface Signature {
  readonly approval: Approval
  readonly because: DiscountedApproval['because'] | undefined
}

/** When all signatures were there that the policy of the last of them asks for. */
export interface Completion {
  /** ISO 8601 instant, UTC. */
  readonly at: string
  readonly policy: ReviewPolicy
  /** Whether the log says that they have run out since. */
  readonly isExpired: boolean
}

/** Signing a text, and signing it again when its review is due. */
interface Round {
  readonly fresh: readonly Approval[]
  readonly completed?: Completion
}

/** What people arrange around a text leaves the text and its signatures alone. */
const arrangements: ReadonlySet<LogAction> = new Set([
  'assign',
  'comment',
  'resolve',
  'schedule',
  'unschedule',
  'schedule-failed',
])

/**
 * Reads the entries about a text, oldest first. A signature lasts until somebody writes another text,
 * refuses this one or withdraws it; returning to the old words does not bring it back. The facts
 * under a claim may change without any of these: its hash is another one then, and a signature
 * counts only for the hash that was signed. Signatures that have run out are voided by nothing but
 * these; signing anew takes their place.
 */
export function signaturesOn(
  hash: string,
  entries: readonly LogEntry[],
  contributions: readonly Contribution[],
): SignatureRecord {
  let state: ReviewState = 'draft'
  let newestHash: string | undefined
  const signatures: Signature[] = []
  const rounds = new Map<string, Round>()
  const completions: { readonly hash: string; readonly sequence: number }[] = []

  const lastOther = (text: string) =>
    completions.findLast((completion) => completion.hash !== text)?.sequence ?? 0

  const voidAllBut = (text?: string) => {
    const kept = signatures.filter(({ approval }) => approval.contentHash === text)
    signatures.splice(0, Infinity, ...kept)
    for (const signed of [...rounds.keys()]) if (signed !== text) rounds.delete(signed)
  }

  const sign = (approval: Approval, sequence: number) => {
    const text = approval.contentHash
    const authors = authorsBetween(contributions, lastOther(text), sequence)
    const because = authors.some((author) => author.key === approval.actor.key)
      ? 'author'
      : approval.policy.roles.some((role) => approval.actor.roles.includes(role))
        ? undefined
        : 'role'
    signatures.push({ approval, because })
    if (because !== undefined) return
    const round = addTo(rounds.get(text), approval)
    rounds.set(text, round)
    if (round.fresh.length === 0) completions.push({ hash: text, sequence })
  }

  const expire = (text: string) => {
    const round = rounds.get(text)
    if (round?.completed === undefined) return
    rounds.set(text, { ...round, completed: { ...round.completed, isExpired: true } })
  }

  for (const entry of entries) {
    if (arrangements.has(entry.action)) continue
    if (entry.action === 'edit' && entry.contentHash !== newestHash) {
      state = after(state, 'edit')
      voidAllBut(entry.contentHash)
    } else if (entry.action === 'submit') {
      state = after(state, 'submit')
    } else if (entry.action === 'request-changes') {
      state = after(state, 'request-changes')
      voidAllBut()
    } else if (entry.action === 'withdraw' || entry.action === 'delete') {
      state = 'draft'
      voidAllBut()
    } else if (entry.action === 'expire') {
      expire(entry.contentHash)
    } else if (entry.action === 'approve') {
      const approval = approvalIn(entry)
      if (approval !== undefined) sign(approval, entry.sequence)
    }
    newestHash = entry.contentHash
  }

  const onText = signatures.filter(({ approval }) => approval.contentHash === hash)
  const round = rounds.get(hash)
  return {
    state,
    approvals: onText.flatMap(({ approval, because }) => (because === undefined ? approval : [])),
    discounted: onText.flatMap(({ approval, because }) =>
      because === undefined ? [] : { approval, because },
    ),
    fresh: round?.fresh ?? [],
    lastOtherApproval: lastOther(hash),
    ...(round?.completed === undefined ? {} : { completed: round.completed }),
    ...(newestHash === undefined ? {} : { newestHash }),
  }
}

/** A signature states who, when and what it means (21 CFR 11.50); an entry without these is none. */
function approvalIn({ actor, at, meaning, contentHash, policy }: LogEntry): Approval | undefined {
  return meaning === undefined || policy === undefined
    ? undefined
    : { actor, at, meaning, contentHash, policy }
}

function addTo(round: Round = { fresh: [] }, approval: Approval): Round {
  const fresh = [...round.fresh.filter((other) => other.actor.key !== approval.actor.key), approval]
  return fresh.length >= approval.policy.approvals
    ? { fresh: [], completed: { at: approval.at, policy: approval.policy, isExpired: false } }
    : { ...round, fresh }
}

/** The log is what happened: an action the table does not know from here leaves the state alone. */
function after(state: ReviewState, action: ReviewAction): ReviewState {
  const next = nextReviewState(state, action)
  return next.ok ? next.state : state
}
