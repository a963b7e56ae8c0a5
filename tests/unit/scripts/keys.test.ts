import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../store/temporaryFolder.ts'

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

async function keys(dataDir: string, ...given: readonly string[]): Promise<Ended> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['scripts/keys.ts', ...given],
      { env: { NODE_ENV: 'production', DATA_DIR: dataDir } },
      (_, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, stdout, stderr })
      },
    )
  })
}

it('makes keys for their owner only, and says so to people and programs', async () => {
  const dataDir = await temporaryFolder()
  expect(await keys(dataDir, 'status')).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('There is no root key. Make it with npm run keys') as string,
  })
  const { code, stdout } = await keys(dataDir, 'create', '--json')
  expect(code).toBe(0)
  const { made } = JSON.parse(stdout) as { made: readonly { role: string; file: string }[] }
  expect(made.map(({ role }) => role)).toEqual(['root', 'root', 'targets', 'snapshot', 'timestamp'])
  for (const { file } of made) expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect((await stat(join(dataDir, 'keys'))).mode & 0o777).toBe(0o700)
  expect(await keys(dataDir, 'status')).toMatchObject({ code: 0 })
})

it.each([
  [2, 'is no action', ['polish']],
  [2, 'Missing: ACTION', []],
  [2, 'The roles are root, targets, snapshot, timestamp', ['rotate']],
  [2, 'The roles are root, targets, snapshot, timestamp', ['revoke', '--role', 'king']],
  [3, 'holds no release yet', ['rotate', '--role', 'targets']],
])('exits %i and says: %s', async (code, message, given) => {
  const ended = await keys(await temporaryFolder(), ...given)
  expect(ended).toMatchObject({ code, stderr: expect.stringContaining(message) as string })
})

it('explains itself', async () => {
  const { code, stdout } = await keys(await temporaryFolder(), '--help')
  expect(code).toBe(0)
  expect(stdout).toContain('npm run keys -- ACTION')
  expect(stdout).toContain('--root-key FILE')
})
