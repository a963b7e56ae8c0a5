import { env } from '../../../src/env.ts'
import { fileStore } from '../../../src/store/index.ts'
import type { Label } from './content.ts'
import { isClaim, labels } from './content.ts'
import type { World } from './world.ts'
import { keyIn } from './world.ts'

/** The wording of each claim that readers find in the store now. */
export async function wordingsInFeed(world: World): Promise<ReadonlyMap<Label, number>> {
  const store = fileStore(env.storeDir)
  const wordings = new Map<Label, number>()
  const pointer = await store.current()
  const manifest = pointer && (await store.manifest(pointer.release, pointer.manifest))
  for (const label of labels.filter(isClaim)) {
    const file = manifest?.files[`us-en/claims/${keyIn(world, label)}.json`]
    if (file === undefined) continue
    const text = new TextDecoder().decode(await store.read(file.sha256))
    wordings.set(label, Number(/counted (\d+)/.exec(text)?.[1]))
  }
  return wordings
}
