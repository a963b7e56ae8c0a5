import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Keys, createKeys, openKeys } from '../../../src/repository/index.ts'

let made: Promise<Keys> | undefined

/** Keys for all tests of a process: what is signed with them is what the tests are about. */
export function exampleKeys(): Promise<Keys> {
  return (made ??= makeKeys())
}

async function makeKeys(): Promise<Keys> {
  const folder = mkdtempSync(join(tmpdir(), 'citegate-keys-'))
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  const keys = openKeys(folder)
  await createKeys(keys, new Date())
  return keys
}
