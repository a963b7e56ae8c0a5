import { chmod, mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Keys } from './openKeys.ts'
import { roleNames, type RoleName } from './roles.ts'
import { newPrivateKey, signingKey, type SigningKey } from './signingKey.ts'

/**
 * Makes the keys that a new repository needs and the folder does not hold: one for each role, and a
 * spare for root, so that a root key that is lost can be replaced.
 *
 * @returns those that were made
 */
export async function createKeys(keys: Keys, now: Date): Promise<readonly SigningKey[]> {
  const held = new Set((await keys.read()).map(({ role }) => role))
  const made: SigningKey[] = []
  for (const role of roleNames) {
    if (held.has(role)) continue
    made.push(await createKey(keys, role, now))
    if (role === 'root') made.push(await createKey(keys, role, now, 'root-spare'))
  }
  return made
}

/** Makes a key and writes it to the folder, for its owner only. */
export async function createKey(
  { folder }: Keys,
  role: RoleName,
  now: Date,
  label: string = role,
): Promise<SigningKey> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  // A folder that was there already may be open to others.
  await chmod(folder, 0o700)
  const pem = newPrivateKey()
  const key = signingKey(role, pem, '')
  if (key === null) throw new TypeError('A key that was just made cannot be read.')
  const day = now.toISOString().slice(0, 'yyyy-mm-dd'.length)
  const file = join(folder, `${label}-${day}-${key.keyid.slice(0, 8)}.pem`)
  const handle = await open(file, 'wx', 0o600)
  try {
    await handle.writeFile(pem)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { ...key, file }
}
