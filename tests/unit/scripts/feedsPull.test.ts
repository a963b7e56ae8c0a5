import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MadeUpFeed } from '../consumer/madeUpFeed.ts'
import { type RepositoryServer, repositoryServer } from '../consumer/repositoryServer.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import { runScript } from './runScript.ts'

async function scene(): Promise<{ feed: MadeUpFeed; server: RepositoryServer; folder: string }> {
  const feed = new MadeUpFeed().put({ kind: 'claim', key: 'one', text: 'A placeholder.' })
  feed.publish()
  return {
    feed,
    server: await repositoryServer(feed.repository),
    folder: await temporaryFolder(),
  }
}

describe('feeds:pull', { timeout: 180_000 }, () => {
  it('brings a release, says whom it trusts and what it took down, and exits 0', async () => {
    const { feed, server, folder } = await scene()
    const out = join(folder, 'feed')
    const [keyId] = feed.repository.keys.root.map(({ id }) => id)
    const first = await runScript('feedsPull', server.url, '--out', out, '--format', 'md')
    expect(first).toMatchObject({ code: 0, stderr: '' })
    expect(first.stdout).toContain(`Trusted on first use; the feed's root keys are ${keyId ?? ''}.`)
    expect(first.stdout).toMatch(
      /^Release 1, as of .*, is in .*: 6 files, of which 5 were fetched/m,
    )
    expect(await readFile(join(out, 'us-en/claims/one.md'), 'utf8')).toContain('A placeholder.')
    feed.withdraw('claim', 'one').publish()
    const given = ['--channel', 'us-en', '--out', out, '--json']
    const second = await runScript('feedsPull', server.url, ...given)
    expect(second).toMatchObject({ code: 0, stderr: '' })
    expect(JSON.parse(second.stdout)).toMatchObject({
      ok: true,
      outcome: 'updated',
      release: 2,
      takenDown: [{ channel: 'us-en', kind: 'claim', key: 'one', reason: 'Made up.' }],
    })
  })

  it('names what is wrong with a feed and exits 1', async () => {
    const { feed, server, folder } = await scene()
    const out = join(folder, 'feed')
    feed.publish({ expires: { timestamp: '2026-01-01T00:00:00Z' } })
    const { code, stdout } = await runScript('feedsPull', server.url, '--out', out)
    expect(code).toBe(1)
    expect(stdout).toMatch(/timestamp\.json expired on .* \[frozen\] Nothing was changed\.\n$/)
  })

  it('trusts the root that it is given, also as the lock file of another pull', async () => {
    const { feed, server, folder } = await scene()
    await runScript('feedsPull', server.url, '--out', join(folder, 'one'))
    const root = join(folder, 'one', 'citegate.lock.json')
    const right = await runScript(
      'feedsPull',
      server.url,
      '--out',
      join(folder, 'two'),
      '--root',
      root,
    )
    expect(right.stdout).toMatch(/^Release 1, as of /)
    const other = new MadeUpFeed()
    other.publish()
    for (const [name, bytes] of other.repository.objects) feed.repository.put(name, bytes)
    const wrong = await runScript(
      'feedsPull',
      server.url,
      '--out',
      join(folder, 'three'),
      '--root',
      root,
    )
    expect(wrong.code).toBe(1)
    expect(wrong.stdout).toContain('[wrong-key]')
  })

  it('says as of when while nobody answers, and exits 3 when that is too long ago', async () => {
    const { server, folder } = await scene()
    const out = join(folder, 'feed')
    await runScript('feedsPull', server.url, '--out', out)
    await server.stop()
    const young = await runScript('feedsPull', server.url, '--out', out, '--max-age', '1d')
    expect(young).toMatchObject({ code: 0, stderr: '' })
    expect(young.stdout).toMatch(/^Release 1, as of .*ECONNREFUSED.*\. What is in .* stays\.\n$/)
    const old = await runScript('feedsPull', server.url, '--out', out, '--max-age', '1s')
    expect(old).toMatchObject({ code: 3, stderr: 'That is longer ago than 1s.\n' })
    const nothing = await runScript('feedsPull', server.url, '--out', join(folder, 'new'))
    expect(nothing.code).toBe(3)
  })

  it('exits 2 when it is called in a way it cannot follow', async () => {
    const { server, folder } = await scene()
    const out = join(folder, 'taken')
    await mkdir(out)
    await writeFile(join(out, 'somebody.txt'), 'Somebody else wrote this.')
    const calls = [
      [['--out', out], 'holds files that were not pulled into it'],
      [['--out', join(folder, 'a'), '--channel', 'gb-en'], 'has no channel gb-en. It has us-en.'],
      [['--out', join(folder, 'a'), '--max-age', 'long'], '--max-age is "long"'],
      [['--out', join(folder, 'a'), '--as-of', '2026-02-30'], '--as-of is "2026-02-30"'],
    ] as const
    for (const [flags, message] of calls) {
      const { code, stderr } = await runScript('feedsPull', server.url, ...flags)
      expect([code, stderr]).toEqual([2, expect.stringContaining(message)])
    }
  })
})
