import type { Finding, LogEntry } from '../model/index.ts'
import { isPublication } from '../model/index.ts'
import { isoDate } from '../review/index.ts'
import type { Fallen } from './pageAsRead.ts'

/**
 * The entry by which a subject is withheld and which nothing has ended since. Publishing does not end
 * it: the release does, with a `readmit` entry, when the subject passes again.
 */
export function openWithholding(log: readonly LogEntry[] = []): LogEntry | undefined {
  const last = log.findLast(
    ({ action }) =>
      action === 'withhold' || action === 'readmit' || action === 'withdraw' || action === 'delete',
  )
  return last?.action === 'withhold' ? last : undefined
}

/** Since when and why a subject with these errors is withheld. */
export function withheldAs(
  findings: readonly Finding[],
  log: readonly LogEntry[] | undefined,
  now: Date,
): Fallen & { readonly isRecorded: boolean } {
  const entry = openWithholding(log)
  return {
    date: entry === undefined ? isoDate(now) : dateOf(entry),
    reason: entry?.reason ?? findings[0]?.message ?? '',
    isRecorded: entry !== undefined,
  }
}

/** When and why a subject was withdrawn, if that is the last that happened to it in public. */
export function withdrawnAs(log: readonly LogEntry[] = []): Fallen | undefined {
  const last = log.findLast((entry) => isPublication(entry) || entry.action === 'withdraw')
  return last?.action === 'withdraw' ? { date: dateOf(last), reason: last.reason ?? '' } : undefined
}

function dateOf(entry: LogEntry): string {
  return entry.at.slice(0, 'YYYY-MM-DD'.length)
}
