import type { Targets } from '@tufjs/models'
import type { TargetEntry } from './releaseMark.ts'

/** Loads the verified metadata of a delegated role, given a path that the role answers for. */
export type LoadBin = (role: string, path: string) => Promise<Targets>

export interface TargetBins {
  readonly find: (path: string) => Promise<TargetEntry | undefined>
  readonly entries: () => AsyncIterable<readonly [path: string, entry: TargetEntry]>
}

/** Everything that `targets.json` does not name itself: hash bins (TAP 15), each read once. */
export function targetBins({ delegations }: Targets, load: LoadBin): TargetBins {
  const bins = delegations?.succinctRoles
  const loaded = new Map<string, Promise<ReadonlyMap<string, TargetEntry>>>()
  const bin = (role: string, path: string) => {
    const known = loaded.get(role)
    if (known !== undefined) return known
    const loading = load(role, path).then(({ targets }) => entriesOf(targets))
    loaded.set(role, loading)
    return loading
  }
  return {
    find: async (path) =>
      bins === undefined ? undefined : (await bin(bins.getRoleForTarget(path), path)).get(path),
    async *entries() {
      if (bins === undefined) return
      for (const [role, path] of pathIntoEach(bins.numberOfBins, (path) =>
        bins.getRoleForTarget(path),
      )) {
        yield* await bin(role, path)
      }
    },
  }
}

function entriesOf(targets: Targets['targets']): ReadonlyMap<string, TargetEntry> {
  return new Map(
    Object.entries(targets).flatMap(
      ([
        path,
        {
          hashes: { sha256 },
          length,
        },
      ]) => (sha256 === undefined ? [] : [[path, { sha256, bytes: length }] as const]),
    ),
  )
}

/** tuf-js loads a bin only to look for a path: for each bin one that would be in it. */
function pathIntoEach(
  count: number,
  roleFor: (path: string) => string,
): readonly (readonly [role: string, path: string])[] {
  const paths = new Map<string, string>()
  for (let number = 0; paths.size < count; number += 1) {
    const path = `bin-${String(number)}`
    const role = roleFor(path)
    if (!paths.has(role)) paths.set(role, path)
  }
  return [...paths].sort(([a], [b]) => (a < b ? -1 : 1))
}
