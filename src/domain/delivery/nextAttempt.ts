const second = 1000
const minute = 60 * second
const hour = 60 * minute

/**
 * How long the first attempt and each later one waits for: the schedule of Standard Webhooks 1.0
 * (Deliverability and reliability), ten attempts in 75 hours and 35 minutes.
 */
export const retryDelaysMs: readonly number[] = [
  ...[0, 5 * second, 5 * minute, 30 * minute],
  ...[2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour],
]

/** By how much a wait is stretched at most, so that what failed together is not tried together. */
const stretch = 0.1

export interface FailedAttempts {
  /** How many there were. */
  readonly made: number
  /** When the last one ended. */
  readonly at: Date
  /** Until when the receiver asked to be left alone. */
  readonly notBefore: Date | undefined
  /** From 0 to 1, drawn by the caller. */
  readonly chance: number
}

/** When to try again after attempts that failed; undefined: no more. */
export function nextAttempt({ made, at, notBefore, chance }: FailedAttempts): Date | undefined {
  const delay = retryDelaysMs[made]
  if (delay === undefined) return undefined
  const due = at.getTime() + Math.round(delay * (1 + stretch * chance))
  return new Date(Math.max(due, notBefore?.getTime() ?? 0))
}
