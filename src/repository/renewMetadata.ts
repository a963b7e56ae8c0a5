import { KeyError, type KeyErrorCode } from './keyError.ts'
import { nextRoot } from './newRoot.ts'
import { openedRelease } from './openedRelease.ts'
import type { Keys } from './openKeys.ts'
import { readState } from './readState.ts'
import { resign } from './resign.ts'
import { isDue, roleNames, type RoleName } from './roles.ts'
import { signersFor } from './signersFor.ts'
import type { SigningKey } from './signingKey.ts'
import { StoreError, type ReleaseStore } from '../store/index.ts'
import type { TrustedState } from './trustedState.ts'

export interface RenewOptions {
  readonly store: ReleaseStore
  readonly keys: Keys
  readonly now: Date
}

/** Metadata that has less than half its time left and cannot be signed again from here. */
export interface BlockedRenewal {
  readonly role: RoleName
  readonly reason: KeyErrorCode
  readonly expires: Date
  /** What is wrong and what to do. */
  readonly message: string
}

export interface Renewal {
  readonly renewed: readonly RoleName[]
  readonly blocked: readonly BlockedRenewal[]
  /** When the first of it all expires, and readers refuse the release; null without a release. */
  readonly validUntil: Date | null
}

const attempts = 5

/**
 * Signs anew what has less than half its time left, each hour for instance. What it cannot sign is
 * told long before it expires: that of root half a year before.
 */
export async function renewMetadata({ store, keys, now }: RenewOptions): Promise<Renewal> {
  for (let left = attempts; left > 0; left -= 1) {
    const state = await readState(store)
    if (state === null) return { renewed: [], blocked: [], validUntil: null }
    const renewal = await renewState(state, await keys.read(), now)
    if (renewal !== null) return renewal
  }
  throw new StoreError(
    'store-busy',
    `Others have committed to ${store.place} ${attempts} times in between. Try again when they have done.`,
  )
}

/** Null when somebody else has committed in between. */
async function renewState(
  state: TrustedState,
  held: readonly SigningKey[],
  now: Date,
): Promise<Renewal | null> {
  const expires = expiryOfEach(state)
  const due = roleNames.filter((role) => isDue(role, expires[role], now))
  const signers = signersFor(held, state.roots, now)
  const blocked = due.flatMap((role) => {
    const message = whyNot(() => signedWith[role].forEach(signers))
    return message === null ? [] : [{ role, expires: expires[role], ...message }]
  })
  const renewed = due.filter((role) => !blocked.some((each) => each.role === role))
  if (renewed.length === 0) return { renewed, blocked, validUntil: first(expires) }
  const root = renewed.includes('root') ? nextRoot(state.roots, {}, held, now) : null
  const roots = root?.roots ?? state.roots
  const newRoot = root?.bytes ?? null
  const outcome = await resign(state, { roots, newRoot, signers, roles: new Set(renewed), now })
  if (!outcome.ok) return null
  return { renewed, blocked, validUntil: first(expiryOfEach(outcome.state)) }
}

/** Whose keys are needed to renew a role: what names it is signed again, too. */
const signedWith: Readonly<Record<RoleName, readonly RoleName[]>> = {
  root: ['root', 'timestamp'],
  targets: ['targets', 'snapshot', 'timestamp'],
  snapshot: ['snapshot', 'timestamp'],
  timestamp: ['timestamp'],
}

function expiryOfEach(state: TrustedState): Readonly<Record<RoleName, Date>> {
  return openedRelease(state).expires
}

function first(expires: Readonly<Record<RoleName, Date>>): Date {
  return new Date(Math.min(...Object.values(expires).map((date) => date.getTime())))
}

function whyNot(
  sign: () => void,
): { readonly reason: KeyErrorCode; readonly message: string } | null {
  try {
    sign()
    return null
  } catch (error) {
    if (error instanceof KeyError) return { reason: error.code, message: error.message }
    throw error
  }
}
