import { KeyError } from './keyError.ts'
import { newestRoot, type RootChain } from './rootChain.ts'
import type { RoleName } from './roles.ts'
import type { SigningKey } from './signingKey.ts'

/** So long after a rotation a reader may still be at work with the root before. */
const graceMs = 3_600_000

/** The keys to sign a role's metadata with. */
export type Signers = (role: RoleName) => readonly SigningKey[]

/**
 * Signs with the keys that the newest root names and, so that a rotation has no moment in which a
 * reader fails (TUF 1.0, 6.1), also with those a coming root will name and those the last one named.
 *
 * @throws KeyError `key-missing` when fewer keys of the role are at hand than have to sign
 */
export function signersFor(held: readonly SigningKey[], roots: RootChain, now: Date): Signers {
  return (role) => {
    const { keyids, threshold } = newestRoot(roots).roles[role]
    const ofRole = held.filter((key) => key.role === role)
    const named = ofRole.filter(({ keyid }) => keyids.includes(keyid))
    if (named.length < threshold) throw missing(role, keyids, threshold)
    const beside =
      role === 'root'
        ? []
        : [...comingKeys(held, roots, role), ...leaving(ofRole, roots, role, now)]
    return [...named, ...beside]
  }
}

/** Keys at hand that no root has named yet: they were made for the next one. */
export function comingKeys(
  held: readonly SigningKey[],
  roots: RootChain,
  role: RoleName,
): readonly SigningKey[] {
  return held.filter(
    (key) =>
      key.role === role && !roots.some((root) => root.roles[role].keyids.includes(key.keyid)),
  )
}

function leaving(
  ofRole: readonly SigningKey[],
  roots: RootChain,
  role: RoleName,
  now: Date,
): readonly SigningKey[] {
  const { keyids } = newestRoot(roots).roles[role]
  const left = roots
    .filter((root) => now.getTime() - Date.parse(root['x-citegate'].createdAt) <= graceMs)
    .flatMap((root) => roots[root.version - 2]?.roles[role].keyids ?? [])
  return ofRole.filter(({ keyid }) => left.includes(keyid) && !keyids.includes(keyid))
}

function missing(role: RoleName, keyids: readonly string[], threshold: number): KeyError {
  const names = keyids.map((keyid) => keyid.slice(0, 8)).join(', ')
  const what = `Of the ${role} keys that the current root names (${names}), ${threshold} must be here to sign, and fewer are.`
  return new KeyError(
    role === 'root' ? 'key-away' : 'key-missing',
    role === 'root'
      ? `${what} Bring one with --root-key FILE.`
      : `${what} Put it back from a backup of the keys; if there is none, npm run keys -- revoke --role ${role} makes a new one.`,
  )
}
