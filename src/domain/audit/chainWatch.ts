import type { LogEntry } from '../model/index.ts'
import type { ChainHead } from '../review/index.ts'
import { genesisHash, linkFault } from '../review/index.ts'
import type { AuditBreak } from './auditBreak.ts'
import { tampering } from './auditBreak.ts'
import { isRecord } from './isRecord.ts'
import { readEntry } from './readEntry.ts'

/** What a watch says of one row of a log. */
export interface Watched {
  /** Absent when the row cannot be read as an entry. */
  readonly entry?: LogEntry
  readonly breaks: readonly AuditBreak[]
}

export interface ChainWatch {
  /**
   * Takes the next row, in the order of their numbers, whatever it holds. Never throws.
   *
   * @param problem - set when the row could not even be fetched: the rest of a sentence about it
   */
  readonly next: (row: unknown, problem?: string) => Watched
  /** The last entry so far, as it says of itself. */
  readonly head: () => ChainHead | undefined
}

/**
 * Follows the chain of a log row by row. Unlike `verifyChain` it goes on behind a break, from what
 * the entry there says of itself, so that one broken link is one break and the next is found too.
 */
export function chainWatch(): ChainWatch {
  let last: Partial<ChainHead> & Pick<ChainHead, 'sequence'> = { sequence: 0, hash: genesisHash }

  const follow = (entry: LogEntry): readonly AuditBreak[] => {
    const { sequence, previousHash } = entry
    const due = last.sequence + 1
    if (sequence < due) return [repeated(entry)]
    // Behind a gap, and behind a row that tells no hash, only its own words can be checked.
    const hash = sequence === due ? (last.hash ?? previousHash) : previousHash
    last = entry
    const fault = linkFault({ sequence: sequence - 1, hash }, entry)
    return [
      ...missing(due, sequence - 1),
      ...(fault === undefined ? [] : [fault.kind === 'untied' ? untied(entry) : altered(entry)]),
    ]
  }

  const pass = (row: unknown, problem: string): readonly AuditBreak[] => {
    const due = last.sequence + 1
    const told = isRecord(row) ? row : {}
    const sequence = typeof told['sequence'] === 'number' ? told['sequence'] : due
    const unreadable = unreadableEntry(sequence, problem)
    if (sequence < due) return [unreadable]
    last = { sequence, ...(typeof told['hash'] === 'string' ? { hash: told['hash'] } : {}) }
    return [...missing(due, sequence - 1), unreadable]
  }

  return {
    head: () =>
      last.sequence === 0 ? undefined : { sequence: last.sequence, hash: last.hash ?? '' },
    next: (row, problem) => {
      const read = problem === undefined ? readEntry(row) : { ok: false as const, problem }
      return read.ok
        ? { entry: read.entry, breaks: follow(read.entry) }
        : { breaks: pass(row, read.problem) }
    },
  }
}

/** An entry that is there and cannot be read. `problem` ends a sentence that begins with it. */
function unreadableEntry(sequence: number, problem: string): AuditBreak {
  return {
    code: 'entry-unreadable',
    place: `entry ${String(sequence)}`,
    message: `Entry ${String(sequence)} of the log ${problem}. ${tampering}`,
  }
}

function missing(from: number, to: number): readonly AuditBreak[] {
  if (to < from) return []
  const which =
    from === to ? `Entry ${String(from)} is` : `The entries ${String(from)} to ${String(to)} are`
  return [
    {
      code: 'entry-missing',
      place: `entry ${String(from)}`,
      message: `${which} missing from the log. ${tampering}`,
    },
  ]
}

function repeated({ sequence }: LogEntry): AuditBreak {
  return {
    code: 'entry-repeated',
    place: `entry ${String(sequence)}`,
    message: `There is another entry with the number ${String(sequence)}, or it stands behind a later one. ${tampering}`,
  }
}

function untied({ sequence }: LogEntry): AuditBreak {
  return {
    code: 'entry-untied',
    place: `entry ${String(sequence)}`,
    message: `Entry ${String(sequence)} was made to follow another entry than ${String(sequence - 1)} as it stands now. One of the two is not the one that was written. ${tampering}`,
  }
}

function altered({ sequence, action, subject }: LogEntry): AuditBreak {
  return {
    code: 'entry-altered',
    place: `entry ${String(sequence)}`,
    message: `Entry ${String(sequence)} (${action} of ${subject}) does not say what it said when it was written: its hash is of other words. ${tampering}`,
  }
}
