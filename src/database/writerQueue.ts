/** Gives the turn back. A second call does nothing. */
export type Release = () => void

export interface WriterQueue {
  /**
   * Waits for the turn. Rejects with a 503-like error when `patienceMs` passed without one: a write
   * that waited that long is refused and not there, instead of hanging its caller.
   */
  readonly acquire: () => Promise<Release>
}

export class WriterBusy extends Error {
  override name = 'WriterBusy'
  readonly status = 503
  readonly isPublic = true
}

/**
 * One writer at a time, in the order of asking. SQLite has one writer anyway, and learning it by
 * SQLITE_BUSY loses acknowledged writes; on MongoDB the queue keeps writers of one process from
 * colliding in the review log.
 */
export function writerQueue(patienceMs = 60_000): WriterQueue {
  let tail: Promise<unknown> = Promise.resolve()

  return {
    acquire: async () => {
      let release: Release = () => undefined
      const held = new Promise<void>((resolve) => {
        release = resolve
      })
      const turn = tail
      tail = turn.then(() => held)
      let timer: NodeJS.Timeout | undefined
      const outOfPatience = new Promise<never>((_resolve, reject) => {
        timer = setTimeout(() => {
          reject(
            new WriterBusy(
              `The database was busy for ${String(patienceMs / 1000)} s with other writes; this one was not made. Try again.`,
            ),
          )
        }, patienceMs)
      })
      try {
        await Promise.race([turn, outOfPatience])
      } catch (error) {
        release()
        throw error
      } finally {
        clearTimeout(timer)
      }
      return release
    },
  }
}
