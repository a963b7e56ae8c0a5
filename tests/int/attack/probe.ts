import type { Outcome } from './attack.ts'
import type { World } from './world.ts'

/** Tries something on purpose, and says in what it came to something else than it has to. */
export type Attempt = () => Promise<string[]>

/** Prepares an attempt, while everything is as it should be. */
export type Probe = (world: World) => Promise<Attempt>

/** An attempt that needs no preparation. */
export function attempting(work: (world: World) => Promise<string[]>): Probe {
  return (world) => Promise.resolve(() => work(world))
}

/** Holds an outcome to a status and, where given, to a code (`undefined`: none) and words. */
export function answered(
  outcome: Outcome,
  status: number,
  also: { readonly code?: string | undefined; readonly message?: RegExp } = {},
): string[] {
  const { message } = also
  const holds =
    outcome.status === status &&
    (!('code' in also) || outcome.code === also.code) &&
    (message === undefined || message.test(outcome.message))
  return holds
    ? []
    : [`answered ${String(outcome.status)} ${outcome.code ?? 'without a code'}: ${outcome.message}`]
}

/** Holds a statement about what is there afterwards. */
export function holds(isSo: boolean, otherwise: string): string[] {
  return isSo ? [] : [otherwise]
}
