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
  let head: ChainHead | undefined
  for (const entry of entries) {
    const fault = linkFault(head, entry)
    if (fault !== undefined) {
      return { ok: false, sequence: (head?.sequence ?? 0) + 1, message: fault.message }
    }
    head = entry
  }
  return { ok: true, length: head?.sequence ?? 0, head: head?.hash ?? genesisHash }
}

/**
 * What can be wrong with an entry where it stands. `gap`: another number is due. `untied`: it was
 * made to follow another entry. `altered`: its own hash is not that of its words.
 */
export interface LinkFault {
  readonly kind: 'gap' | 'untied' | 'altered'
  readonly message: string
}

/** Looks at one entry and the one it has to follow (undefined: it has to be the first). */
export function linkFault(previous: ChainHead | undefined, entry: LogEntry): LinkFault | undefined {
  const due = (previous?.sequence ?? 0) + 1
  const { hash, ...rest } = entry
  if (entry.sequence !== due) {
    const message = `Entry ${String(due)} is missing; ${String(entry.sequence)} stands in its place.`
    return { kind: 'gap', message }
  }
  if (entry.previousHash !== (previous?.hash ?? genesisHash)) {
    const message = `Entry ${String(due)} is not tied to the entry that stands before it.`
    return { kind: 'untied', message }
  }
  if (digest(rest) !== hash) {
    const message = `Entry ${String(due)} was altered after it was written.`
    return { kind: 'altered', message }
  }
  return undefined
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
