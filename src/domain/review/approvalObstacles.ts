import type { Actor, Finding } from '../model/index.ts'
import { subjectName } from '../model/index.ts'
import type { Obstacle, Situation } from './actions.ts'
import type { Comment, Standing, Workflow } from './standing.ts'
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
  return hasSigned(standing, actor)
    ? state(
        `You have already approved this text of ${name}. The signature that is missing has to be another reviewer's.`,
      )
    : undefined
}

/** Whether a signature of this person stands on exactly this text, or on its renewal once that began. */
export function hasSigned({ approvals, renewal }: Standing, { key }: Actor): boolean {
  return (renewal?.approvals ?? approvals).some(({ actor }) => actor.key === key)
}

/** The comments that nobody has resolved, oldest first. */
export function openComments({ comments }: Workflow): readonly Comment[] {
  return comments.filter(({ resolved }) => resolved === undefined)
}

/** What somebody remarked has to be settled before the text is signed or goes live. */
export function commented(situation: Situation, _actor: Actor, verb: string): Obstacle | undefined {
  const remarked = openCommentsInWords(situation)
  return remarked === undefined
    ? undefined
    : { code: 'comments', message: `You cannot ${verb}: ${remarked}` }
}

/** How many comments are open and what the first says; undefined without any. */
export function openCommentsInWords({ subject, workflow }: Situation): string | undefined {
  const open = openComments(workflow)
  const [first] = open
  if (first === undefined) return undefined
  const about = first.place === undefined ? '' : ` on ${first.place}`
  return `${subjectName(subject)} has ${counted(open.length, 'open comment')}. The first is by ${first.actor.name}${about}: ${quoted(first.text)} Settle what they say and resolve them.`
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
  situation: Situation,
  verb: string,
): Obstacle | undefined {
  const failure = errorsInWords(question, situation)
  return failure === undefined
    ? undefined
    : { code: 'findings', message: `You cannot ${verb}: ${failure}` }
}

/** How many errors answer this question, and the first of them; undefined without any. */
export function errorsInWords(
  question: GateQuestion | undefined,
  { subject, findings }: Situation,
): string | undefined {
  const errors = errorsAgainst(question, findings)
  const [first] = errors
  if (first === undefined) return undefined
  const more = errors.length > 1 ? ` (and ${String(errors.length - 1)} more)` : ''
  return `${subjectName(subject)} has ${counted(errors.length, 'error')}. ${first.message} ${first.remedy}${more}`
}
