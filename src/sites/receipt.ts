/** What a site says that it has done: applied a release, whole, for some channels. */
export interface Receipt {
  readonly channels: readonly string[]
  readonly release: number
  /** SHA-256 of the `index.json` of the release. */
  readonly digest: string
  readonly appliedAt: Date
}

/** The last receipt of a site for a channel. */
export interface HeldReceipt {
  readonly release: number
  readonly digest: string
  readonly appliedAt: Date
}

export interface ReceiptQuestion {
  readonly receipt: Receipt
  /** Channels that the sender may speak for. */
  readonly channels: readonly string[]
  /** Number of the newest release; null before the first. */
  readonly newest: number | null
  /** Digest of the release that the receipt names, undefined where no such release is known. */
  readonly digest: string | undefined
  readonly now: Date
}

export type ReceiptProblem = 'unknown-channel' | 'future-release' | 'unknown-release' | 'clock'

/** How far a clock elsewhere may be ahead of ours. */
const clockToleranceMs = 5 * 60_000

/** Why a receipt cannot be true, in words; null when it can. */
export function refuseReceipt({
  receipt,
  channels,
  newest,
  digest,
  now,
}: ReceiptQuestion): { readonly code: ReceiptProblem; readonly message: string } | null {
  const { release, appliedAt } = receipt
  const strange = receipt.channels.find((channel) => !channels.includes(channel))
  if (strange !== undefined) {
    const known = channels.join(', ')
    return {
      code: 'unknown-channel',
      message: `This key does not speak for the channel ${strange}, but for ${known}. Send a receipt for those, or ask the publisher for another key.`,
    }
  }
  if (newest === null || release > newest) {
    const have = newest === null ? 'there is no release yet' : `the newest is ${String(newest)}`
    return {
      code: 'future-release',
      message: `Release ${String(release)} does not exist: ${have}. Send the number that the feed's index.json has.`,
    }
  }
  if (digest !== receipt.digest) {
    return {
      code: 'unknown-release',
      message: `Release ${String(release)} of this publisher has another digest. Send the SHA-256 of its index.json, and verify what you applied.`,
    }
  }
  if (appliedAt.getTime() > now.getTime() + clockToleranceMs) {
    return {
      code: 'clock',
      message: `It is said to have been applied at ${appliedAt.toISOString()}, and here it is ${now.toISOString()}. Set the clock right and send it again.`,
    }
  }
  return null
}

/**
 * What a receipt is to the last one of the same site and channel: `noted` is newer, `same` says it
 * again, `went-back` is an older release applied later (a site that was rolled back), and `late` is
 * old news that was long on its way and changes nothing.
 */
export const receiptOutcomes = ['noted', 'same', 'went-back', 'late'] as const
export type ReceiptOutcome = (typeof receiptOutcomes)[number]

export function receiptOutcome(
  held: HeldReceipt | undefined,
  { release, appliedAt }: Pick<Receipt, 'release' | 'appliedAt'>,
): ReceiptOutcome {
  if (held === undefined || release > held.release) {
    return held !== undefined && appliedAt < held.appliedAt ? 'late' : 'noted'
  }
  if (release === held.release) return 'same'
  return appliedAt > held.appliedAt ? 'went-back' : 'late'
}
