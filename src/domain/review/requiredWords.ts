import { subjectName } from '../model/index.ts'
import type { ActionInput, Obstacle, Situation } from './actions.ts'

/** What has to be said with an action. */

export function meaningMissing({ meaning }: ActionInput): Obstacle | undefined {
  return meaning === undefined
    ? {
        code: 'meaning',
        message: 'A signature says what it means. Choose the meaning of your approval.',
      }
    : undefined
}

export function reasonMissing(message: string): (input: ActionInput) => Obstacle | undefined {
  return ({ reason = '' }) => (reason.trim() === '' ? { code: 'reason', message } : undefined)
}

const withdrawalReason = reasonMissing('A withdrawal says why: readers are told. Give the reason.')

/** A withdrawal says why, in a word and in words, and what takes the place of what was superseded. */
export function withdrawalUnexplained(
  input: ActionInput,
  { subject }: Situation,
): Obstacle | undefined {
  const { kind, supersededBy } = input
  const unsaid = withdrawalReason(input)
  if (unsaid !== undefined) return unsaid
  if (kind === undefined) {
    return incomplete(
      'A withdrawal says of which kind it is: evidence, safety, legal or superseded. Choose one.',
    )
  }
  const name = subjectName(subject)
  if (kind !== 'superseded') {
    return supersededBy === undefined
      ? undefined
      : incomplete(
          `Only what is superseded names what takes its place. Leave ${supersededBy.name} out, or choose the kind superseded.`,
        )
  }
  if (supersededBy === undefined) {
    return incomplete(`Say which ${subject.kind} takes the place of ${name}.`)
  }
  const successor = supersededBy.name
  if (successor === name) return incomplete(`${name} cannot take its own place. Name another.`)
  if (!successor.startsWith(`${subject.kind}/`)) {
    return incomplete(`${successor} is no ${subject.kind}, as ${name} is. Name one.`)
  }
  return supersededBy.isLive
    ? undefined
    : incomplete(`${successor} is not live: readers would find nothing there. Publish it first.`)
}

function incomplete(message: string): Obstacle {
  return { code: 'reason', message }
}
