import { type OpenedRelease, openRelease } from '../repository/index.ts'
import type { ReleaseStore } from '../store/index.ts'
import { type LoadedRelease, loadRelease } from './loadRelease.ts'

/** The newest release of a store, kept up to date. */
export interface Followed {
  /** Null until there is one. */
  readonly current: () => LoadedRelease | null
  /** Why there is no release yet, or why the newest could not be loaded; null when all is well. */
  readonly problem: () => string | null
  /** Looks now, and resolves when what was found is being served. Does not reject. */
  readonly refresh: () => Promise<void>
  readonly stop: () => void
}

/**
 * Looks at a store's pointer again and again and swaps the release in whole. A release that cannot
 * be loaded, or is older than the one at hand, changes nothing: readers keep what they have. A
 * release that was only signed anew is loaded like any other.
 */
export function followStore(
  store: ReleaseStore,
  pollMs: number,
  onProblem: (problem: unknown) => void,
): Followed {
  let current: LoadedRelease | null = null
  let problem: string | null = 'The store has not been looked at yet.'
  let looking: Promise<void> | null = null
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  const look = async (): Promise<string | null> => {
    const pointer = await store.pointer()
    const held = current?.opened
    if (pointer === null) {
      return held === undefined
        ? 'The store holds no release yet. Publish one.'
        : `The store has lost its releases; release ${String(held.release)} is still served.`
    }
    if (pointer.tag === held?.pointer.tag) return null
    const opened = await openRelease(store, { since: held ?? null })
    if (opened === null) return 'The store holds no release yet. Publish one.'
    if (held !== undefined && isOlder(opened, held)) {
      return `The store names release ${String(opened.release)} (version ${String(opened.version)}) after release ${String(held.release)} (version ${String(held.version)}), which is still served. Restart the server if the store was replaced on purpose.`
    }
    current = await loadRelease(opened, current)
    return null
  }

  const refresh = async (): Promise<void> => {
    try {
      const found = await look()
      if (found !== problem && found !== null && current !== null) onProblem(new Error(found))
      problem = found
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      if (message !== problem) onProblem(error)
      problem = message
    }
  }

  const refreshOnce = (): Promise<void> =>
    (looking ??= refresh().finally(() => {
      looking = null
    }))

  const again = (): void => {
    if (isStopped) return
    timer = setTimeout(() => void refreshOnce().then(again), pollMs)
    timer.unref()
  }
  void refreshOnce().then(again)

  return {
    current: () => current,
    problem: () => problem,
    refresh: refreshOnce,
    stop: () => {
      isStopped = true
      clearTimeout(timer)
    },
  }
}

/** Every commit takes a version of its own; a release with another number is another release. */
function isOlder(opened: OpenedRelease, held: OpenedRelease): boolean {
  return opened.version <= held.version || opened.release < held.release
}
