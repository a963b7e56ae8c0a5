import { verifyRelease } from '../../../src/consumer/index.ts'
import { env } from '../../../src/env.ts'
import type { Manifest, Tombstone } from '../../../src/store/index.ts'
import { fileStore } from '../../../src/store/index.ts'
import type { Label } from './content.ts'
import { labels, slugs } from './content.ts'
import type { World } from './world.ts'
import { keyIn } from './world.ts'

/** An item as readers find it. */
export interface Read {
  /** Hash of the text that was signed. */
  readonly contentHash: string
  readonly approvals: readonly unknown[]
  readonly disclaimers: readonly { readonly text: string }[]
}

/** What readers have now. */
export interface Feed {
  readonly release: number
  readonly items: ReadonlyMap<Label, Read>
  readonly graves: ReadonlyMap<Label, Tombstone>
}

/** Reads the store, as anybody could. */
export async function readFeed(world: World): Promise<Feed> {
  const store = fileStore(env.storeDir)
  const items = new Map<Label, Read>()
  const graves = new Map<Label, Tombstone>()
  const pointer = await store.current()
  const manifest = pointer && (await store.manifest(pointer.release, pointer.manifest))
  for (const label of labels) {
    const path = `us-en/${slugs[label]}/${keyIn(world, label)}.json`
    const grave = manifest?.tombstones[path]
    if (grave !== undefined) graves.set(label, grave)
    const file = fileAt(manifest, path)
    if (file === undefined) continue
    const text = new TextDecoder().decode(await store.read(file.sha256))
    items.set(label, JSON.parse(text) as Read)
  }
  return { release: pointer?.release ?? 0, items, graves }
}

const fileAt = (manifest: Manifest | null, path: string): Manifest['files'][string] | undefined =>
  manifest?.files[path]

/** What somebody who checks the current release finds wrong with it. */
export async function problemsInFeed(): Promise<readonly string[]> {
  const { ok, problems } = await verifyRelease(env.storeDir)
  return ok ? [] : problems.map((problem) => JSON.stringify(problem))
}
