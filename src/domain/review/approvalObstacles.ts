import type { Actor, Finding } from '../model/index.ts'
import { subjectName } from '../model/index.ts'
import type { Obstacle, Situation } from './actions.ts'
import type { Comment, Workflow } from './standing.ts'
import { state } from './stateObstacles.ts'
import { counted, quoted } from './words.ts'

/** Nobody signs what they wrote, and nobody gives two of the signatures that are asked for. */
export function dependent({ subject, standing }: Situation, actor: Actor): Obstacle | undefined {
  const name = subjectName(subject)
  if (standing.authors.some((author) => author.key === actor.key)) {
    return {
      code: 'author',
      message: `You wrote a part of ${name}, or of the facts it cites, since its last approval, so you cannot approve it. Ask another reviewer.`,
    }
  }
  const signed = standing.renewal?.approvals ?? standing.approvals
  return signed.some((approval) => approval.actor.key === actor.key)
    ? state(
        `You have already approved this text of ${name}. The signature that is missing has to be another reviewer's.`,
      )
    : undefined
}

/** The comments that nobody has resolved, oldest first. */
export function openComments({ comments }: Workflow): readonly Comment[] {
  return comments.filter(({ resolved }) => resolved === undefined)
}

/** What somebody remarked has to be settled before the text is signed or goes live. */
export function commented(
  { subject, workflow }: Situation,
  _actor: Actor,
  verb: string,
): Obstacle | undefined {
  const open = openComments(workflow)
  const [first] = open
  if (first === undefined) return undefined
  const about = first.place === undefined ? '' : ` on ${first.place}`
  return {
    code: 'comments',
    message: `You cannot ${verb}: ${subjectName(subject)} has ${counted(open.length, 'open comment')}. The first is by ${first.actor.name}${about}: ${quoted(first.text)} Settle what they say and resolve them.`,
  }
}

/** An approval asks whether the text itself is right; whatever makes a text live asks everything. */
export type GateQuestion = 'text' | 'everything'

/** The errors in the way of an action that asks the gate this question. */
export function errorsAgainst(
  question: GateQuestion | undefined,
  findings: readonly Finding[],
): readonly Finding[] {
  if (question === undefined) return []
  return findings.filter(
    ({ severity, concern }) =>
      severity === 'error' && (question === 'everything' || concern === 'text'),
  )
}

/** What the gate has against it. */
export function failing(
  question: GateQuestion | undefined,
  { subject, findings }: Situation,
  verb: string,
): Obstacle | undefined {
  const errors = errorsAgainst(question, findings)
  const [first] = errors
  if (first === undefined) return undefined
  const more = errors.length > 1 ? ` (and ${String(errors.length - 1)} more)` : ''
  return {
    code: 'findings',
    message: `You cannot ${verb}: ${subjectName(subject)} has ${counted(errors.length, 'error')}. ${first.message} ${first.remedy}${more}`,
  }
}
