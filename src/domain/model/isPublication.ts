import type { LogAction } from './log.ts'

/** Whether an action puts a text in front of readers, for the first time or again. */
export function isPublication({ action }: { readonly action: LogAction }): boolean {
  return action === 'publish' || action === 'reinstate'
}
