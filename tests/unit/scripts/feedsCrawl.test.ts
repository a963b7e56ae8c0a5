import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MadeUpFeed } from '../consumer/madeUpFeed.ts'
import { repositoryServer } from '../consumer/repositoryServer.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import { runScript } from './runScript.ts'

describe('feeds:crawl', { timeout: 180_000 }, () => {
  it('says what it found, and exits 0, 1, 2 or 3 as the other commands do', async () => {
    const feed = new MadeUpFeed()
      .put({ kind: 'claim', key: 'one', text: 'A placeholder.' })
      .put({ kind: 'claim', key: 'two', text: 'Another.' })
    feed.publish()
    feed.withdraw('claim', 'two').publish()
    const server = await repositoryServer(feed.repository)
    const site = await temporaryFolder()
    await mkdir(join(site, 'claims'))
    await writeFile(join(site, 'claims/one.html'), '<title>One</title><p>A placeholder.</p>')
    const given = [site, '--feed', server.url]
    const fine = await runScript('feedsCrawl', ...given)
    expect(fine).toMatchObject({ code: 0, stderr: '' })
    expect(fine.stdout).toMatch(/^1 page read, of which 1 show items of release 2: all as/)

    await writeFile(join(site, 'claims/two.html'), '<title>Two</title><p>Another one.</p>')
    const stale = await runScript('feedsCrawl', ...given, '--json')
    expect(stale.code).toBe(1)
    expect(JSON.parse(stale.stdout)).toMatchObject({
      ok: false,
      release: 2,
      problems: [{ address: 'claims/two.html', code: 'withdrawn-shown' }],
    })

    const calls = [
      [[site], 2, 'No page of the site names its feed. Give --feed.'],
      [[...given, '--channel', 'xx'], 2, 'no channel xx'],
      [[...given, '--max-pages', '0'], 2, '--max-pages is "0"'],
      [[...given, '--root', join(site, 'none')], 2, '--root cannot be read'],
      [[join(site, 'nowhere'), '--feed', server.url], 3, 'There is no folder'],
      [[site, '--feed', 'http://127.0.0.1:9/'], 3, '127.0.0.1:9'],
    ] as const
    const ends = await Promise.all(calls.map(([args]) => runScript('feedsCrawl', ...args)))
    for (const [index, [, code, message]] of calls.entries()) {
      expect(ends[index]).toMatchObject({
        code,
        stderr: expect.stringContaining(message) as string,
      })
    }

    feed.publish({ expires: { timestamp: '2026-01-01T00:00:00Z' } })
    const refused = await runScript('feedsCrawl', ...given)
    expect(refused.code).toBe(1)
    expect(refused.stdout).toMatch(/\[frozen\] The site was not judged\.\n$/)
  })
})
