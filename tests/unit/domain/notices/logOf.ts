import type { Actor, LogEntry, NewLogEntry, Role } from '../../../../src/domain/model/index.ts'
import { appendEntry } from '../../../../src/domain/review/index.ts'

/** Invented people, by key. */
export function actor(key: string, ...roles: Role[]): Actor {
  return { key, name: `${key} Example`, roles, isFictitious: true }
}

export const ed = actor('ed', 'editor')
export const eve = actor('eve', 'editor')
export const rea = actor('rea', 'reviewer')
export const sam = actor('sam', 'reviewer')
export const gate = actor('citegate')

export type Step = Pick<NewLogEntry, 'action' | 'actor'> & Partial<NewLogEntry>

/** A claim's log of these steps, in order; every entry is about the text `a` unless told otherwise. */
export function logOf(...steps: readonly Step[]): LogEntry[] {
  const log: LogEntry[] = []
  for (const step of steps) {
    log.push(
      appendEntry(log.at(-1), {
        at: '2026-01-05T09:00:00.000Z',
        subject: 'claim/example',
        contentHash: 'a',
        ...(step.action === 'approve'
          ? { meaning: 'evidence-checked', policy: { approvals: 1, roles: ['reviewer'] } }
          : {}),
        ...step,
      }),
    )
  }
  return log
}
