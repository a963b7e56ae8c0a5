import type { BasePayload } from 'payload'
import type { KnownWithheld } from '../domain/release/index.ts'
import type { OpenedRelease } from '../repository/index.ts'

/** What the last release was made from; the next one looks at what has happened since. */
export interface Basis {
  /** The last log entry it was made from; 0 where there was none. */
  readonly sequence: number
  /** UTC day by which the gate judged, ISO. */
  readonly day: string
  /** See settingsDigest. */
  readonly settings: string
  readonly withheld: readonly KnownWithheld[]
}

/**
 * What the current release of the store was made from. Undefined where this database does not say
 * so: there is none, a crash kept the record from being made, or another database made it.
 */
export async function readBasis(
  payload: BasePayload,
  base: OpenedRelease | null,
): Promise<Basis | undefined> {
  if (base === null) return undefined
  const { docs } = await payload.db.find<RecordedRelease>({
    collection: 'releases',
    where: { number: { equals: base.release } },
    limit: 1,
    pagination: false,
  })
  const [row] = docs
  if (row?.digest !== base.digest || row.basis === null || row.basis === undefined) return undefined
  const { day, settings } = row.basis
  return {
    sequence: row.auditHead?.sequence ?? 0,
    day,
    settings,
    withheld: (row.withheld ?? []).map(({ channel, inChannels, ...each }) => ({
      ...each,
      ...(typeof channel === 'string' ? { channel } : {}),
      ...(Array.isArray(inChannels) ? { inChannels } : {}),
    })),
  }
}

interface RecordedRelease {
  readonly digest: string
  readonly auditHead?: { readonly sequence: number } | null
  readonly basis?: { readonly day: string; readonly settings: string } | null
  readonly withheld?: readonly (Omit<KnownWithheld, 'channel' | 'inChannels'> & {
    readonly channel?: string | null
    readonly inChannels?: readonly string[] | null
  })[]
}
