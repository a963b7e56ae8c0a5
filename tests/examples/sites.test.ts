import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  feedToJudgeBy,
  htmlOf,
  judgeSite,
  readSite,
  verifyRelease,
} from '../../src/consumer/index.ts'
import type { SiteReport } from '../../src/consumer/index.ts'
import { env } from '../../src/env.ts'
import { publishRelease } from '../../src/publish/index.ts'
import { type FeedServer, createFeedServer } from '../../src/server/index.ts'
import { openStore } from '../../src/store/index.ts'
import { type Desk, openDesk } from '../int/support/desk.ts'
import { review } from '../int/support/newsroom.ts'
import { outlineOfHtml } from '../unit/feeds/html/outlineOfHtml.ts'
import { type SiteContent, writeContent } from './support/newsroomContent.ts'
import { type Generator, type Site, copyOf, generators, missing } from './support/site.ts'

let desk: Desk
let content: SiteContent
let feed: FeedServer
let server: Server
let address: string
const sites = new Map<Generator, Site>()

beforeAll(async () => {
  desk = await openDesk()
  content = await writeContent(desk)
  feed = createFeedServer({ store: openStore(env.storeLocation, env), pollMs: 60_000 })
  server = createServer(feed.listener())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  for (const generator of generators) {
    if ((await missing(generator)) === undefined) sites.set(generator, await copyOf(generator))
  }
  await release()
})

afterAll(async () => {
  for (const { folder } of sites.values()) await rm(folder, { recursive: true, force: true })
  server.closeAllConnections()
  server.close()
  feed.close()
  await desk.citegate.stop()
})

async function release(): Promise<void> {
  expect(await publishRelease(desk.citegate.payload)).toMatchObject({
    outcome: 'released',
    refusals: [],
  })
  await feed.refresh()
}

async function crawl(folder: string): Promise<SiteReport> {
  return judgeSite(await readSite(folder), await feedToJudgeBy(address))
}

function siteOrSkip(generator: Generator, skip: (note: string) => never): Site {
  return sites.get(generator) ?? skip('Hugo is not installed here (Debian: apt-get install hugo).')
}

const codes = ({ problems }: SiteReport) => [...new Set(problems.map(({ code }) => code))].sort()

/** What stands on a page below its title and dates. */
function textOf(page: string): string {
  const [, text] = /<p class="dates">.*?<\/p>(.*)<\/main>/s.exec(page) ?? []
  if (text === undefined) throw new Error('The page has no text.')
  return text
}

async function pulled(site: Site, path: string): Promise<string> {
  return readFile(join(site.folder, 'feed/us-en', path), 'utf8')
}

describe.each(generators)('the %s example', (generator) => {
  it('shows every page of the release, word for word', async ({ skip }) => {
    const site = siteOrSkip(generator, skip)
    await site.build(address)
    expect(await verifyRelease(join(site.folder, 'feed'))).toMatchObject({ problems: [] })
    for (const key of ['a-staying-page', 'a-leaving-page']) {
      const page = await site.page(`articles/${key}`)
      const signed = htmlOf(await pulled(site, `articles/${key}.md`))
      expect(outlineOfHtml(textOf(page))).toEqual(outlineOfHtml(signed.ok ? signed.html : ''))
      const item = JSON.parse(await pulled(site, `articles/${key}.json`)) as { jsonLd: unknown }
      const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? []
      expect(JSON.parse(data)).toEqual(item.jsonLd)
      expect(await site.page('.')).toContain(`href="/articles/${key}/"`)
    }
    expect(await site.page('withdrawn')).toContain('Nothing so far.')
  })

  it('passes the crawl as it is, and not when somebody has changed it', async ({ skip }) => {
    const site = siteOrSkip(generator, skip)
    expect(await crawl(site.output)).toMatchObject({ ok: true, itemPages: 2, problems: [] })
    const tampered = join(site.folder, 'tampered')
    await cp(site.output, tampered, { recursive: true })
    const file = join(tampered, 'articles/a-staying-page/index.html')
    const page = await readFile(file, 'utf8')
    await writeFile(
      file,
      page.replace('In an emergency', 'If you like').replaceAll('10⁹/L', '109/L'),
    )
    expect(codes(await crawl(tampered))).toEqual(['disclaimer-altered', 'text-differs'])
    await rm(tampered, { recursive: true })
  })
})

describe('after a withdrawal', () => {
  beforeAll(async () => {
    const { editor } = desk.people
    const why = { kind: 'evidence', reason: 'The invented trial was counted twice.' }
    for (const [slug, { id }] of [
      ['claims', content.falling],
      ['articles', content.leaving],
    ] as const) {
      expect((await review(editor, slug, id, 'withdraw', why)).status).toBe(200)
    }
    await release()
  })

  describe.each(generators)('the %s example', (generator) => {
    it('is found out while it is as it was, and shows it no more when it is built', async ({
      skip,
    }) => {
      const site = siteOrSkip(generator, skip)
      expect(codes(await crawl(site.output))).toEqual([
        ...['notice-missing', 'withdrawn-claim-shown', 'withdrawn-shown'],
      ])
      await site.build(address)
      expect(existsSync(join(site.output, 'articles/a-leaving-page'))).toBe(false)
      const page = await site.page('articles/a-staying-page')
      expect(page).not.toContain(content.falling.statement)
      expect(page).toMatch(/A statement that stood here was removed on .*counted twice\./)
      expect(await site.page('withdrawn')).toMatch(/A page that leaves, on .*counted twice\./)
      expect(await crawl(site.output)).toMatchObject({ ok: true, itemPages: 1, problems: [] })
    })
  })
})
