import type { LogEntry } from '../domain/model/index.ts'
import type { Standing } from '../domain/review/index.ts'
import { workflowOf } from '../domain/review/index.ts'
import type { GatedSlug } from '../projection/index.ts'

/** Where a text stands, as it is stored for lists and filters. The log is the truth. */
export interface StoredState extends StoredWorkflow {
  readonly reviewStatus: Standing['reviewState']
  readonly reviewDue: string | null
}

/** The part that belongs to the subject, not to one of its texts. */
export interface StoredWorkflow {
  readonly liveStatus: Standing['liveState']
  readonly assignedTo: string | null
  readonly reviewBy: string | null
  readonly openComments: number
  readonly publishAt: string | null
}

/** Whether a collection stores where its texts stand; studies and conditions go live by findings. */
export function isReviewedSlug(slug: GatedSlug): boolean {
  return slug !== 'studies' && slug !== 'conditions'
}

export function storedState(standing: Standing, log: readonly LogEntry[]): StoredState {
  const { comments, assignment, schedule } = workflowOf(log)
  return {
    reviewStatus: standing.reviewState,
    reviewDue: standing.reviewDue ?? null,
    liveStatus: standing.liveState,
    assignedTo: assignment?.assignee ?? null,
    reviewBy: assignment?.due ?? null,
    openComments: comments.filter(({ resolved }) => resolved === undefined).length,
    publishAt: schedule?.publishAt ?? null,
  }
}

/** What a review of another text of the subject changes here. */
export function storedWorkflow({
  liveStatus,
  assignedTo,
  reviewBy,
  openComments,
  publishAt,
}: StoredState): StoredWorkflow {
  return { liveStatus, assignedTo, reviewBy, openComments, publishAt }
}
