import { specVersion, type KeyJson, type RootJson } from './metadataJson.ts'
import { KeyError } from './keyError.ts'
import { expiryOf, roleNames, type RoleName } from './roles.ts'
import { newestRoot, type RootChain } from './rootChain.ts'
import { signMetadata } from './signMetadata.ts'
import type { SigningKey } from './signingKey.ts'

/** A root on its way into a store. */
export interface NewRoot {
  readonly bytes: Uint8Array
  /** The chain with the new root at its end. */
  readonly roots: RootChain
}

type PublicKey = Pick<SigningKey, 'keyid' | 'publicKey'>
type KeysByRole = Readonly<Record<RoleName, readonly PublicKey[]>>

/** The first root, which names every key at hand. */
export function firstRoot(held: readonly SigningKey[], now: Date): NewRoot {
  const ofRole = (role: RoleName): readonly SigningKey[] => held.filter((key) => key.role === role)
  const lacking = roleNames.filter((role) => ofRole(role).length === 0)
  if (lacking.length > 0) {
    throw new KeyError(
      'key-missing',
      `The first release makes the root that readers will trust, and there is no key for ${lacking.join(', ')}. Run npm run keys -- create.`,
    )
  }
  const root = rootJson(1, byRole(ofRole), () => 1, now)
  return { bytes: signMetadata(root, ofRole('root')), roots: [root] }
}

/**
 * The next root, with other keys for some roles. It is signed by the root keys of the one before and
 * by its own (TUF 1.0, 5.3.4), as far as they are at hand.
 *
 * @throws KeyError `key-away` when that is not far enough
 */
export function nextRoot(
  roots: RootChain,
  changed: Partial<KeysByRole>,
  held: readonly SigningKey[],
  now: Date,
): NewRoot {
  const before = newestRoot(roots)
  const named = (role: RoleName): readonly PublicKey[] =>
    before.roles[role].keyids.flatMap((keyid) => {
      const publicKey = before.keys[keyid]
      return publicKey === undefined ? [] : [{ keyid, publicKey }]
    })
  const keys = byRole((role) => changed[role] ?? named(role))
  const thresholdOf = (role: RoleName): number => before.roles[role].threshold
  const root = rootJson(before.version + 1, keys, thresholdOf, now)
  requireRootKeys(before, held)
  requireRootKeys(root, held)
  const ofEither = [...before.roles.root.keyids, ...root.roles.root.keyids]
  const signers = held.filter(({ role, keyid }) => role === 'root' && ofEither.includes(keyid))
  return { bytes: signMetadata(root, signers), roots: [...roots, root] as const }
}

/** @throws KeyError `key-away` when too few keys of a root are at hand to sign the next one */
export function requireRootKeys({ version, roles }: RootJson, held: readonly SigningKey[]): void {
  const { keyids, threshold } = roles.root
  const here = held.filter(({ role, keyid }) => role === 'root' && keyids.includes(keyid))
  if (here.length >= threshold) return
  const names = keyids.map((keyid) => keyid.slice(0, 8)).join(', ')
  throw new KeyError(
    'key-away',
    `The next root has to be signed by ${threshold} of the root keys of root ${version} (${names}), and ${here.length === 0 ? 'none' : 'fewer'} of them is here. Bring it with --root-key FILE.`,
  )
}

function byRole(keysOf: (role: RoleName) => readonly PublicKey[]): KeysByRole {
  return {
    root: keysOf('root'),
    targets: keysOf('targets'),
    snapshot: keysOf('snapshot'),
    timestamp: keysOf('timestamp'),
  }
}

function rootJson(
  version: number,
  keys: KeysByRole,
  thresholdOf: (role: RoleName) => number,
  now: Date,
): RootJson {
  const table: Record<string, KeyJson> = {}
  for (const { keyid, publicKey } of Object.values(keys).flat()) table[keyid] = publicKey
  const roleOf = (role: RoleName): RootJson['roles'][RoleName] => ({
    keyids: keys[role].map(({ keyid }) => keyid).sort(),
    threshold: thresholdOf(role),
  })
  return {
    _type: 'root',
    spec_version: specVersion,
    version,
    expires: expiryOf('root', now),
    consistent_snapshot: true,
    keys: table,
    roles: {
      root: roleOf('root'),
      targets: roleOf('targets'),
      snapshot: roleOf('snapshot'),
      timestamp: roleOf('timestamp'),
    },
    'x-citegate': { createdAt: now.toISOString() },
  }
}
