import { allEntries } from './openedRelease.ts'
import { contentNames } from './releaseContent.ts'
import { releaseChain } from './releaseChain.ts'
import type { Envelope, SnapshotJson } from './metadataJson.ts'
import { metadataName, targetName } from '../store/index.ts'
import type { TrustedState } from './trustedState.ts'

/** Which releases stay. */
export interface Keeping {
  readonly now: Date
  /** How many of the newest; at least one, the current. */
  readonly keepReleases: number
  /** Those of so many days, too. */
  readonly keepDays: number
}

const aDayMs = 24 * 60 * 60 * 1000

/**
 * The names of all objects that the kept releases need: metadata and targets of the current one, the
 * content of those before, the metadata a reader of theirs may still ask for, and the chain of all.
 */
export async function neededObjects(
  state: TrustedState,
  { now, keepReleases, keepDays }: Keeping,
): Promise<{ readonly names: ReadonlySet<string>; readonly oldest: number }> {
  const { store } = state
  const names = new Set<string>()
  for await (const [path, { sha256 }] of allEntries(state)) names.add(targetName(path, sha256))
  const since = new Date(now.getTime() - keepDays * aDayMs).toISOString()
  let oldest = { release: state.targets['x-citegate'].release, version: state.targets.version }
  let kept = 0
  for await (const { note, version, index } of releaseChain(state)) {
    names.add(metadataName('targets', version))
    names.add(targetName('index.json', index.sha256))
    if (kept >= keepReleases && note.createdAt < since) continue
    kept += 1
    oldest = { release: note.release, version }
    if (version === state.targets.version) continue
    for await (const name of contentNames(store, index.sha256)) names.add(name)
  }
  for await (const { name } of store.list('metadata/')) {
    if (name.endsWith('.root.json')) names.add(name)
    const version = Number(/^metadata\/(\d+)\.snapshot\.json$/.exec(name)?.[1] ?? -1)
    if (version < oldest.version) continue
    names.add(name)
    for (const meta of await metadataIn(state, name)) names.add(meta)
  }
  return { names, oldest: oldest.release }
}

/** What a snapshot names: targets.json and the bins, each in its version. */
async function metadataIn({ store }: TrustedState, name: string): Promise<readonly string[]> {
  const bytes = await store.read(name)
  if (bytes === null) return []
  const { signed } = JSON.parse(new TextDecoder().decode(bytes)) as Envelope<SnapshotJson>
  return Object.entries(signed.meta).map(([file, { version }]) =>
    metadataName(file.replace(/\.json$/, ''), version),
  )
}
