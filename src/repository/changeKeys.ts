import { rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { MetadataOutcome } from './commitMetadata.ts'
import { createKey } from './createKeys.ts'
import { KeyError } from './keyError.ts'
import { nextRoot, requireRootKeys } from './newRoot.ts'
import type { Keys } from './openKeys.ts'
import { readState } from './readState.ts'
import { resign } from './resign.ts'
import type { RoleName } from './roles.ts'
import { newestRoot, type RootChain } from './rootChain.ts'
import { comingKeys, signersFor } from './signersFor.ts'
import type { SigningKey } from './signingKey.ts'
import { StoreError, type ReleaseStore } from '../store/index.ts'
import type { TrustedState } from './trustedState.ts'

export interface KeyChange {
  readonly store: ReleaseStore
  readonly keys: Keys
  readonly role: RoleName
  /** Which of the role's keys goes, by the beginning of its id; all of them otherwise. */
  readonly keyid?: string | undefined
  readonly now: Date
}

export interface ChangedKey {
  readonly role: RoleName
  readonly keyid: string
  /** Null when it is not at hand. */
  readonly file: string | null
}

export interface KeysChanged {
  /** Version of the new root. */
  readonly root: number
  /** Number of the commit from which on the new keys count. */
  readonly version: number
  readonly made: readonly ChangedKey[]
  readonly replaced: readonly ChangedKey[]
}

/**
 * Replaces a role's key by a new one, in the order in which no reader ever fails (TUF 1.0, 6.1):
 * metadata is signed with both keys, then the new root is published, then, from an hour later on,
 * whatever is signed anew is signed with the new key only. Can be repeated when it was cut off.
 *
 * @throws KeyError `key-away` without a root key, `key-missing` without the role's present key
 */
export async function rotateKey(change: KeyChange): Promise<KeysChanged> {
  return untilCommitted(change, async (state) => {
    const { role, keyid, keys, now } = change
    const before = await keys.read()
    requireRootKeys(newestRoot(state.roots), before)
    const going = keysToReplace(state.roots, role, keyid)
    signersFor(before, state.roots, now)(role)
    const coming = comingKeys(before, state.roots, role)
    const made = [...coming, ...(await newKeys(keys, role, going.length - coming.length, now))]
    const held = await keys.read()
    return replace(state, { held, now, replaced: { [role]: { going, made } } })
  })
}

/**
 * Withdraws trust in a key that was stolen or lost. What is at stake is signed anew with new keys
 * only, and the file of the old one is deleted. With any online key those of snapshot and timestamp
 * go, too: a reader then forgets what it has seen of them, also versions that a thief has pushed up
 * (TUF 1.0, 5.3.11: fast-forward attack).
 *
 * @throws KeyError `key-away` without a root key
 */
export async function revokeKey(change: KeyChange): Promise<KeysChanged> {
  const { role, keyid, keys, now } = change
  const roles = role === 'root' ? [role] : [...new Set([role, 'snapshot', 'timestamp'] as const)]
  const done = await untilCommitted(change, async (state) => {
    requireRootKeys(newestRoot(state.roots), await keys.read())
    const replaced: Partial<Record<RoleName, Replacement>> = {}
    for (const each of roles) {
      const going = keysToReplace(state.roots, each, each === role ? keyid : undefined)
      // Made for a rotation that was cut off; whoever had the folder has it, too.
      const stale = comingKeys(await keys.read(), state.roots, each)
      await Promise.all(stale.map(({ file }) => rm(file)))
      replaced[each] = { going, made: await newKeys(keys, each, going.length, now) }
    }
    return replace(state, { held: await keys.read(), now, replaced, isRevoked: true })
  })
  for (const { file } of done.replaced) {
    if (file !== null && resolve(dirname(file)) === resolve(keys.folder)) await rm(file)
  }
  return done
}

interface Replacement {
  /** Ids of the keys that go. */
  readonly going: readonly string[]
  readonly made: readonly SigningKey[]
}

interface Replacing {
  readonly held: readonly SigningKey[]
  readonly replaced: Partial<Record<RoleName, Replacement>>
  readonly now: Date
  readonly isRevoked?: boolean
}

type Replaced = { readonly outcome: MetadataOutcome } & Omit<KeysChanged, 'version'>

async function replace(
  state: TrustedState,
  { held, replaced, now, isRevoked = false }: Replacing,
): Promise<Replaced> {
  const roles = new Set(Object.keys(replaced) as RoleName[])
  const gone = Object.values(replaced).flatMap(({ going }) => going)
  const root = rootWith(state.roots, replaced, held, now)
  const after = {
    root: newestRoot(root.roots).version,
    made: Object.values(replaced).flatMap(({ made }) => made.map(described)),
    replaced: [...roles].flatMap((role) =>
      (replaced[role]?.going ?? []).map((keyid) => describedById(held, role, keyid)),
    ),
  }
  let base = state
  // A key that is lost cannot sign beside the new one.
  const canSignWithBoth = gone.every((keyid) => held.some((key) => key.keyid === keyid))
  if (!roles.has('root') && canSignWithBoth) {
    const signers = signersFor(held, state.roots, now)
    const outcome = await resign(base, { roots: state.roots, newRoot: null, signers, roles, now })
    if (!outcome.ok) return { ...after, outcome }
    base = outcome.state
  }
  const stays = isRevoked ? held.filter(({ keyid }) => !gone.includes(keyid)) : held
  const signers = signersFor(stays, root.roots, now)
  const newRoot = root.bytes
  const outcome = await resign(base, { roots: root.roots, newRoot, signers, roles, now })
  return { ...after, outcome }
}

function rootWith(
  roots: RootChain,
  replaced: Replacing['replaced'],
  held: readonly SigningKey[],
  now: Date,
): ReturnType<typeof nextRoot> {
  const { keys, roles } = newestRoot(roots)
  const changed = Object.fromEntries(
    Object.entries(replaced).map(([role, { going, made }]) => {
      const staying = roles[role as RoleName].keyids.filter((keyid) => !going.includes(keyid))
      const known = staying.flatMap((keyid) => {
        const publicKey = keys[keyid]
        return publicKey === undefined ? [] : [{ keyid, publicKey }]
      })
      return [role, [...known, ...made]]
    }),
  )
  return nextRoot(roots, changed, held, now)
}

function keysToReplace(
  roots: RootChain,
  role: RoleName,
  keyid: string | undefined,
): readonly string[] {
  const { keyids } = newestRoot(roots).roles[role]
  if (keyid === undefined) return keyids
  const going = keyids.filter((each) => each.startsWith(keyid))
  if (going.length === 1) return going
  const names = keyids.map((each) => each.slice(0, 8)).join(', ')
  throw new KeyError(
    'key-unknown',
    `The current root names no ${role} key, or several, whose id begins with ${JSON.stringify(keyid)}. It names ${names}.`,
  )
}

async function newKeys(
  keys: Keys,
  role: RoleName,
  count: number,
  now: Date,
): Promise<readonly SigningKey[]> {
  const made: SigningKey[] = []
  while (made.length < count) {
    const label = role === 'root' && made.length > 0 ? 'root-spare' : role
    made.push(await createKey(keys, role, now, label))
  }
  return made
}

function described({ role, keyid, file }: SigningKey): ChangedKey {
  return { role, keyid, file }
}

function describedById(held: readonly SigningKey[], role: RoleName, keyid: string): ChangedKey {
  return { role, keyid, file: held.find((key) => key.keyid === keyid)?.file ?? null }
}

const attempts = 5

/** Begins again while other publishers come in between. */
async function untilCommitted(
  { store, now }: KeyChange,
  attempt: (state: TrustedState) => Promise<Replaced>,
): Promise<KeysChanged> {
  for (let left = attempts; left > 0; left -= 1) {
    const state = await readState(store, { finishing: now })
    if (state === null) {
      throw new KeyError(
        'no-release',
        `${store.place} holds no release yet, so nobody trusts a key. Make keys with npm run keys -- create; the first release makes the root.`,
      )
    }
    const { outcome, ...changed } = await attempt(state)
    if (outcome.ok) return { ...changed, version: outcome.state.timestamp.version }
  }
  throw new StoreError(
    'store-busy',
    `Others have committed to ${store.place} ${attempts} times in between. Try again when they have done.`,
  )
}
