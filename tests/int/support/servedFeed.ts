import type { Response } from 'supertest'
import { env } from '../../../src/env.ts'
import { createFeedServer } from '../../../src/server/index.ts'
import { openStore } from '../../../src/store/index.ts'
import { getOver } from './getOver.ts'

export interface ServedFeed {
  /** @param file - path below the root of the feed */
  readonly get: (file: string) => Promise<Response>
  readonly close: () => void
}

/** The feed of the program's store, as readers get it. */
export function servedFeed(): ServedFeed {
  const feed = createFeedServer({ store: openStore(env.storeLocation, env), pollMs: 60_000 })
  return {
    get: async (file) => {
      await feed.refresh()
      return getOver(feed.listener(), `/feeds/v1/${file}`)
    },
    close: () => {
      feed.close()
    },
  }
}
