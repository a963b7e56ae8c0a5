import type { LogEntry, SubjectName } from '../model/index.ts'

export interface LogBook {
  readonly add: (entry: LogEntry) => void
  /** What happened to each subject, oldest first. */
  readonly bySubject: ReadonlyMap<SubjectName, readonly LogEntry[]>
}

/**
 * A log held in memory for questions about its subjects: by subject, without the words of comments
 * and the ties of the chain, each person and text named once. A hundred thousand entries take some
 * tens of megabytes.
 */
export function logBook(): LogBook {
  const bySubject = new Map<SubjectName, LogEntry[]>()
  const known = new Map<string, unknown>()
  const once = <T>(value: T): T => {
    const name = JSON.stringify(value)
    if (!known.has(name)) known.set(name, value)
    return known.get(name) as T
  }

  return {
    bySubject,
    add: (entry) => {
      const { text: _words, hash: _hash, previousHash: _tie, ...rest } = entry
      const kept: LogEntry = {
        ...rest,
        subject: once(entry.subject),
        contentHash: once(entry.contentHash),
        actor: once(entry.actor),
        ...(entry.policy === undefined ? {} : { policy: once(entry.policy) }),
        ...(entry.changed === undefined ? {} : { changed: once(entry.changed) }),
        previousHash: '',
        hash: '',
      }
      const entries = bySubject.get(kept.subject)
      if (entries === undefined) bySubject.set(kept.subject, [kept])
      else entries.push(kept)
    },
  }
}
