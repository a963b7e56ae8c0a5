import type { Actor, Finding, Role } from '../model/index.ts'
import { subjectName } from '../model/index.ts'
import { actionChecks } from './actionChecks.ts'
import { actions } from './actions.ts'
import type { Action, ActionInput, Obstacle, Situation } from './actions.ts'
import { errorsAgainst, failing } from './approvalObstacles.ts'
import { isPermitted, permissions } from './permissions.ts'

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
 * 11.70); refusing, withdrawing and reinstating say why. Withdrawal asks for nothing else, at any
 * hour. A refusal says whether it is the person or the state that forbids it, and what is possible.
 */
export function judgeAction(
  action: Action,
  actor: Actor,
  situation: Situation,
  input: ActionInput,
): ActionJudgement {
  const { request, gate } = actionChecks[action]
  const obstacle =
    roleObstacle(action, actor.roles) ??
    staleness(action, situation, input) ??
    obstacleTo(action, actor, situation) ??
    request?.(input, situation, actor)
  if (obstacle === undefined) return { allowed: true }
  return {
    allowed: false,
    ...obstacle,
    possible: openActions(actor, situation).flatMap((each) => (each.allowed ? each.action : [])),
    findings: errorsAgainst(gate, situation.findings),
  }
}

/** An action as a panel offers it: open to this person, or not and why. */
export type OpenAction =
  | { readonly action: Action; readonly allowed: true }
  | ({ readonly action: Action; readonly allowed: false } & Obstacle)

/** Each action, and whether this person could take it now if they say what has to be said with it. */
export function openActions(actor: Actor, situation: Situation): readonly OpenAction[] {
  return actions.map((action) => {
    const obstacle = obstacleTo(action, actor, situation)
    return obstacle === undefined
      ? { action, allowed: true }
      : { action, allowed: false, ...obstacle }
  })
}

/** What stands in the way whatever is said: role, then state and person, then the gate. */
function obstacleTo(action: Action, actor: Actor, situation: Situation): Obstacle | undefined {
  const { verb, obstacles, gate } = actionChecks[action]
  const forbidden = roleObstacle(action, actor.roles)
  if (forbidden !== undefined) return forbidden
  for (const obstacle of obstacles) {
    const found = obstacle(situation, actor, verb)
    if (found !== undefined) return found
  }
  return failing(gate, situation, verb)
}

function roleObstacle(action: Action, roles: readonly Role[]): Obstacle | undefined {
  if (isPermitted(action, roles)) return undefined
  const needed = permissions[action].join(' or ')
  const held = roles.length === 0 ? 'no role' : `the role ${roles.join(', ')}`
  return {
    code: 'role',
    message: `You cannot ${actionChecks[action].verb}: that takes the role ${needed}, and your account has ${held}. Ask somebody who has it.`,
  }
}

function staleness(
  action: Action,
  { subject, standing }: Situation,
  { contentHash }: ActionInput,
): Obstacle | undefined {
  const { reading } = actionChecks[action]
  if (reading === 'free' || contentHash === standing.contentHash) return undefined
  if (contentHash === undefined) {
    return reading === 'named'
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
