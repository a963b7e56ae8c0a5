import type { Role, SubjectName } from '../model/index.ts'

/** What a person finds on their desk, in the order in which it is shown. */
export const workListNames = [
  'waiting',
  'sentBack',
  'comments',
  'failed',
  'withheld',
  'scheduled',
  'due',
] as const
export type WorkListName = (typeof workListNames)[number]

/** One text on a list. */
export interface WorkItem {
  readonly subject: SubjectName
  readonly title: string
  /** The collection and the database id, for a link. */
  readonly collection: string
  readonly id: string
  /** waiting: whether this very person was asked. */
  readonly isAsked?: boolean
  /** waiting: key of somebody else who was asked. */
  readonly assignee?: string
  /** waiting: ISO date by which the review is asked for. due: last ISO date on which it holds. */
  readonly due?: string
  /** comments: how many are open. */
  readonly openComments?: number
  /** scheduled, failed: ISO instant for which it was planned. */
  readonly publishAt?: string
  /** sentBack, failed, withheld: ISO instant at which that happened, why, and by whom. */
  readonly at?: string
  readonly reason?: string
  readonly by?: string
  /** withheld: the channels it is kept out of; absent for all. */
  readonly channels?: readonly string[]
}

export interface WorkList {
  readonly name: WorkListName
  /** How many there are; `items` has the first of them. */
  readonly total: number
  readonly items: readonly WorkItem[]
}

const readers: Readonly<Record<WorkListName, readonly Role[]>> = {
  waiting: ['reviewer'],
  sentBack: ['editor'],
  comments: ['editor'],
  failed: ['editor', 'reviewer', 'admin'],
  withheld: ['editor', 'reviewer', 'admin'],
  scheduled: ['editor', 'reviewer'],
  due: ['editor', 'reviewer'],
}

/** The lists that concern somebody with these roles. */
export function workListsFor(roles: readonly Role[]): readonly WorkListName[] {
  return workListNames.filter((name) => readers[name].some((role) => roles.includes(role)))
}
