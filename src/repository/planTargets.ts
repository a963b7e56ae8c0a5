import { binKeysAreCurrent } from './metadataBodies.ts'
import type { TargetsPlan } from './metadataPlan.ts'
import { binOf, bitLengthFor, isBinned } from './hashBins.ts'
import { allEntries } from './openedRelease.ts'
import type { RootChain } from './rootChain.ts'
import type { Entries, TargetEntry } from './targetEntry.ts'
import { bitLengthOf, type TrustedState } from './trustedState.ts'

/** What a release changes, by path; null removes. */
export type Changes = ReadonlyMap<string, TargetEntry | null>

type Planned = Omit<TargetsPlan, 'note'>

/** The targets of a release that changes some of another: reads and writes only their bins. */
export async function planChanges(
  base: TrustedState,
  changes: Changes,
  roots: RootChain,
): Promise<Planned> {
  const bitLength = bitLengthOf(base)
  const byBin = groupBy(changes, (path) => binFor(path, bitLength))
  const lists = changed(base.lists, byBin.get(inLists))
  const bins = new Map<number, Entries>()
  let count = base.snapshot['x-citegate'].targets + lists.size - base.lists.size
  for (const [bin, itsChanges] of byBin) {
    if (bin === inLists) continue
    const { entries: before } = await base.bins.read(bin)
    const entries = changed(before, itsChanges)
    count += entries.size - before.size
    if (!isSame(before, entries)) bins.set(bin, entries)
  }
  if (bitLengthFor(count, bitLength) === bitLength && binKeysAreCurrent(base, roots)) {
    const keptBinsExpire = base.snapshot['x-citegate'].binsExpire
    return { lists, count, bitLength, bins, keptBinsExpire }
  }
  const all = new Map<string, TargetEntry>()
  for await (const [path, entry] of allEntries(base)) all.set(path, entry)
  return planAll(base, changed(all, changes), roots)
}

/** The targets of a release that is given whole. Bins that come out as they were stay. */
export async function planAll(
  base: TrustedState | null,
  all: Entries,
  roots: RootChain,
): Promise<Planned> {
  const present = base === null ? 0 : bitLengthOf(base)
  const bitLength = bitLengthFor(all.size, present)
  const byBin = groupBy(all, (path) => binFor(path, bitLength))
  const lists = byBin.get(inLists) ?? new Map<string, TargetEntry>()
  const mayStay = base !== null && bitLength === present && binKeysAreCurrent(base, roots)
  const before = mayStay ? await base.bins.readAll() : []
  const bins = new Map<number, Entries>()
  for (let bin = 0; bitLength > 0 && bin < 2 ** bitLength; bin += 1) {
    const entries = byBin.get(bin) ?? new Map<string, TargetEntry>()
    const was = before[bin]
    if (was === undefined || !isSame(was.entries, entries)) bins.set(bin, entries)
  }
  const keptBinsExpire = base?.snapshot['x-citegate'].binsExpire ?? null
  return { lists, count: all.size, bitLength, bins, keptBinsExpire }
}

const inLists = -1

function binFor(path: string, bitLength: number): number {
  return bitLength > 0 && isBinned(path) ? binOf(path, bitLength) : inLists
}

function groupBy<T>(
  entries: ReadonlyMap<string, T>,
  groupOf: (path: string) => number,
): ReadonlyMap<number, ReadonlyMap<string, T>> {
  const groups = new Map<number, Map<string, T>>()
  for (const [path, value] of entries) {
    const group = groups.get(groupOf(path))
    if (group === undefined) groups.set(groupOf(path), new Map([[path, value]]))
    else group.set(path, value)
  }
  return groups
}

function changed(before: Entries, changes: Changes | undefined): Entries {
  const after = new Map(before)
  for (const [path, entry] of changes ?? []) {
    if (entry === null) after.delete(path)
    else after.set(path, entry)
  }
  return after
}

function isSame(before: Entries, after: Entries): boolean {
  return (
    before.size === after.size &&
    [...after].every(([path, { sha256, bytes }]) => {
      const other = before.get(path)
      return other?.sha256 === sha256 && other.bytes === bytes
    })
  )
}
