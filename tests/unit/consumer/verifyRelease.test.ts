import { writeFile } from 'node:fs/promises'
import { once } from 'node:events'
import { type RequestListener, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type ReleaseVerification, verifyRelease } from '../../../src/consumer/index.ts'
import { type NewRelease, fileStore, sha256Hex } from '../../../src/store/index.ts'
import { runningServer } from '../server/runningServer.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import {
  type Texts,
  claim,
  claimMarkdown,
  feedTexts,
  picturePath,
  releaseOfTexts,
} from './exampleFeed.ts'

interface Verified {
  readonly fromStore: ReleaseVerification
  readonly fromUrl: ReleaseVerification
}

/** Commits a release and verifies it both ways. */
async function verified(release: NewRelease): Promise<Verified> {
  const { store, folder, feed, url } = await runningServer()
  await store.commit(release)
  await feed.refresh()
  return { fromStore: await verifyRelease(folder), fromUrl: await verifyRelease(url) }
}

function codes({ problems }: ReleaseVerification): string[] {
  return problems.map(({ path, code }) => `${path} ${code}`)
}

const json = 'us-en/claims/made-up.json'
const markdown = 'us-en/claims/made-up.md'

describe('a release that is in order', () => {
  it('is proved from its store and through a server, with the same counts', async () => {
    const { fromStore, fromUrl } = await verified(releaseOfTexts(feedTexts()))
    expect(fromStore).toEqual({
      ok: true,
      release: 1,
      checked: { files: 12, schemas: 5, links: 20 },
      problems: [],
    })
    expect(fromUrl).toEqual(fromStore)
  })

  it.each(['', '/', '/feeds/v1', '/feeds/v1/', '/feeds/v1/index.json', '/?x=1#y'])(
    'is found by the address with %j at its end',
    async (end) => {
      const { store, feed, url } = await runningServer()
      await store.commit(releaseOfTexts(feedTexts()))
      await feed.refresh()
      expect((await verifyRelease(url + end)).ok).toBe(true)
    },
  )

  it('is proved when it is the second, and an older list of changes names what is gone', async () => {
    const { store, folder } = await runningServer()
    const first = await store.commit(releaseOfTexts(feedTexts()))
    const second = feedTexts({
      index: {
        release: 2,
        previous: { release: 1, digest: first.ok && first.manifestDigest },
        channels: [],
      },
    })
    const { 'us-en/index.json': index = '' } = second
    second['us-en/index.json'] = index.replace(/"items":\[.*?\],"tomb/, '"items":[],"tomb')
    second['schema/extra.json'] = second['schema/claim.json'] ?? ''
    await store.commit({
      ...releaseOfTexts(without(second, json, markdown)),
      expected: 1,
    })
    expect(await verifyRelease(folder)).toMatchObject({ ok: true, release: 2, problems: [] })
  })

  it('tells how far it is', async () => {
    const folder = await temporaryFolder()
    await fileStore(folder).commit(releaseOfTexts(feedTexts()))
    const steps: string[] = []
    await verifyRelease(folder, {
      onProgress: (done, known) => steps.push(`${String(done)}/${String(known)}`),
    })
    expect(steps[0]).toBe('1/12')
    expect(steps).toContain('12/12')
  })
})

describe('a release that is not in order', () => {
  it.each<[string, NewRelease, string[]]>([
    [
      'JSON that its schema does not allow',
      releaseOfTexts(feedTexts({ claim: { url: 'no address', version: 3.5 } })),
      [`${json} forms-differ`, `${json} schema`, `${markdown} forms-differ`],
    ],
    [
      'JSON that names a schema nobody serves',
      releaseOfTexts(feedTexts({ claim: { $schema: 'https://feeds.example/other.json' } })),
      [`${json} schema`],
    ],
    [
      'JSON that names no schema',
      releaseOfTexts(feedTexts({ claim: { $schema: undefined } })),
      [`${json} no-schema`],
    ],
    [
      'a link to a file that is not there',
      releaseOfTexts(
        feedTexts({ claim: { about: 'https://feeds.example/feeds/v1/us-en/claims/never.json' } }),
      ),
      [`${json} broken-link`],
    ],
    [
      'a link to what was withdrawn',
      releaseOfTexts(feedTexts({ markdown: `${claimMarkdown}\n[See](fallen.md).\n` })),
      [`${markdown} broken-link`],
    ],
    [
      'a link in Markdown within JSON that leads nowhere',
      releaseOfTexts(feedTexts({ claim: { sections: [{ markdown: '[See](never.md).' }] } })),
      [`${json} broken-link`],
    ],
    [
      'front matter that says another version',
      releaseOfTexts(feedTexts({ markdown: claimMarkdown.replace('version: 3', 'version: 2') })),
      [`${markdown} forms-differ`],
    ],
    [
      'front matter without a content hash',
      releaseOfTexts(feedTexts({ markdown: claimMarkdown.replace(/contentHash.*\n/, '') })),
      [`${markdown} forms-differ`],
    ],
    [
      'a version that is a text',
      releaseOfTexts(feedTexts({ markdown: claimMarkdown.replace('version: 3', 'version: "3"') })),
      [`${markdown} forms-differ`],
    ],
    [
      'no front matter',
      releaseOfTexts(feedTexts({ markdown: '# A made-up claim\n' })),
      [`${markdown} front-matter`],
    ],
    [
      'front matter that is no YAML',
      releaseOfTexts(feedTexts({ markdown: '---\nkey: "made-up\n---\n' })),
      [`${markdown} front-matter`],
    ],
    [
      'a footnote that is defined nowhere',
      releaseOfTexts(
        feedTexts({
          markdown: claimMarkdown.replace('A placeholder.[^source]', 'A placeholder.[^other]'),
        }),
      ),
      [`${markdown} footnote`],
    ],
    [
      'a footnote within JSON that is defined nowhere',
      releaseOfTexts(feedTexts({ claim: { sections: [{ markdown: 'A placeholder.[^1]' }] } })),
      [`${json} footnote`],
    ],
    [
      'a withdrawn item without tombstones',
      releaseOfTexts(feedTexts(), {}),
      ['us-en/claims/fallen.json not-withdrawn', 'us-en/claims/fallen.md not-withdrawn'],
    ],
    [
      'a schema that is no schema',
      releaseOfTexts({
        ...feedTexts(),
        'schema/claim.json': JSON.stringify({
          $schema: 'https://json-schema.org/draft/2020-12/schema',
          $id: 'https://feeds.example/feeds/v1/schema/claim.json',
          type: 'objekt',
        }),
      }),
      ['schema/claim.json bad-schema', `${json} schema`],
    ],
    [
      'JSON that is none',
      releaseOfTexts({ ...feedTexts(), 'us-en/references.json': '[{' }),
      ['us-en/references.json bad-json'],
    ],
    [
      'bytes that are not those its index names',
      releaseOfTexts({ ...feedTexts(), [markdown]: `${claimMarkdown}\n` }),
      [`${markdown} wrong-digest`, `${markdown} wrong-digest`],
    ],
    [
      'media whose name is another digest',
      releaseOfTexts({ ...feedTexts(), [picturePath]: 'another picture' }),
      [`${picturePath} wrong-digest`],
    ],
    [
      'a form that is missing',
      releaseOfTexts(without(feedTexts(), markdown)),
      ['us-en/changes/1.json broken-link', `${json} broken-link`, 'us-en/index.json broken-link'],
    ],
  ])('%s is found from the store and through a server', async (_, release, expected) => {
    const { fromStore, fromUrl } = await verified(release)
    expect([...codes(fromStore)].sort()).toEqual([...expected].sort())
    expect(codes(fromUrl)).toEqual(codes(fromStore))
    expect(fromStore.ok).toBe(false)
  })

  it('says what differs, and where', async () => {
    const { fromStore } = await verified(releaseOfTexts(feedTexts({ claim: { version: 4 } })))
    expect(fromStore.problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      `${json}: Its version is 4; in us-en/index.json it is 3.`,
      `${markdown}: Its version is 3; in ${json} it is 4.`,
    ])
  })

  it('holds an item that no index lists', async () => {
    const { fromStore } = await verified(
      releaseOfTexts({
        ...feedTexts(),
        'us-en/claims/left-over.json': JSON.stringify({ ...claim, key: 'left-over' }),
        'us-en/claims/left-over.md': claimMarkdown,
      }),
    )
    expect(codes(fromStore)).toEqual([
      'us-en/claims/left-over.json not-listed',
      'us-en/claims/left-over.md not-listed',
    ])
  })

  it('still has what it says was withdrawn', async () => {
    const { fromStore, fromUrl } = await verified(
      releaseOfTexts(
        {
          ...feedTexts(),
          'us-en/claims/fallen.json': JSON.stringify({ ...claim, key: 'fallen' }),
          'us-en/claims/fallen.md': claimMarkdown,
        },
        {},
      ),
    )
    for (const verification of [fromStore, fromUrl]) {
      expect(codes(verification)).toContain('us-en/claims/fallen.json not-withdrawn')
      expect(codes(verification)).toContain('us-en/claims/fallen.md not-withdrawn')
    }
  })

  it('has an index of another release, or of another past', async () => {
    const { store, folder } = await runningServer()
    await store.commit(releaseOfTexts(feedTexts()))
    const previous = { release: 1, digest: '0'.repeat(64) }
    await store.commit({ ...releaseOfTexts(feedTexts({ index: { previous } })), expected: 1 })
    expect(codes(await verifyRelease(folder))).toEqual([
      'index.json wrong-previous',
      'index.json wrong-release',
    ])
  })

  it('has a blob that was changed on disk', async () => {
    const { store, folder } = await runningServer()
    await store.commit(releaseOfTexts(feedTexts()))
    const sha256 = sha256Hex(Buffer.from(claimMarkdown))
    await writeFile(join(folder, 'blobs', 'sha256', sha256.slice(0, 2), sha256), 'tampered')
    expect(codes(await verifyRelease(folder))).toEqual([`${markdown} blob-damaged`])
  })

  it('is served with bytes that are not those of its tag', async () => {
    const texts = feedTexts()
    const url = await listening((req, res) => {
      const path = (req.url ?? '').replace('/feeds/v1/', '')
      const text = texts[path]
      if (text === undefined) {
        res.writeHead(path.includes('fallen') ? 410 : 404).end()
        return
      }
      const etag = `"${sha256Hex(Buffer.from(path === 'index.json' ? 'other' : text))}"`
      const type = path.endsWith('.md') ? 'text/html' : 'application/json'
      res.writeHead(200, { etag, 'content-type': type }).end(text)
    })
    expect(codes(await verifyRelease(url))).toEqual([
      'index.json wrong-digest',
      `${markdown} wrong-type`,
    ])
  })

  it('sends its reader to no other server', async () => {
    let wasAsked = false
    const other = await listening((_, res) => {
      wasAsked = true
      res.end('{}')
    })
    const path = `${other}/channel.json`
    const { fromUrl } = await verified(
      releaseOfTexts(feedTexts({ index: { channels: [{ key: 'us-en', path, changes: path }] } })),
    )
    expect(codes(fromUrl)).toContain('index.json broken-link')
    expect(wasAsked).toBe(false)
  })
})

describe('what holds no release', () => {
  it('is an empty folder', async () => {
    const folder = await temporaryFolder()
    await expect(verifyRelease(folder)).rejects.toMatchObject({ name: 'SourceUnreadable' })
  })

  it('is a server without one, and an address without a server', async () => {
    const { url, feed } = await runningServer()
    await feed.refresh()
    await expect(verifyRelease(url)).rejects.toMatchObject({ name: 'SourceUnreadable' })
    await expect(verifyRelease('http://127.0.0.1:1')).rejects.toMatchObject({
      name: 'SourceUnreadable',
    })
  })

  it('is a server that knows nothing of feeds', async () => {
    const verification = await verifyRelease(
      await listening((_, res) => {
        res.writeHead(404).end()
      }),
    )
    expect(verification).toMatchObject({ ok: false, release: null })
    expect(codes(verification)).toEqual(['index.json missing'])
  })
})

function without(texts: Readonly<Texts>, ...paths: readonly string[]): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([path]) => !paths.includes(path)))
}

/** Listens for the length of a test; gives the address. */
async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  await once(server, 'listening')
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
}
