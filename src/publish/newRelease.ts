import type { RenderedRelease } from '../feeds/index.ts'
import { isChangesPath } from '../feeds/index.ts'
import type { NewFile, NewRelease, ReleaseStore, Tombstone } from '../store/index.ts'
import type { LastRelease } from './lastRelease.ts'
import type { Snapshot } from './readSnapshot.ts'

/**
 * A rendered release as the store takes it: its files one by one, the lists of changes of all
 * earlier releases, the images that its items show, and what answers "gone".
 */
export function newRelease(
  store: ReleaseStore,
  rendered: RenderedRelease,
  snapshot: Snapshot,
  last: LastRelease | undefined,
  now: Date,
): NewRelease {
  return {
    files: filesOf(store, rendered, snapshot, last),
    tombstones: Object.fromEntries(
      rendered.buried.map(({ path, channel, tombstone }): [string, Tombstone] => {
        const { kind, key, reason, date, withdrawalKind, supersededBy } = tombstone
        return [
          path,
          {
            ...{ kind, key, channel, reason, date },
            ...(withdrawalKind === undefined ? {} : { withdrawalKind }),
            ...(supersededBy === undefined ? {} : { supersededBy }),
          },
        ]
      }),
    ),
    expected: last?.release ?? null,
    now,
  }
}

async function* filesOf(
  store: ReleaseStore,
  { files, media }: RenderedRelease,
  snapshot: Snapshot,
  last: LastRelease | undefined,
): AsyncGenerator<NewFile> {
  for (const { path, contentType, body } of files) {
    yield { path, contentType, body: new TextEncoder().encode(body) }
  }
  for (const [path, { sha256, contentType }] of Object.entries(last?.manifest.files ?? {})) {
    if (isChangesPath(path)) yield { path, contentType, body: await store.read(sha256) }
  }
  for (const { path, contentType, sha256 } of media) {
    const file = snapshot.media.find((each) => each.sha256 === sha256)
    if (file !== undefined) yield { path, contentType, body: await file.read() }
  }
}
