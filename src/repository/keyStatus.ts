import { openedRelease } from './openedRelease.ts'
import type { Keys } from './openKeys.ts'
import { readState } from './readState.ts'
import { isDue, roleNames, type RoleName } from './roles.ts'
import { newestRoot, type RootChain } from './rootChain.ts'
import type { ReleaseStore } from '../store/index.ts'
import { comingKeys } from './signersFor.ts'
import type { SigningKey } from './signingKey.ts'

/**
 * `trusted`: the current root names it. `coming`: made for the next root. `replaced`: an earlier
 * root named it; readers of the current one do not trust it.
 */
export type KeyState = 'trusted' | 'coming' | 'replaced'

export interface KeyStanding {
  readonly role: RoleName
  readonly keyid: string
  readonly state: KeyState
  /** Null when the private key is not at hand. */
  readonly file: string | null
}

export interface KeyStatus {
  /** Version of the current root; null before the first release. */
  readonly root: number | null
  readonly keys: readonly KeyStanding[]
  readonly expires: Readonly<Record<RoleName, Date>> | null
  /** What somebody has to do something about. */
  readonly warnings: readonly string[]
}

/** What the keys at hand and the keys that readers trust have to do with each other. */
export async function keyStatus(store: ReleaseStore, keys: Keys, now: Date): Promise<KeyStatus> {
  const held = await keys.read()
  const state = await readState(store, { finishing: now })
  if (state === null) {
    const coming = held.map((key): KeyStanding => standing(key, 'coming'))
    return { root: null, keys: coming, expires: null, warnings: lacking(coming) }
  }
  const { roots } = state
  const { expires } = openedRelease(state)
  const all = roleNames.flatMap((role) => standingsOf(role, roots, held))
  const late = roleNames.filter((role) => isDue(role, expires[role], now))
  return {
    root: newestRoot(roots).version,
    keys: all,
    expires,
    warnings: [...missing(all), ...late.map((role) => lateWarning(role, expires[role], now))],
  }
}

function standingsOf(
  role: RoleName,
  roots: RootChain,
  held: readonly SigningKey[],
): readonly KeyStanding[] {
  const { keyids } = newestRoot(roots).roles[role]
  const ofRole = held.filter((key) => key.role === role)
  const coming = comingKeys(held, roots, role)
  const isComing = (key: SigningKey): boolean => coming.includes(key)
  const others = ofRole.filter(({ keyid }) => !keyids.includes(keyid))
  return [
    ...keyids.map((keyid): KeyStanding => {
      const file = ofRole.find((key) => key.keyid === keyid)?.file ?? null
      return { role, keyid, state: 'trusted', file }
    }),
    ...others.map((key) => standing(key, isComing(key) ? 'coming' : 'replaced')),
  ]
}

function standing({ role, keyid, file }: SigningKey, state: KeyState): KeyStanding {
  return { role, keyid, state, file }
}

function lacking(coming: readonly KeyStanding[]): readonly string[] {
  return roleNames
    .filter((role) => !coming.some((key) => key.role === role))
    .map((role) => `There is no ${role} key. Make it with npm run keys -- create.`)
}

/** The root key is meant to be elsewhere; the others sign each release. */
function missing(all: readonly KeyStanding[]): readonly string[] {
  return roleNames.flatMap((role) => {
    const trusted = all.filter((key) => key.role === role && key.state === 'trusted')
    if (role === 'root' || trusted.some(({ file }) => file !== null)) return []
    return [
      `No ${role} key that readers trust is here. Put it back from a backup of the keys, or run npm run keys -- revoke --role ${role}.`,
    ]
  })
}

function lateWarning(role: RoleName, expires: Date, now: Date): string {
  const verb = expires.getTime() <= now.getTime() ? 'expired' : 'expires'
  const how = role === 'root' ? 'npm run keys -- renew --root-key FILE' : 'npm run keys -- renew'
  return `The ${role} metadata ${verb} on ${expires.toISOString()}. Sign it anew with ${how}.`
}
