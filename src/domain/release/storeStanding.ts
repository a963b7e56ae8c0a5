import type { LogEntry, SubjectName } from '../model/index.ts'
import { reviewedKinds } from '../model/index.ts'
import type { ChainHead } from '../review/index.ts'
import { liveHistory } from '../review/index.ts'

/** The current release of a store, as far as its place in history goes. */
export interface StoreHead {
  readonly release: number
  /** End of the log it was made from; null when there was no log yet. */
  readonly auditHead: ChainHead | null
}

/** What a database says of the same history. */
export interface DatabaseHead {
  /** Highest number in its list of releases; 0 when it lists none. */
  readonly release: number
  /** End of its log. */
  readonly head: ChainHead | null
  /** Hash of its entry with the number of the store's head; undefined when its log ends before. */
  readonly hashAtStoreHead: string | undefined
}

/**
 * How a store and a database stand to each other:
 * - `in-step`: the database holds the log of the release, and lists it (or there is neither).
 * - `record-missing`: it holds the log and does not list the release; a crash came between the two.
 * - `database-older`: its log does not hold the end of the release's log, so it was restored from
 *   before, or is another database. `log` says how: it ends before, or says something else.
 * - `store-older`: the database lists releases that the store does not hold, so their numbers would
 *   be given out twice.
 */
export type StoreStanding =
  | { readonly standing: 'in-step'; readonly release: number }
  | { readonly standing: 'record-missing'; readonly release: number; readonly listed: number }
  | {
      readonly standing: 'database-older'
      readonly release: number
      readonly listed: number
      readonly log: 'forked' | 'shorter'
      /** Entries that the database lacks; null where its log says something else. */
      readonly entries: { readonly from: number; readonly to: number } | null
    }
  | { readonly standing: 'store-older'; readonly release: number; readonly listed: number }

/** Decides it from the heads alone; `unknownToDatabase` says what an older database lacks. */
export function storeStanding(store: StoreHead | null, database: DatabaseHead): StoreStanding {
  const release = store?.release ?? 0
  const { release: listed, head, hashAtStoreHead } = database
  const storeHead = store?.auditHead ?? null
  if (storeHead !== null && hashAtStoreHead !== storeHead.hash) {
    const last = head?.sequence ?? 0
    const isShorter = hashAtStoreHead === undefined && last < storeHead.sequence
    return {
      ...{ standing: 'database-older', release, listed },
      log: isShorter ? 'shorter' : 'forked',
      entries: isShorter ? { from: last + 1, to: storeHead.sequence } : null,
    }
  }
  if (listed > release) return { standing: 'store-older', release, listed }
  if (listed < release) return { standing: 'record-missing', release, listed }
  return { standing: 'in-step', release }
}

/** An item of a channel in the store, or the tombstone of one. */
export interface StoredItem {
  readonly subject: SubjectName
  readonly channel: string
  readonly version: number
  /** That it was withdrawn by a person. */
  readonly isWithdrawn: boolean
}

/** An item of the store that the database would tell its readers otherwise. */
export interface UnknownItem extends StoredItem {
  /**
   * `subject`: it has never heard of it; `version`: it knows earlier versions only; `withdrawal`: it
   * takes it for live, and would bring back what somebody withdrew.
   */
  readonly unknown: 'subject' | 'version' | 'withdrawal'
  /** The newest version that the database knows. */
  readonly known: number
}

/**
 * What the store has and an older database has not.
 *
 * @param log - the whole log of the database, by subject, oldest entry first
 */
export function unknownToDatabase(
  items: readonly StoredItem[],
  log: ReadonlyMap<SubjectName, readonly LogEntry[]>,
): readonly UnknownItem[] {
  return items.flatMap((item): UnknownItem[] => {
    const entries = log.get(item.subject)
    if (entries === undefined) return [{ ...item, unknown: 'subject', known: 0 }]
    const { version, liveState } = liveHistory(entries)
    // What goes live by its findings alone may do so without an entry; it is in its first version then.
    const known = isReviewed(item.subject) ? version : Math.max(1, version)
    if (item.version > known) return [{ ...item, unknown: 'version', known }]
    if (item.isWithdrawn && liveState === 'live') return [{ ...item, unknown: 'withdrawal', known }]
    return []
  })
}

function isReviewed(subject: SubjectName): boolean {
  return reviewedKinds.some((kind) => subject.startsWith(`${kind}/`))
}
