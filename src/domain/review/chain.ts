import type { LogEntry, NewLogEntry } from '../model/index.ts'
import { canonicalDigest } from './canonicalDigest.ts'
import { wellFormed } from './wellFormed.ts'

/** What the first entry names as the hash before it. */
export const genesisHash = '0'.repeat(64)

/** The end of a chain: what the next entry is tied to. */
export type ChainHead = Pick<LogEntry, 'sequence' | 'hash'>

/**
 * Ties an entry to the one before it (undefined: it is the first). The entry that comes out is plain
 * JSON, so that it reads back from any database with the same hash; broken text is mended first.
 */
export function appendEntry(previous: ChainHead | undefined, entry: NewLogEntry): LogEntry {
  const tied = {
    ...plain(entry),
    sequence: (previous?.sequence ?? 0) + 1,
    previousHash: previous?.hash ?? genesisHash,
  }
  return { ...tied, hash: canonicalDigest(tied) }
}

export type ChainVerdict =
  | { readonly ok: true; readonly length: number; readonly head: string }
  | { readonly ok: false; readonly sequence: number; readonly message: string }

/**
 * Reads a whole log, oldest entry first, and names the first place where the chain is broken: a gap,
 * an entry tied to another one than stands before it, an altered entry. Entries cut off at the end
 * leave no break; they show in the length and the head, which a release keeps (21 CFR 11.10(e)).
 */
export function verifyChain(entries: Iterable<LogEntry>): ChainVerdict {
  let sequence = 0
  let head = genesisHash
  for (const entry of entries) {
    sequence += 1
    const { hash, ...rest } = entry
    if (entry.sequence !== sequence) {
      return broken(
        sequence,
        `Entry ${String(sequence)} is missing; ${String(entry.sequence)} stands in its place.`,
      )
    }
    if (entry.previousHash !== head) {
      return broken(
        sequence,
        `Entry ${String(sequence)} is not tied to the entry that stands before it.`,
      )
    }
    if (digest(rest) !== hash) {
      return broken(sequence, `Entry ${String(sequence)} was altered after it was written.`)
    }
    head = hash
  }
  return { ok: true, length: sequence, head }
}

function broken(sequence: number, message: string): ChainVerdict {
  return { ok: false, sequence, message }
}

/** An entry that has no canonical form any more, such as one with half a character, was altered. */
function digest(rest: object): string | undefined {
  try {
    return canonicalDigest(rest)
  } catch {
    return undefined
  }
}

function plain<T extends object>(entry: T): T {
  const json = JSON.stringify(entry, (_, value: unknown) =>
    typeof value === 'string' ? wellFormed(value) : value,
  )
  return JSON.parse(json) as T
}
