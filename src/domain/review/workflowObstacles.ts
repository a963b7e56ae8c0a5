import type { Actor } from '../model/index.ts'
import { subjectName } from '../model/index.ts'
import type { ActionInput, Obstacle, Situation } from './actions.ts'
import { hasSigned, openComments } from './approvalObstacles.ts'
import { policyFor } from './policy.ts'
import { isoDate, isIsoDate, parseInstant } from './reviewDates.ts'
import type { Comment } from './standing.ts'
import { state } from './stateObstacles.ts'

/** What stands in the way of asking somebody, commenting and scheduling. */

/** Longest comment, in UTF-16 units. */
export const longestComment = 2000

/** How many days ahead a publication can be scheduled. */
export const furthestScheduleDays = 366

const dayMs = 86_400_000

/**
 * Whoever is asked to review has to be able to sign: with a role of the policy, not their own words
 * and not for the second time.
 */
export function unfitAssignee(
  { assignee, due }: ActionInput,
  { subject, standing, workflow, graph, now }: Situation,
): Obstacle | undefined {
  const name = subjectName(subject)
  if (assignee === null) {
    return workflow.assignment === undefined
      ? state(`Nobody is asked to review ${name}: there is nothing to take back.`)
      : undefined
  }
  if (assignee === undefined) {
    return unfit('There is no account of the person who is to review it. Choose somebody else.')
  }
  const { roles } = policyFor(subject, graph.policy)
  if (!roles.some((role) => assignee.roles.includes(role))) {
    return unfit(
      `${assignee.name} cannot sign ${name}: that takes the role ${roles.join(' or ')}. Ask somebody who has it.`,
    )
  }
  if (standing.authors.some(({ key }) => key === assignee.key)) {
    return unfit(
      `${assignee.name} wrote a part of ${name}, or of the facts it cites, since its last approval, and so cannot sign it. Ask another reviewer.`,
    )
  }
  if (hasSigned(standing, assignee)) {
    return unfit(
      `${assignee.name} has already approved this text of ${name}: another signature has to be somebody else's. Ask another reviewer.`,
    )
  }
  if (due === undefined || (isIsoDate(due) && due >= isoDate(now))) return undefined
  return malformed(
    isIsoDate(due)
      ? `The review cannot be due on ${due}: that day has passed. Choose a later one.`
      : 'The day by which the review is asked for is no date. Write it as in 2026-03-01.',
  )
}

export function unsaid({ text = '', place = '' }: ActionInput): Obstacle | undefined {
  if (text.trim() === '') {
    return { code: 'reason', message: 'A comment without words says nothing. Write it.' }
  }
  if (text.length > longestComment) {
    return {
      code: 'reason',
      message: `A comment has at most ${String(longestComment)} characters, and this one has ${String(text.length)}. Shorten it.`,
    }
  }
  return place.length > 200
    ? malformed('The place of the comment is longer than any place in a text.')
    : undefined
}

/** Whether there is anything this person could resolve. */
export function nothingToResolve(
  { subject, workflow }: Situation,
  actor: Actor,
): Obstacle | undefined {
  const open = openComments(workflow)
  const [first] = open
  if (first === undefined) return state(`${subjectName(subject)} has no open comment.`)
  return open.some((comment) => mayResolve(comment, actor)) ? undefined : foreign(first)
}

export function unresolvable(
  { comment: id }: ActionInput,
  { subject, workflow }: Situation,
  actor: Actor,
): Obstacle | undefined {
  if (id === undefined) return malformed('The request does not say which comment. Send its id.')
  const comment = workflow.comments.find((each) => each.id === id)
  if (comment === undefined) {
    return {
      code: 'not-found',
      message: `${subjectName(subject)} has no comment ${String(id)}. Read its comments again.`,
    }
  }
  if (!mayResolve(comment, actor)) return foreign(comment)
  return comment.resolved === undefined
    ? undefined
    : state(`${comment.resolved.actor.name} has already resolved this comment.`)
}

export function scheduled({ subject, workflow }: Situation): Obstacle | undefined {
  return workflow.schedule === undefined
    ? undefined
    : state(
        `${subjectName(subject)} is to be published at ${workflow.schedule.publishAt} already. Take that back first.`,
      )
}

export function unscheduled({ subject, workflow }: Situation): Obstacle | undefined {
  return workflow.schedule === undefined
    ? state(
        `No publication of ${subjectName(subject)} is scheduled: there is nothing to take back.`,
      )
    : undefined
}

export function untimely({ publishAt }: ActionInput, { now }: Situation): Obstacle | undefined {
  const instant = parseInstant(publishAt ?? '')
  if (instant === undefined) {
    return malformed(
      'The request does not say when to publish. Send an instant with its offset from UTC, as in 2026-03-01T09:00:00Z.',
    )
  }
  if (instant <= now) return malformed('The time to publish at has passed. Choose a later one.')
  return instant.getTime() - now.getTime() > furthestScheduleDays * dayMs
    ? malformed(
        `A publication can be scheduled at most ${String(furthestScheduleDays)} days ahead. Choose an earlier time.`,
      )
    : undefined
}

function mayResolve(comment: Comment, actor: Actor): boolean {
  return comment.actor.key === actor.key || actor.roles.includes('reviewer')
}

function foreign({ actor }: Comment): Obstacle {
  return {
    code: 'role',
    message: `The comment is by ${actor.name}: its writer or a reviewer resolves it, and you are neither.`,
  }
}

function unfit(message: string): Obstacle {
  return { code: 'assignee', message }
}

function malformed(message: string): Obstacle {
  return { code: 'malformed', message }
}
