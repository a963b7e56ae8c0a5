import type { WorkItem } from './workLists.ts'

/**
 * The order of what waits for a reviewer: what they were asked for, then what nobody was asked for,
 * then what somebody else was; of each what is due first, and what has no day last.
 */
export function compareWaiting(one: WorkItem, other: WorkItem): number {
  return (
    rank(one) - rank(other) ||
    compare(one.due ?? endOfTime, other.due ?? endOfTime) ||
    compare(one.subject, other.subject)
  )
}

/** After every date that can be written YYYY-MM-DD. */
const endOfTime = '~'

function rank({ isAsked = false, assignee }: WorkItem): number {
  if (isAsked) return 0
  return assignee === undefined ? 1 : 2
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
