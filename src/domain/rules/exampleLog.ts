import type { Actor, Graph, LogAction, LogEntry, Role, Subject } from '../model/index.ts'
import { subjectName } from '../model/index.ts'
import { appendEntry, contentHash, policyFor } from '../review/index.ts'
import { exampleGraph } from './exampleGraph.ts'

/** Invented people, and a log as they would have written it. */

function person(key: string, name: string, ...roles: Role[]): Actor {
  return { key, name, roles, isFictitious: true }
}

export const exampleEditor = person('ed', 'Ed Example', 'editor')
export const exampleReviewer = person('rea', 'Rea Example', 'reviewer')
export const exampleSecondReviewer = person('sam', 'Sam Example', 'reviewer')
/** Writes and reviews; never the same text. */
export const exampleBoth = person('bo', 'Bo Example', 'editor', 'reviewer')
export const exampleAdmin = person('ada', 'Ada Example', 'admin')

export interface ExampleStep {
  readonly action: LogAction
  readonly by: Actor
  /** Day of the entry; 5 January 2026 unless told otherwise. */
  readonly on?: string
  readonly subject: Subject
}

/** A chain of entries about texts as they stand in the graph. */
export function exampleLog(steps: readonly ExampleStep[], graph = exampleGraph()): LogEntry[] {
  const log: LogEntry[] = []
  for (const { action, by, on = '2026-01-05', subject } of steps) {
    log.push(
      appendEntry(log.at(-1), {
        at: `${on}T09:00:00.000Z`,
        subject: subjectName(subject),
        action,
        contentHash: contentHash(subject, graph),
        actor: by,
        ...(action === 'approve'
          ? { meaning: 'approved-for-publication', policy: policyFor(subject) }
          : {}),
        ...(action === 'request-changes' || action === 'withdraw' ? { reason: 'An example.' } : {}),
        ...(action === 'comment' ? { text: 'In how many people?', place: 'statement' } : {}),
        ...(action === 'resolve' ? { refersTo: sequenceOfLastComment(log) } : {}),
      }),
    )
  }
  return log
}

function sequenceOfLastComment(log: readonly LogEntry[]): number {
  return log.findLast(({ action }) => action === 'comment')?.sequence ?? 0
}

/** Steps by which a text is written by the editor, submitted, and signed on a day by these people. */
export function signed(
  subject: Subject,
  signers: readonly Actor[],
  on = '2026-01-05',
): ExampleStep[] {
  return [
    { action: 'edit', by: exampleEditor, subject, on },
    { action: 'submit', by: exampleEditor, subject, on },
    ...signers.map((by): ExampleStep => ({ action: 'approve', by, subject, on })),
  ]
}

/** The example world with this history. */
export function exampleGraphAfter(...steps: readonly ExampleStep[]): Graph {
  return exampleGraph({ log: exampleLog(steps) })
}
