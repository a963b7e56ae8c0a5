import { existsSync } from 'node:fs'
import { chmod, constants, copyFile, mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import { BackupRefused } from './backupRefused.ts'

/**
 * Copies the keys that sign releases into another folder, readable by its owner only. Never over a
 * file, and never into the backup itself: whoever has the keys can sign.
 *
 * @param apart - a folder that they must not end up in
 * @returns the names of the files
 * @throws BackupRefused when there are none, or the folder cannot take them
 */
export async function copyKeys(
  from: string,
  to: string,
  apart: string,
): Promise<readonly string[]> {
  const inside = path.relative(path.resolve(apart), path.resolve(to))
  if (!inside.startsWith('..') && !path.isAbsolute(inside)) {
    throw new BackupRefused(
      `The keys would be in the backup, and whoever reads it could sign. Name a folder outside of ${apart}.`,
    )
  }
  const files = existsSync(from)
    ? (await readdir(from, { withFileTypes: true })).filter((each) => each.isFile())
    : []
  if (files.length === 0) throw new BackupRefused(`There are no keys in ${from}.`)
  const names = files.map(({ name }) => name).sort()
  const taken = names.find((name) => existsSync(path.join(to, name)))
  if (taken !== undefined) {
    throw new BackupRefused(
      `${path.join(to, taken)} exists, and a key is not written over. Name another folder.`,
    )
  }
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const name of names) {
    const copy = path.join(to, name)
    await copyFile(path.join(from, name), copy, constants.COPYFILE_EXCL)
    await chmod(copy, 0o600)
  }
  return names
}
