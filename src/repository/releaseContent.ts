import { targetName, type ReleaseStore } from '../store/index.ts'

interface Index {
  readonly channels: readonly NamedChannel[]
  readonly schemas: Readonly<Record<string, string>>
  readonly schemaDigests: Readonly<Record<string, string>>
  readonly guide?: Pinned
  readonly vocabulary?: Pinned
}

/** What stands by itself beside the channels. */
interface Pinned {
  readonly path: string
  readonly digest: string
}

/** Beside the digest of each list its path, under the same name; that of the index is `path`. */
interface NamedChannel extends Readonly<Record<string, unknown>> {
  readonly path: string
  readonly digests: Readonly<Record<string, string>> & { readonly index: string }
}

interface ChannelIndex {
  readonly references: string
  readonly items: readonly {
    readonly paths: Readonly<Record<string, string>>
    readonly digests: Readonly<Record<string, string>>
    readonly media?: readonly string[]
  }[]
}

/**
 * The names of the objects that hold a release's content, found by digests alone: index.json names
 * the lists, and the lists name the items. What is not there any more is named all the same.
 *
 * @param index - digest of the index.json of the release
 */
export async function* contentNames(store: ReleaseStore, index: string): AsyncGenerator<string> {
  yield targetName('index.json', index)
  const release = await jsonAt<Index>(store, targetName('index.json', index))
  if (release === null) return
  for (const [name, path] of Object.entries(release.schemas)) {
    const digest = release.schemaDigests[name]
    if (digest !== undefined) yield targetName(path, digest)
  }
  for (const pinned of [release.guide, release.vocabulary]) {
    if (pinned !== undefined) yield targetName(pinned.path, pinned.digest)
  }
  for (const named of release.channels) {
    const { path, digests } = named
    const channel = await jsonAt<ChannelIndex>(store, targetName(path, digests.index))
    const paths: Readonly<Record<string, unknown>> = {
      ...named,
      index: path,
      references: channel?.references,
    }
    for (const [list, digest] of Object.entries(digests)) {
      const at = paths[list]
      if (typeof at === 'string') yield targetName(at, digest)
    }
    for (const item of channel?.items ?? []) {
      for (const [form, itemPath] of Object.entries(item.paths)) {
        const digest = item.digests[form]
        if (digest !== undefined) yield targetName(itemPath, digest)
      }
      for (const image of item.media ?? []) yield targetName(image, digestInName(image))
    }
  }
}

/** An image is named by its digest. */
function digestInName(path: string): string {
  return /([0-9a-f]{64})\.[^./]+$/.exec(path)?.[1] ?? ''
}

async function jsonAt<T>(store: ReleaseStore, name: string): Promise<T | null> {
  const bytes = await store.read(name)
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as T)
}
