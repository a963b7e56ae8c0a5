import type { LiveState, LogEntry } from '../model/index.ts'
import { isPublication } from '../model/index.ts'

/** What a subject's log says of its public life. */
export interface LiveHistory {
  readonly liveState: LiveState
  /** How often it was published, reinstatements included. */
  readonly version: number
  /** Hash of the text that was published last. */
  readonly publishedHash?: string
  /** Position of the last publication in the log, -1 without one. */
  readonly lastPublish: number
}

/** Reads publications, reinstatements and withdrawals out of one subject's log, oldest entry first. */
export function liveHistory(log: readonly LogEntry[]): LiveHistory {
  const publications = log.filter(isPublication)
  const lastPublish = log.findLastIndex(isPublication)
  const lastWithdraw = log.findLastIndex((entry) => entry.action === 'withdraw')
  const publishedHash = publications.at(-1)?.contentHash
  return {
    liveState: lastPublish > lastWithdraw ? 'live' : lastWithdraw >= 0 ? 'withdrawn' : 'never',
    version: publications.length,
    ...(publishedHash === undefined ? {} : { publishedHash }),
    lastPublish,
  }
}
