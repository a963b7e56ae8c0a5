/** The top-level roles of TUF 1.0, 2.1, each with its own keys. */
export const roleNames = ['root', 'targets', 'snapshot', 'timestamp'] as const
export type RoleName = (typeof roleNames)[number]

const dayMs = 86_400_000

/**
 * How long metadata of a role is valid. The shorter, the sooner a reader notices that somebody
 * holds news back (TUF 1.0, 5.3.10, 5.4.4, 5.5.6 and 5.6.5: freeze attack).
 */
const lifetimeMs: Readonly<Record<RoleName, number>> = {
  root: 365 * dayMs,
  targets: 365 * dayMs,
  snapshot: 30 * dayMs,
  timestamp: 3 * dayMs,
}

/** Until when metadata that is signed now is valid, in whole seconds (TUF 1.0, 4.2.1: `EXPIRES`). */
export function expiryOf(role: RoleName, now: Date): string {
  return new Date(now.getTime() + lifetimeMs[role]).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** Whether less than half of its time is left. */
export function isDue(role: RoleName, expires: string | Date, now: Date): boolean {
  return new Date(expires).getTime() - now.getTime() < lifetimeMs[role] / 2
}
