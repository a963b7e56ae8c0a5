import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { KeyError } from './keyError.ts'
import { roleNames, type RoleName } from './roles.ts'
import { signingKey, type SigningKey } from './signingKey.ts'

/** The private keys of a publisher. */
export interface Keys {
  readonly folder: string
  /** Those at hand now: a key that was made or moved away a moment ago counts. */
  read(): Promise<readonly SigningKey[]>
}

export interface OpenKeysOptions {
  /**
   * Root keys that are kept elsewhere and were brought for this once. A stick may know no owners, so
   * who may read them is not asked.
   */
  readonly rootKeyFiles?: readonly string[]
}

/**
 * The keys in a folder, one PEM file each; a file's name begins with the role it signs for. A
 * folder that is not there holds no keys.
 */
export function openKeys(folder: string, { rootKeyFiles = [] }: OpenKeysOptions = {}): Keys {
  return {
    folder,
    read: async () => {
      const here = (await pemsIn(folder)).flatMap((name) => {
        const role = roleNames.find((each) => name.startsWith(`${each}-`) || name === `${each}.pem`)
        return role === undefined ? [] : [{ role, file: join(folder, name) }]
      })
      const brought = rootKeyFiles.map((file) => ({ role: 'root' as const, file }))
      await Promise.all(here.map(({ file }) => refuseExposed(file)))
      const keys = await Promise.all([...here, ...brought].map(readKey))
      return [...new Map(keys.map((key) => [`${key.role} ${key.keyid}`, key])).values()]
    },
  }
}

async function pemsIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.pem')).sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

async function readKey({
  role,
  file,
}: {
  readonly role: RoleName
  readonly file: string
}): Promise<SigningKey> {
  const key = signingKey(role, await readFile(file, 'utf8'), file)
  if (key !== null) return key
  throw new KeyError(
    'key-unreadable',
    `${file} is not an Ed25519 private key in PEM (PKCS8). Put it back from a backup of the keys, or move it out of the folder.`,
  )
}

async function refuseExposed(file: string): Promise<void> {
  if (process.platform === 'win32') return
  const { mode } = await stat(file)
  if ((mode & 0o077) === 0) return
  throw new KeyError(
    'key-exposed',
    `Others than its owner may read ${file} (mode ${(mode & 0o777).toString(8)}). If nobody has, chmod 600 it; if somebody may have, it counts as stolen: see "Keys" in docs/operations.md.`,
  )
}
