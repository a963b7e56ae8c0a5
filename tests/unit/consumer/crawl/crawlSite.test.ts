import { mkdir, writeFile } from 'node:fs/promises'
import { type RequestListener, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { judgeSite, readSite } from '../../../../src/consumer/crawl/index.ts'
import type { SiteLimits, SiteReport } from '../../../../src/consumer/crawl/index.ts'
import { temporaryFolder } from '../../store/temporaryFolder.ts'
import { alternate, body, feed, item, pageOf } from './examplePage.ts'

const good = pageOf(body, alternate)
const links = (...to: readonly string[]) =>
  pageOf(to.map((href) => `<a href="${href}">x</a>`).join('')).replaceAll(
    'Example injection',
    'Home',
  )

type Pages = Readonly<Record<string, string | RequestListener>>

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function served(pages: Pages): Promise<string> {
  const server = createServer((req, res) => {
    const page = pages[req.url ?? '']
    if (typeof page === 'function') {
      page(req, res)
      return
    }
    const type = req.url?.endsWith('.txt') ? 'text/plain' : 'text/html; charset=utf-8'
    res.writeHead(page === undefined ? 404 : 200, { 'content-type': type }).end(page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
}

async function judged(site: string, limits: Partial<SiteLimits> = {}): Promise<SiteReport> {
  return judgeSite(await readSite(site, limits), feed)
}

const found = ({ problems }: SiteReport, site: string) =>
  problems.map(({ address, code }) => [address.replace(site, ''), code])

const sends =
  (location: string): RequestListener =>
  (_req, res) => {
    res.writeHead(302, { location }).end()
  }

describe('a site behind a server', () => {
  it.each<[string, Pages, readonly unknown[]]>([
    [
      'is fine when its pages are',
      { '/': links('/therapies/example-injection/'), '/therapies/example-injection/': good },
      [],
    ],
    [
      'is found out where a page lost a disclaimer, however that names its item',
      {
        '/': links('/a', '/b', '/therapies/example-injection.html', '/d'),
        '/a': pageOf('', alternate),
        '/b': pageOf(
          '',
          `<script type="application/ld+json">${JSON.stringify({ '@id': item.url })}</script>`,
        ).replaceAll('Example injection', 'B'),
        '/therapies/example-injection.html': pageOf('').replaceAll('Example injection', 'C'),
        '/d': pageOf(''),
      },
      expect.arrayContaining(
        ['/a', '/b', '/d', '/therapies/example-injection.html'].map((address) => [
          address,
          'disclaimer-missing',
        ]),
      ) as unknown[],
    ],
    [
      'is asked for withdrawn pages that nothing links to any more',
      {
        '/': links('/t/example-injection/'),
        '/t/example-injection/': good,
        '/t/gone-injection/': pageOf(body),
      },
      [['/t/gone-injection/', 'withdrawn-shown']],
    ],
    [
      'may send readers of a withdrawn page elsewhere',
      {
        '/': links('/t/example-injection/'),
        '/t/example-injection/': good,
        '/t/gone-injection/': sends('/'),
      },
      [],
    ],
    [
      'is looked at where only its sitemap leads',
      {
        '/': links('/x/example-injection'),
        '/x/example-injection': good,
        '/sitemap.xml': '<urlset><url><loc>/secret/gone-injection?a=1&amp;b=2</loc></url></urlset>',
        '/secret/gone-injection?a=1&b=2': pageOf(body),
      },
      [['/secret/gone-injection?a=1&b=2', 'withdrawn-shown']],
    ],
    [
      'is read through redirects, loops of links and strange links',
      {
        '/': sends('/home'),
        '/home': links('/', '/home', '#a', 'mailto:a@b.cd', 'http://[', '/p.pdf', '/old'),
        '/old': sends('/x/example-injection'),
        '/x/example-injection': good,
      },
      [],
    ],
    [
      'is reported where it fails, goes in circles or never ends',
      {
        '/': links('/500', '/circle', '/huge', '/deep', '/x/example-injection'),
        '/500': (_req, res) => void res.writeHead(500).end(),
        '/circle': sends('/circle'),
        '/huge': 'x'.repeat(3_000_000),
        '/deep': '<div>'.repeat(100_000),
        '/x/example-injection': good,
      },
      expect.arrayContaining(
        ['/500', '/circle', '/huge', '/deep'].map((at) => [at, 'unreadable']),
      ) as unknown[],
    ],
    [
      'is not followed to other sites',
      {
        '/': links('http://127.0.0.1:9/x', '/away', '/x/example-injection'),
        '/away': sends('http://127.0.0.1:9/'),
        '/x/example-injection': good,
      },
      [],
    ],
    ['is not fine when it shows nothing of the feed', { '/': links('/') }, [['/', 'no-pages']]],
  ])('%s', async (_, pages, expected) => {
    const site = await served(pages)
    expect(found(await judged(site, { maxPageBytes: 1_000_000 }), site)).toEqual(expected)
  })

  it('keeps to robots.txt, and says how many pages it did not see', async () => {
    const site = await served({
      '/': links('/x/example-injection', '/private/a'),
      '/x/example-injection': good,
      '/private/a': pageOf(''),
      '/robots.txt': 'User-agent: *\nDisallow: /private/\n',
    })
    expect(await judged(site)).toMatchObject({ ok: true, forbidden: 1, pages: 2, itemPages: 1 })
  })

  it('is not fine when it was not read to its end', async () => {
    const endless: Pages = new Proxy<Record<string, string>>(
      {},
      {
        get: (_, path) =>
          String(path).includes('robots') || String(path).includes('sitemap')
            ? undefined
            : links(`${String(path)}1`, `${String(path)}2`),
      },
    )
    const site = await served(endless)
    const report = await judged(site, { maxPages: 5 })
    expect(report.pages).toBe(5)
    expect(report.problems.map(({ code }) => code)).toContain('not-all-read')
  })

  it('is not there when its first page is not', async () => {
    const site = await served({})
    await expect(readSite(site)).rejects.toThrow(/no site at .* No page is there/)
    await expect(readSite('http://127.0.0.1:9/')).rejects.toThrow(/no site at/)
  })
})

describe('a site in a folder', () => {
  it('is judged by every HTML file in it, linked or not', async () => {
    const folder = await temporaryFolder()
    await mkdir(join(folder, 'therapies/gone-injection'), { recursive: true })
    await writeFile(join(folder, 'therapies/gone-injection/index.html'), pageOf(body))
    await writeFile(join(folder, 'therapies/example-injection.html'), good)
    await writeFile(join(folder, 'broken.html'), '<table><p><<<a href=">&#xffffffff;<b')
    const report = await judged(folder)
    expect(report).toMatchObject({ ok: false, pages: 3, itemPages: 2 })
    expect(found(report, '')).toEqual([['therapies/gone-injection/index.html', 'withdrawn-shown']])
  })

  it('is not there when nobody built one', async () => {
    await expect(readSite(await temporaryFolder())).rejects.toThrow(/holds no HTML/)
    await expect(readSite('/nowhere/at/all')).rejects.toThrow(/no folder/)
  })
})
