import { setTimeout as delay } from 'node:timers/promises'

const firstWaitMs = 100
const attempts = 6

/**
 * Tries again what the SDK does not. Waits twice as long each time, less a random part, so that
 * those who met do not meet again.
 */
export async function withRetries<T>(
  isWorthIt: (error: unknown) => boolean,
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= attempts || !isWorthIt(error)) throw error
      await delay(firstWaitMs * 2 ** (attempt - 1) * (0.5 + Math.random() / 2))
    }
  }
}
