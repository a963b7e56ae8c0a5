import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fileStore } from '../../../src/store/index.ts'
import { publishExample } from '../server/exampleFeed.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import { endOfScript, runScript, startScript } from './runScript.ts'

describe('feeds:serve', { timeout: 30_000 }, () => {
  it('serves a store, the releases that come later too, until it is told to stop', async () => {
    const folder = join(await temporaryFolder(), 'store')
    const child = startScript('feedsServe', '--store', folder, '--port', '0', '--json')
    onTestFinished(() => void child.kill('SIGKILL'))
    const end = endOfScript(child)
    const [line] = child.stdout ? ((await once(child.stdout, 'data')) as [Buffer]) : []
    const { url, release } = JSON.parse(String(line)) as { url: string; release: number | null }
    expect(release).toBeNull()
    expect((await fetch(`${url}/readyz`)).status).toBe(503)
    await publishExample(fileStore(folder))
    await expect
      .poll(async () => (await fetch(`${url}/readyz`)).status, { timeout: 5000 })
      .toBe(200)
    expect((await fetch(`${url}/feeds/v1/index.json`)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await end).toMatchObject({ code: 0, stderr: '' })
  })

  it('says in one sentence that a port is taken, and exits 3', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    const folder = await temporaryFolder()
    expect(await runScript('feedsServe', '--store', folder, '--port', String(port))).toEqual({
      code: 3,
      stdout: '',
      stderr: `Port ${String(port)} on 127.0.0.1 is taken. Stop what listens there, or choose another with --port.\n`,
    })
  })
})

describe('a command line', { timeout: 30_000 }, () => {
  it('explains itself', async () => {
    const { code, stdout } = await runScript('feedsServe', '--help')
    expect(code).toBe(0)
    expect(stdout).toContain('npm run feeds:serve -- [--flags]')
    expect(stdout).toContain('--store DIR')
    expect(stdout).toContain('Exit codes: 0 done, 1 the content says no, 2 called wrongly')
  })

  it.each([
    [[], 'Missing: --store DIR.'],
    [['--store'], "Option '--store <value>' argument missing"],
    [['--store', 'x', '--port', 'http'], '--port is "http"; it has to be a whole number'],
    [['--store', 'x', '--port', '65536'], 'from 0 to 65535'],
    [['--store', 'x', 'y'], 'Not understood: y.'],
    [['--shop', 'x'], "Unknown option '--shop'"],
  ])('called with %j exits 2 and says what was wrong', async (given, message) => {
    const { code, stdout, stderr } = await runScript('feedsServe', ...given)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
    expect(stderr).toContain('See npm run feeds:serve -- --help.')
  })

  it('says what was wrong as JSON when asked to', async () => {
    const { code, stdout, stderr } = await runScript('feedsServe', '--json')
    expect([code, stderr]).toEqual([2, ''])
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'called-wrongly', message: 'Missing: --store DIR.' },
    })
  })
})
