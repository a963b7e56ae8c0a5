import type { BasePayload } from 'payload'
import { env } from '../env.ts'
import { collectGarbage, openKeys, renewMetadata } from '../repository/index.ts'
import { openStore } from '../store/index.ts'

/**
 * Signs anew what of the release has less than half its time left, and warns of what it cannot sign:
 * readers refuse a release that has expired.
 */
export async function keepSigned(payload: BasePayload, now: Date): Promise<void> {
  const store = openStore(env.storeLocation, env)
  const { blocked } = await renewMetadata({ store, keys: openKeys(env.keysDir), now })
  for (const { role, expires, message } of blocked) {
    payload.logger.warn(
      `The ${role} metadata of the feed expires on ${expires.toISOString().slice(0, 10)} and cannot be signed anew: ${message}`,
    )
  }
}

/** Removes from the store what no release needs that is to be kept. */
export async function keepTidy(payload: BasePayload, now: Date): Promise<void> {
  const store = openStore(env.storeLocation, env)
  const { removed } = await collectGarbage({ store, now, ...env.keep })
  if (removed > 0) payload.logger.info(`${String(removed)} objects of old releases were removed.`)
}
