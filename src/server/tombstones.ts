/** What stands where a withdrawn item stood. */
export interface Tombstone {
  readonly kind: string
  readonly key: string
  readonly channel: string
  readonly reason: string
  /** ISO 8601 date of the withdrawal. */
  readonly date: string
  /** Of which kind the withdrawal was, where somebody said so. */
  readonly withdrawalKind?: string
  /** What takes the item's place. */
  readonly supersededBy?: { readonly kind: string; readonly key: string }
}

/** The folder of a channel in which the items of a kind lie: public paths, which never change. */
const folders: Readonly<Record<string, string>> = {
  therapy: 'therapies',
  article: 'articles',
  claim: 'claims',
  study: 'studies',
}

/** The tombstones that the index of a channel names, by the paths of what was withdrawn. */
export function tombstonesIn(
  channel: string,
  index: Uint8Array,
): readonly (readonly [path: string, tombstone: Tombstone])[] {
  const { tombstones } = parsed(index)
  return (Array.isArray(tombstones) ? tombstones : []).filter(isTombstone).flatMap((stone) => {
    const folder = Object.hasOwn(folders, stone.kind) ? folders[stone.kind] : undefined
    if (folder === undefined) return []
    const { kind, key, reason, date, withdrawalKind, supersededBy } = stone
    const tombstone = {
      ...{ kind, key, channel, reason, date },
      ...(withdrawalKind !== undefined && { withdrawalKind }),
      ...(supersededBy !== undefined && { supersededBy }),
    }
    return ['json', 'md'].map((form) => [`${channel}/${folder}/${key}.${form}`, tombstone] as const)
  })
}

/** A channel as the index of a release names it. */
export interface NamedChannel {
  readonly key: string
  /** Only holders of a key read it. */
  readonly isPrivate: boolean
}

/** The channels that the index of a release names. */
export function channelsIn(index: Uint8Array): readonly NamedChannel[] {
  const { channels } = parsed(index)
  return (Array.isArray(channels) ? (channels as readonly unknown[]) : []).flatMap((channel) =>
    isRecord(channel) && typeof channel.key === 'string'
      ? // What is said in a way that this server does not know is not taken for public.
        [{ key: channel.key, isPrivate: ![undefined, 'public'].includes(channel.access as string) }]
      : [],
  )
}

/** The files that the items of a channel show. */
export function mediaIn(index: Uint8Array): ReadonlySet<string> {
  const { items } = parsed(index)
  return new Set(
    (Array.isArray(items) ? (items as readonly unknown[]) : []).flatMap((item) =>
      isRecord(item) && Array.isArray(item.media)
        ? (item.media as readonly unknown[]).map(String)
        : [],
    ),
  )
}

/** The bytes are those that were signed; of another publisher they may still say anything. */
function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString())
    return isRecord(value) ? value : {}
  } catch {
    return {}
  }
}

function isTombstone(value: unknown): value is Omit<Tombstone, 'channel'> {
  return (
    isRecord(value) &&
    [value.kind, value.key, value.reason, value.date].every((part) => typeof part === 'string') &&
    (value.withdrawalKind === undefined || typeof value.withdrawalKind === 'string') &&
    (value.supersededBy === undefined || isItemName(value.supersededBy))
  )
}

function isItemName(value: unknown): boolean {
  return isRecord(value) && typeof value.kind === 'string' && typeof value.key === 'string'
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
