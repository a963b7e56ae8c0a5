import { expect, inject, vi } from 'vitest'

/** What the feed answers, once the release under way has made it answer so. */
export function fetched(path: string, status: number): Promise<string> {
  return vi.waitFor(
    async () => {
      const answer = await fetch(`${inject('server').url}/feeds/v1/${path}`)
      expect(answer.status).toBe(status)
      return answer.text()
    },
    { timeout: 30_000, interval: 250 },
  )
}
