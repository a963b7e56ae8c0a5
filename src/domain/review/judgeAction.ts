import type {
  Actor,
  ApprovalMeaning,
  Finding,
  LiveState,
  ReviewState,
  Role,
  Subject,
} from '../model/index.ts'
import { subjectName } from '../model/index.ts'
import { isPermitted, permissions } from './permissions.ts'
import type { Standing } from './standing.ts'
import { nextLiveState, nextReviewState } from './transitions.ts'

/** What a person can ask for beside writing. */
export const actions = ['submit', 'approve', 'request-changes', 'publish', 'withdraw'] as const
export type Action = (typeof actions)[number]

/** What comes with the request for an action. */
export interface ActionInput {
  /** Hash of the text the person has read. */
  readonly contentHash?: string
  readonly meaning?: ApprovalMeaning
  readonly reason?: string
  /** What the gate says of the text now. */
  readonly findings: readonly Finding[]
}

/**
 * Why an action is refused. `role` and `author`: this person may not. `state`: not from here. `stale`:
 * another text was read. `meaning`, `reason`: something has to be said with it. `findings`: the gate
 * forbids it.
 */
export type RefusalCode = 'role' | 'author' | 'state' | 'stale' | 'meaning' | 'reason' | 'findings'

interface Obstacle {
  readonly code: RefusalCode
  /** What happened, why, and what to do. */
  readonly message: string
}

export interface Refusal extends Obstacle {
  readonly allowed: false
  /** What this person could do instead. */
  readonly possible: readonly Action[]
  /** The errors in the way of approving or publishing. */
  readonly findings: readonly Finding[]
}

export type ActionJudgement = { readonly allowed: true } | Refusal

/**
 * The one answer to whether a person may take an action on a text now; endpoint, panel and hook all
 * ask here. Approving names the text that was read and says what the signature means (21 CFR 11.50,
 * 11.70); refusing and withdrawing say why. Withdrawal asks for nothing else, at any hour.
 */
export function judgeAction(
  action: Action,
  actor: Actor,
  subject: Subject,
  standing: Standing,
  input: ActionInput,
): ActionJudgement {
  const obstacle =
    roleObstacle(action, actor.roles) ??
    staleness(action, subject, standing, input) ??
    obstacleTo(action, actor, subject, standing, input.findings) ??
    missingWords(action, input)
  if (obstacle === undefined) return { allowed: true }
  return {
    allowed: false,
    ...obstacle,
    possible: possibleActions(actor, subject, standing, input.findings),
    findings: errorsAgainst(action, input.findings),
  }
}

/** An action as a panel offers it: open to this person, or not and why. */
export type OpenAction =
  | { readonly action: Action; readonly allowed: true }
  | ({ readonly action: Action; readonly allowed: false } & Obstacle)

/** Each action, and whether this person could take it now if they say what has to be said with it. */
export function openActions(
  actor: Actor,
  subject: Subject,
  standing: Standing,
  findings: readonly Finding[],
): readonly OpenAction[] {
  return actions.map((action) => {
    const obstacle = obstacleTo(action, actor, subject, standing, findings)
    return obstacle === undefined
      ? { action, allowed: true }
      : { action, allowed: false, ...obstacle }
  })
}

function possibleActions(
  actor: Actor,
  subject: Subject,
  standing: Standing,
  findings: readonly Finding[],
): readonly Action[] {
  return openActions(actor, subject, standing, findings).flatMap(({ action, allowed }) =>
    allowed ? action : [],
  )
}

/** What stands in the way whatever is said: role, then state, then person, then the gate. */
function obstacleTo(
  action: Action,
  actor: Actor,
  subject: Subject,
  standing: Standing,
  findings: readonly Finding[],
): Obstacle | undefined {
  return (
    roleObstacle(action, actor.roles) ??
    stateObstacle(action, subject, standing) ??
    (action === 'approve' ? personObstacle(actor, subject, standing) : undefined) ??
    gateObstacle(action, subject, findings)
  )
}

const verbs: Readonly<Record<Action, string>> = {
  submit: 'submit it for review',
  approve: 'approve it',
  'request-changes': 'request changes',
  publish: 'publish it',
  withdraw: 'withdraw it',
}

const stateWords: Readonly<Record<ReviewState, string>> = {
  draft: 'is a draft',
  'in-review': 'is in review',
  'changes-requested': 'was sent back with changes requested',
  approved: 'is approved',
}

const liveWords: Readonly<Record<LiveState, string>> = {
  never: 'has never been published',
  live: 'is live',
  withdrawn: 'has been withdrawn',
}

function roleObstacle(action: Action, roles: readonly Role[]): Obstacle | undefined {
  if (isPermitted(action, roles)) return undefined
  const needed = permissions[action].join(' or ')
  const held = roles.length === 0 ? 'no role' : `the role ${roles.join(', ')}`
  return {
    code: 'role',
    message: `You cannot ${verbs[action]}: that takes the role ${needed}, and your account has ${held}. Ask somebody who has it.`,
  }
}

function staleness(
  action: Action,
  subject: Subject,
  standing: Standing,
  { contentHash }: ActionInput,
): Obstacle | undefined {
  // A text that has to go has to go whatever its newest words are.
  if (action === 'withdraw') return undefined
  if (contentHash === standing.contentHash) return undefined
  if (contentHash === undefined) {
    return action === 'approve'
      ? {
          code: 'stale',
          message: `The request does not say which text of ${subjectName(subject)} was read. Send its content hash.`,
        }
      : undefined
  }
  return {
    code: 'stale',
    message: `${subjectName(subject)} has changed since you read it. Read the text as it is now, then decide.`,
  }
}

function stateObstacle(action: Action, subject: Subject, standing: Standing): Obstacle | undefined {
  const name = subjectName(subject)
  const { reviewState, liveState, missing } = standing
  if (action === 'withdraw') {
    return nextLiveState(liveState, action).ok
      ? undefined
      : { code: 'state', message: `${name} ${liveWords[liveState]}: there is nothing to withdraw.` }
  }
  if (action === 'publish') {
    if (reviewState === 'approved' && nextLiveState(liveState, action).ok) return undefined
    return {
      code: 'state',
      message: `${name} ${stateWords[reviewState]} and lacks ${signatures(missing)}. It can be published once it is approved.`,
    }
  }
  if (standing.policy.approvals === 0) {
    return {
      code: 'state',
      message: `${name} needs no review: a ${subject.kind} goes live by its findings alone. Publish it.`,
    }
  }
  if (action === 'approve' && standing.renewal !== undefined) return undefined
  const next = nextReviewState(reviewState, action)
  return next.ok
    ? undefined
    : {
        code: 'state',
        message: `${name} ${stateWords[reviewState]}: you cannot ${verbs[action]} from there. ${wayForward(action, standing)}`,
      }
}

function wayForward(action: Action, { reviewState, reviewDue }: Standing): string {
  if (reviewState === 'in-review') return 'Wait for its reviewers.'
  if (reviewState === 'approved') {
    return reviewDue === undefined
      ? 'Publish it.'
      : `Its signatures hold until ${reviewDue} and can be renewed shortly before.`
  }
  return action === 'request-changes' || action === 'approve'
    ? 'An editor has to submit it first.'
    : 'Submit it first.'
}

function personObstacle(
  actor: Actor,
  subject: Subject,
  { authors, approvals, renewal }: Standing,
): Obstacle | undefined {
  const name = subjectName(subject)
  if (authors.some((author) => author.key === actor.key)) {
    return {
      code: 'author',
      message: `You wrote a part of ${name}, or of the facts it cites, since its last approval, so you cannot approve it. Ask another reviewer.`,
    }
  }
  const signed = renewal?.approvals ?? approvals
  return signed.some((approval) => approval.actor.key === actor.key)
    ? {
        code: 'state',
        message: `You have already approved this text of ${name}. The signature that is missing has to be another reviewer's.`,
      }
    : undefined
}

function gateObstacle(
  action: Action,
  subject: Subject,
  findings: readonly Finding[],
): Obstacle | undefined {
  const errors = errorsAgainst(action, findings)
  const [first] = errors
  if (first === undefined) return undefined
  const more = errors.length > 1 ? ` (and ${String(errors.length - 1)} more)` : ''
  return {
    code: 'findings',
    message: `You cannot ${verbs[action]}: ${subjectName(subject)} has ${count(errors.length, 'error')}. ${first.message} ${first.remedy}${more}`,
  }
}

/** An approval asks whether the text itself is right; publication asks everything. */
function errorsAgainst(action: Action, findings: readonly Finding[]): readonly Finding[] {
  if (action !== 'approve' && action !== 'publish') return []
  return findings.filter(
    ({ severity, concern }) => severity === 'error' && (action === 'publish' || concern === 'text'),
  )
}

function missingWords(action: Action, { meaning, reason }: ActionInput): Obstacle | undefined {
  if (action === 'approve' && meaning === undefined) {
    return {
      code: 'meaning',
      message: 'A signature says what it means. Choose the meaning of your approval.',
    }
  }
  const needsReason = action === 'request-changes' || action === 'withdraw'
  if (needsReason && (reason ?? '').trim() === '') {
    return {
      code: 'reason',
      message:
        action === 'withdraw'
          ? 'A withdrawal says why: readers are told. Give the reason.'
          : 'A request for changes says which and why. Give the reason.',
    }
  }
  return undefined
}

function signatures(missing: number): string {
  return count(missing, 'signature')
}

function count(number: number, word: string): string {
  return `${String(number)} ${word}${number === 1 ? '' : 's'}`
}
