import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ExampleFeed } from '../consumer/exampleFeed.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import { runScript } from './runScript.ts'

describe('feeds:verify', { timeout: 60_000 }, () => {
  it('counts what it has checked, says what it trusted, and exits 0', async () => {
    const folder = await new ExampleFeed().publish().folder()
    const { code, stdout, stderr } = await runScript('feedsVerify', folder)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout.split('\n')).toEqual([
      expect.stringMatching(/^Trusted as it came: root 1 with the keys [0-9a-f]{64}\./),
      'Release 1 of 2026-03-01 is whole: 18 files, 7 schemas, 35 links, 3 items, 2 approvals, 8 disclaimers.',
      '',
    ])
  })

  it('lists what is wrong and exits 1', async () => {
    const feed = new ExampleFeed()
    feed.claim.markdown = feed.claim.markdown.replace('version: 3', 'version: 2')
    const folder = await feed.publish().folder()
    const { code, stdout } = await runScript('feedsVerify', folder)
    expect(code).toBe(1)
    expect(stdout).toContain(
      'us-en/claims/less-pain.md: Its version is 2; in us-en/claims/less-pain.json it is 3. [forms-differ]\n',
    )
    expect(stdout).toContain('Release 1 of 2026-03-01 is not whole: 1 problem in 18 files')
    const asJson = await runScript('feedsVerify', folder, '--json')
    expect(asJson.code).toBe(1)
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      ok: false,
      release: 1,
      problems: [{ path: 'us-en/claims/less-pain.md', code: 'forms-differ' }],
    })
  })

  it('walks the history, and goes back to a day', async () => {
    const feed = new ExampleFeed().publish().publish().publish()
    const folder = await feed.folder()
    const since = await runScript('feedsVerify', folder, '--since', '2')
    expect(since.code).toBe(0)
    expect(since.stdout).toMatch(/^release 3 {2}[0-9a-f]{64}\nrelease 2 {2}[0-9a-f]{64}\nTrusted/)
    const ahead = await runScript('feedsVerify', folder, '--since', '4')
    expect(ahead.code).toBe(1)
    expect(ahead.stdout).toContain('[rolled-back]')
    const root = join(folder, 'metadata', '1.root.json')
    const then = await runScript('feedsVerify', folder, '--as-of', '2026-03-02', '--root', root)
    expect(then.code).toBe(0)
    expect(then.stdout).toMatch(/^Release 2 of 2026-03-02 is whole/)
  })

  it('exits 1 where the signature is somebody else’s', async () => {
    const folder = await new ExampleFeed().publish().folder()
    const other = await new ExampleFeed().publish().folder()
    const root = join(other, 'metadata', '1.root.json')
    const { code, stdout } = await runScript('feedsVerify', folder, '--root', root)
    expect(code).toBe(1)
    expect(stdout).toContain('[wrong-key]')
  })

  it('exits 3 when there is no release, and 2 when it is called wrongly', async () => {
    const folder = await temporaryFolder()
    const nothing = await runScript('feedsVerify', folder)
    expect(nothing.code).toBe(3)
    expect(nothing.stderr).toContain(`${folder} holds no feed.`)
    for (const [given, message] of [
      [[], 'Missing: DIR|URL.'],
      [[folder, '--since', '0'], '--since is "0"'],
      [[folder, '--as-of', 'yesterday'], '--as-of is "yesterday"'],
      [[folder, '--root', join(folder, 'none')], '--root cannot be read'],
    ] as const) {
      const { code, stderr } = await runScript('feedsVerify', ...given)
      expect(stderr).toContain(message)
      expect(code).toBe(2)
    }
    const feed = await new ExampleFeed().publish().folder()
    const early = await runScript('feedsVerify', feed, '--as-of', '2020-01-01')
    expect([early.code, early.stderr]).toEqual([2, expect.stringContaining('2026-03-01')])
  })
})
