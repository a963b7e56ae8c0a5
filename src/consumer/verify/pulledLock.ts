import { parsedJson, recordOf, textOf } from '../unknownJson.ts'

export const lockName = 'citegate.lock.json'

/** What a folder that was pulled says of itself. */
export interface PulledLock {
  readonly release: number
  readonly createdAt: string
  readonly digest: string
  /** When the feed last proved to be as new as it says. */
  readonly refreshedAt: string
  /** The channels that were asked for, null for all. */
  readonly selected: readonly string[] | null
  /** Private channels that were not opened. */
  readonly locked: readonly string[]
  /** Whether items were asked for in this form. */
  readonly wants: Readonly<Record<'json' | 'md' | 'subscribers', boolean>>
  readonly trustedRoot: Uint8Array
}

/** Reads the lock of a pulled folder; null when it is none. */
export function pulledLock(bytes: Uint8Array): PulledLock | null {
  const lock = recordOf(parsedJson(bytes))
  const [createdAt, digest] = [textOf(lock.createdAt), textOf(lock.digest)]
  const { release, selected, format } = lock
  const refreshedAt = textOf(lock.refreshedAt) ?? ''
  if (typeof release !== 'number' || createdAt === null || digest === null) return null
  if (Number.isNaN(Date.parse(refreshedAt))) return null
  return {
    ...{ release, createdAt, digest, refreshedAt },
    selected: Array.isArray(selected) ? selected.map(String) : null,
    locked: Array.isArray(lock.locked) ? lock.locked.map(String) : [],
    wants: {
      json: format !== 'md',
      md: format !== 'json',
      subscribers: format === 'all',
    },
    trustedRoot: Buffer.from(JSON.stringify(lock.trustedRoot ?? null)),
  }
}
