import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  beginRelease,
  createKeys,
  openKeys,
  openRelease,
  type Keys,
  type OpenedRelease,
} from '../../../src/repository/index.ts'
import type { ReleaseStore } from '../../../src/store/index.ts'

/** The clock of tuf-js is the real one, so releases are made by it, too. */
export const today = new Date()

export interface KeyFolder extends AsyncDisposable {
  readonly keys: Keys
  readonly folder: string
}

export async function keyFolder(): Promise<KeyFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'keys-'))
  const keys = openKeys(folder)
  await createKeys(keys, today)
  return {
    keys,
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

/** What a release is to have; null removes. */
export type Files = Readonly<Record<string, string | null>>

export interface PublishOptions {
  readonly store: ReleaseStore
  readonly keys: Keys
  readonly now?: Date
  readonly startsEmpty?: boolean
  readonly keep?: readonly string[]
}

/** Commits a release with these changes and opens nothing but what it has to. */
export async function publish(
  { store, keys, now = today, startsEmpty = false, keep = [] }: PublishOptions,
  files: Files,
  base?: OpenedRelease | null,
): Promise<OpenedRelease> {
  const from = base === undefined ? await openRelease(store) : base
  const draft = await beginRelease({ store, keys, base: from, now, startsEmpty })
  for (const path of keep) draft.keep(path)
  for (const [path, text] of Object.entries(files)) {
    if (text === null) draft.remove(path)
    else await draft.put(path, Buffer.from(text))
  }
  const outcome = await draft.commit({ release: (from?.release ?? 0) + 1, auditHead: null })
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.release
}

export async function pathsOf(release: OpenedRelease): Promise<readonly string[]> {
  const paths: string[] = []
  for await (const [path] of release.entries()) paths.push(path)
  return paths
}

export async function contentOf(release: OpenedRelease): Promise<Readonly<Record<string, string>>> {
  const content: Record<string, string> = {}
  for await (const [path] of release.entries()) {
    content[path] = Buffer.from(await release.read(path)).toString()
  }
  return content
}

/** Items enough for hash bins. */
export function manyItems(count: number): Files {
  const items = Array.from({ length: count }, (_, at) => [
    `us-en/claims/claim-${String(at)}.json`,
    `{"claim":${String(at)}}`,
  ])
  return Object.fromEntries([['index.json', '{}'], ...items]) as Files
}
