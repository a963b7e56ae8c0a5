/** Wrong passwords in a row before an account is locked (NIST SP 800-63B, 3.2.2: at most 100). */
export const triesBeforeLock = 10

export const lockMinutes = 10

/**
 * Counts tries at addresses that nobody has, so that they lock like accounts do: who tries out
 * addresses learns nothing from being locked out. In the memory of this process.
 */
export class UnknownAddresses {
  private readonly tries = new Map<string, { failures: number; lockedUntil: number }>()
  private readonly most: number

  /** @param most - how many addresses are kept; the oldest gives way */
  constructor(most = 10_000) {
    this.most = most
  }

  /** Milliseconds until it is unlocked; 0 when it is not locked. */
  lockedFor(address: string, now: number): number {
    return Math.max(0, (this.tries.get(address)?.lockedUntil ?? 0) - now)
  }

  count(address: string, now: number): void {
    const known = this.tries.get(address)
    const isOver = known !== undefined && known.lockedUntil !== 0 && known.lockedUntil <= now
    const failures = (known === undefined || isOver ? 0 : known.failures) + 1
    const lockedUntil = failures >= triesBeforeLock ? now + lockMinutes * 60_000 : 0
    this.tries.delete(address)
    const [oldest] = this.tries.keys()
    if (this.tries.size >= this.most && oldest !== undefined) this.tries.delete(oldest)
    this.tries.set(address, { failures, lockedUntil })
  }
}
