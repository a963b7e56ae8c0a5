import type { RequestContext } from 'payload'
import type { AccountEvent } from './tell.ts'

const property = 'citegateAccountEvents'

/** Notes what a write changes, for when it has been done. */
export function noteEvents(context: RequestContext, events: readonly AccountEvent[]): void {
  context[property] = events
}

/** What was noted, once. */
export function takeEvents(context: RequestContext): readonly AccountEvent[] {
  const events = (context[property] ?? []) as readonly AccountEvent[]
  context[property] = []
  return events
}
