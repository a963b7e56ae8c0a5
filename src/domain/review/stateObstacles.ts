import type { Actor, LiveState, ReviewState } from '../model/index.ts'
import { subjectName } from '../model/index.ts'
import type { Obstacle, Situation } from './actions.ts'
import { isLiveText } from './isLiveText.ts'
import type { Standing } from './standing.ts'
import { nextLiveState, nextReviewState } from './transitions.ts'
import type { ReviewAction } from './transitions.ts'
import { counted } from './words.ts'

/** Why an action does not go from where a text stands, and what would be the way. */

/** Nothing can be done with what is deleted; its key is never used again. */
export function deleted({ subject, graph }: Situation): Obstacle | undefined {
  const name = subjectName(subject)
  const log = graph.log.get(name) ?? []
  return log.some(({ action }) => action === 'delete')
    ? state(`${name} was deleted, and its key is never used again. Write it anew with another key.`)
    : undefined
}

/** Studies and conditions have nothing to review. */
export function unreviewed({ subject, standing }: Situation): Obstacle | undefined {
  return standing.policy.approvals === 0
    ? state(
        `${subjectName(subject)} needs no review: a ${subject.kind} goes live by its findings alone. Publish it.`,
      )
    : undefined
}

/** Whether the table of review states knows the action from here. */
export function outOfReviewOrder(
  action: Exclude<ReviewAction, 'edit' | 'expire'>,
): (situation: Situation, actor: Actor, verb: string) => Obstacle | undefined {
  return ({ subject, standing }, _, verb) => {
    if (action === 'approve' && standing.renewal !== undefined) return undefined
    if (nextReviewState(standing.reviewState, action).ok) return undefined
    return state(
      `${subjectName(subject)} ${stateWords[standing.reviewState]}: you cannot ${verb} from there. ${wayForward(standing)}`,
    )
  }
}

/** Whether the newest text can go live as things stand, the gate aside. */
export function unpublishable({ subject, standing, graph }: Situation): Obstacle | undefined {
  const name = subjectName(subject)
  if (!nextLiveState(standing.liveState, 'publish').ok) {
    return state(
      `${name} ${liveWords[standing.liveState]}: it cannot simply be published again. Reinstate it with a reason, once its text is approved anew.`,
    )
  }
  if (isLiveText(subject, standing, graph)) {
    return state(`${name} is live with exactly this text: there is nothing to publish.`)
  }
  return unapproved('published', name, standing)
}

export function unreinstatable({ subject, standing }: Situation): Obstacle | undefined {
  const name = subjectName(subject)
  if (!nextLiveState(standing.liveState, 'reinstate').ok) {
    return state(
      `${name} ${liveWords[standing.liveState]}: there is nothing to reinstate. Publish it.`,
    )
  }
  return unapproved('reinstated', name, standing)
}

export function unwithdrawable({ subject, standing }: Situation): Obstacle | undefined {
  return nextLiveState(standing.liveState, 'withdraw').ok
    ? undefined
    : state(
        `${subjectName(subject)} ${liveWords[standing.liveState]}: there is nothing to withdraw.`,
      )
}

/** An obstacle that another state of the text would not be. */
export function state(message: string): Obstacle {
  return { code: 'state', message }
}

function unapproved(done: string, name: string, standing: Standing): Obstacle | undefined {
  const { reviewState, missing, reviewDue } = standing
  if (reviewState === 'approved') return undefined
  return state(
    reviewDue !== undefined
      ? `The signatures on ${name} held until ${reviewDue}. It can be ${done} once its reviewers have approved it anew.`
      : `${name} ${stateWords[reviewState]} and lacks ${counted(missing, 'signature')}. It can be ${done} once it is approved.`,
  )
}

function wayForward({ reviewState, reviewDue }: Standing): string {
  if (reviewState === 'in-review') return 'Wait for its reviewers.'
  if (reviewState === 'approved') {
    return reviewDue === undefined
      ? 'Publish it.'
      : `Its signatures hold until ${reviewDue} and can be renewed shortly before.`
  }
  return 'An editor has to submit it first.'
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
