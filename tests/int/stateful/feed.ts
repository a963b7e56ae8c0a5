import { verifyRelease } from '../../../src/consumer/index.ts'
import { env } from '../../../src/env.ts'
import type { FeedTombstone } from '../../../src/feeds/index.ts'
import { openRelease } from '../../../src/repository/index.ts'
import { openStore } from '../../../src/store/index.ts'
import { nameOf } from '../../../src/projection/index.ts'
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
  readonly graves: ReadonlyMap<Label, FeedTombstone>
}

/** Reads the store, as anybody could. */
export async function readFeed(world: World): Promise<Feed> {
  const items = new Map<Label, Read>()
  const graves = new Map<Label, FeedTombstone>()
  const release = await openRelease(openStore(env.storeLocation, env))
  if (release === null) return { release: 0, items, graves }
  const json = async (path: string): Promise<unknown> =>
    JSON.parse(new TextDecoder().decode(await release.read(path)))
  const { tombstones } = (await json('us-en/index.json')) as { tombstones: FeedTombstone[] }
  for (const label of labels) {
    const key = keyIn(world, label)
    const grave = tombstones.find((each) => each.key === key && kindOf(label) === each.kind)
    if (grave !== undefined) graves.set(label, grave)
    const path = `us-en/${slugs[label]}/${key}.json`
    if ((await release.find(path)) !== undefined) items.set(label, (await json(path)) as Read)
  }
  return { release: release.release, items, graves }
}

const kindOf = (label: Label): string => nameOf(slugs[label], '').split('/')[0] ?? ''

/** What somebody who checks the current release finds wrong with it. */
export async function problemsInFeed(): Promise<readonly string[]> {
  const { ok, problems } = await verifyRelease(env.storeLocation)
  return ok ? [] : problems.map((problem) => JSON.stringify(problem))
}
