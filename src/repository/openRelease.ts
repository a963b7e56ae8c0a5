import { openedRelease, stateOf, type OpenedRelease } from './openedRelease.ts'
import { readState } from './readState.ts'
import type { ReleaseStore } from '../store/index.ts'

export interface OpenOptions {
  /** A release of the same store: what did not change since is not read again. */
  readonly since?: OpenedRelease | null
}

/**
 * Opens the current release of a store: verifies every signature from the first root on, all but
 * those of the bins, which are verified when somebody asks for what is in them. Whether it has
 * expired is not asked, but can be seen in `expires`.
 *
 * @returns null before the first release
 * @throws StoreError `metadata-damaged`
 */
export async function openRelease(
  store: ReleaseStore,
  { since }: OpenOptions = {},
): Promise<OpenedRelease | null> {
  const earlier = since ? stateOf(since) : undefined
  const state = await readState(store, { since: earlier })
  return state === null ? null : openedRelease(state)
}
