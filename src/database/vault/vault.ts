import type { FlattenedField } from 'payload'
import type { Row } from './mapRow.ts'

/** A document or a version, in plain values: ids as text, moments as ISO text, nothing empty. */
export type StoredRow = Row & { readonly id: string }

/** What is kept together: the documents of a collection, or all versions of them. */
export interface Part {
  /** The slug, or `{slug}.versions`. */
  readonly name: string
  readonly slug: string
  readonly holds: 'documents' | 'versions'
  readonly fields: readonly FlattenedField[]
}

/** `uuid` on SQLite, `objectid` (24 hexadecimal digits) on MongoDB. */
export type IdForm = 'objectid' | 'uuid'

export interface Filling {
  readonly put: (part: Part, rows: readonly StoredRow[]) => Promise<void>
  /** How many there are by now. */
  readonly count: (part: Part) => Promise<number>
}

/**
 * A database below the CMS: no hook runs, no moment is stamped and no id is made. For what takes
 * all of it away or brings all of it back, and for nothing else.
 */
export interface Vault {
  readonly idForm: IdForm
  readonly parts: readonly Part[]
  readonly count: (part: Part) => Promise<number>
  /** All rows that are read within are of one moment, whatever others write; in the order of ids. */
  readonly atOneMoment: <T>(
    work: (rows: (part: Part) => AsyncIterable<StoredRow>) => Promise<T>,
  ) => Promise<T>
  /** Removes what a filling that was killed has left, and says whether there was one. */
  readonly clearUnfinished: () => Promise<boolean>
  /** Writes into an empty database: all of it, or after an error none. */
  readonly fill: <T>(work: (filling: Filling) => Promise<T>) => Promise<T>
}
