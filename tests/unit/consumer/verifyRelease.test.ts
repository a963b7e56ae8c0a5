import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyRelease } from '../../../src/consumer/index.ts'
import { sha256Hex, targetName } from '../../../src/store/index.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import { ExampleFeed, type ReleaseEdits } from './exampleFeed.ts'
import type { ExampleItem } from './exampleTypes.ts'
import { picturePath, root } from './exampleItems.ts'
import { repositoryServer } from './repositoryServer.ts'
import { roleKeys } from './tufRepository.ts'
import {
  at,
  channelIndex,
  claimJson,
  claimMarkdown,
  codes,
  pageJson,
  pageMarkdown,
  studyJson,
  verified,
} from './verified.ts'

describe('a release that is in order', () => {
  it('is proved, and it is said how much was looked at', async () => {
    const feed = new ExampleFeed().publish()
    expect(await verified(feed)).toMatchObject({
      ok: true,
      release: 1,
      createdAt: '2026-03-01T10:00:00.000Z',
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      trust: { origin: 'first-use', rootVersion: 1 },
      checked: { files: 18, schemas: 7, links: 35, items: 3, approvals: 2, disclaimers: 8 },
      leftOut: 0,
      past: { backTo: 1, end: null, listsGone: 0 },
      problems: [],
    })
  })

  it('is proved the same through a web server', async () => {
    const feed = new ExampleFeed().publish()
    const { url } = await repositoryServer(feed.repository)
    expect(await verifyRelease(url)).toEqual({ ...(await verified(feed)), serving: 'store' })
  })

  it('tells how far it is', async () => {
    const steps: string[] = []
    await verified(new ExampleFeed().publish(), {
      progress: { onFile: (done, known) => steps.push(`${String(done)}/${String(known)}`) },
    })
    expect(steps[0]).toBe('1/18')
    expect(steps.at(-1)).toBe('18/18')
  })

  it('is trusted by the root that was given', async () => {
    const feed = new ExampleFeed().publish()
    const trustedRoot = feed.repository.objects.get('metadata/1.root.json') ?? Buffer.of()
    expect((await verified(feed, { trustedRoot })).trust).toMatchObject({ origin: 'given' })
    const other = new ExampleFeed().publish()
    expect(codes(await verified(other, { trustedRoot }))).toEqual(['metadata wrong-key'])
  })
})

describe('a release whose files are not in order', () => {
  it.each<[string, (feed: ExampleFeed) => ReleaseEdits | undefined, string[]]>([
    [
      'JSON that its schema does not allow',
      (feed) => void (feed.study.json.url = 'no address'),
      [`${studyJson} schema`],
    ],
    [
      'JSON that names a schema nobody serves',
      (feed) => void (feed.study.json.$schema = 'https://feeds.example/other.json'),
      [`${studyJson} schema`],
    ],
    [
      'JSON that names no schema',
      (feed) => void (feed.study.json.$schema = undefined),
      [`${studyJson} no-schema`],
    ],
    [
      'a link to a file that is not there',
      (feed) => void (feed.study.json.about = `${root}us-en/claims/never.json`),
      [`${studyJson} broken-link`],
    ],
    [
      'a link in Markdown that leads nowhere',
      (feed) => void (feed.study.markdown += '\n[See](never.md).\n'),
      ['us-en/studies/source.md broken-link'],
    ],
    [
      'a link in Markdown within JSON that leads nowhere',
      (feed) => void (feed.study.json.note = { markdown: '[See](never.md).' }),
      [`${studyJson} broken-link`],
    ],
    [
      'a footnote that is defined nowhere',
      (feed) => void (feed.study.markdown += '\nSee.[^other]\n'),
      ['us-en/studies/source.md footnote'],
    ],
    [
      'a footnote within JSON that is defined nowhere',
      (feed) => void (feed.study.json.note = { markdown: 'See.[^1]' }),
      [`${studyJson} footnote`],
    ],
    [
      'front matter that says another version',
      (feed) => replace(feed.claim, 'version: 3', 'version: 2'),
      [`${claimMarkdown} forms-differ`],
    ],
    [
      'a version that is a text',
      (feed) => replace(feed.claim, 'version: 3', 'version: "3"'),
      [`${claimMarkdown} forms-differ`],
    ],
    [
      'front matter without a content hash',
      (feed) => replace(feed.claim, /contentHash.*\n/, ''),
      [`${claimMarkdown} forms-differ`],
    ],
    [
      'front matter without its reviewer',
      (feed) => replace(feed.claim, 'Rita Reviewer, MD', 'Rita Reviewerson'),
      [`${claimMarkdown} forms-differ`],
    ],
    [
      'no front matter',
      (feed) => void (feed.study.markdown = 'A source.\n'),
      ['us-en/studies/source.md front-matter'],
    ],
    [
      'front matter that is no YAML',
      (feed) => void (feed.study.markdown = '---\nkey: "source\n---\n'),
      ['us-en/studies/source.md front-matter'],
    ],
    [
      'an index that says another title',
      () => ({ channel: ({ items }) => (at(items, 1).title = 'Another') }),
      [`${studyJson} forms-differ`],
    ],
    [
      'a schema that is no schema',
      () => ({ files: (files) => edited(files, 'schema/study.json', 'object', 'objekt') }),
      [`schema/study.json bad-schema`, 'schema/study.json wrong-digest', `${studyJson} schema`],
    ],
    [
      'JSON that is none',
      () => ({ files: (files) => files.set('us-en/references.json', '[{') }),
      ['us-en/references.json bad-json', 'us-en/references.json wrong-digest'],
    ],
    [
      'media whose name is another digest',
      () => ({ files: (files) => files.set(picturePath, 'another picture') }),
      [`${picturePath} wrong-digest`],
    ],
    [
      'a form that is missing',
      () => ({ files: (files) => files.delete(claimMarkdown) }),
      [
        `${claimJson} broken-link`,
        `${claimMarkdown} missing`,
        `${channelIndex} broken-link`,
        `${pageJson} broken-link`,
        `${pageMarkdown} broken-link`,
      ],
    ],
    [
      'an item that no index lists',
      () => ({ channel: (list) => (list.items = list.items.filter(isNoStudy)) }),
      [
        'us-en/changes/1.json changes-differ',
        `${studyJson} not-listed`,
        'us-en/studies/source.md not-listed',
      ],
    ],
    [
      'an item that is listed twice',
      () => ({ channel: ({ items }) => items.push(at(items, 1)) }),
      [`${channelIndex} listed-twice`],
    ],
    [
      'an item that is listed at a path of its own',
      () => ({ channel: ({ items }) => (at(items, 1).paths.json = 'us-en/studies/other.json') }),
      [`${channelIndex} wrong-path`],
    ],
    [
      'media that an index names and nobody has',
      () => ({ channel: ({ items }) => (at(items, 1).media = ['media/none.png']) }),
      [`${channelIndex} broken-link`],
    ],
  ])('is found out: %s', async (_, damage, expected) => {
    const feed = new ExampleFeed()
    const edits = damage(feed)
    const verification = await verified(feed.publish(edits ?? {}))
    expect(codes(verification).sort()).toEqual(expected.sort())
    expect(verification.ok).toBe(false)
  })

  it('is told by what differs, and where', async () => {
    const feed = new ExampleFeed()
    feed.study.json.version = 4
    const { problems } = await verified(
      feed.publish({ channel: ({ items }) => (at(items, 1).version = 3) }),
    )
    expect(problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      `${studyJson}: Its version is 4; in us-en/index.json it is 3.`,
      `us-en/studies/source.md: Its version is 3; in ${studyJson} it is 4.`,
    ])
  })
})

describe('lists that do not pin what they list', () => {
  it.each<[string, ReleaseEdits, string[]]>([
    [
      'an index without the digests of a channel',
      { index: ({ channels }) => (at(channels, 0).digests = undefined) },
      ['index.json not-pinned'],
    ],
    [
      'an index without the digest of a schema',
      { index: ({ schemaDigests }) => (schemaDigests.claim = undefined) },
      ['index.json not-pinned'],
    ],
    [
      'an index that names another digest for a list',
      {
        index: ({ channels }) =>
          Object.assign(at(channels, 0).digests ?? {}, { references: '0'.repeat(64) }),
      },
      ['us-en/references.json wrong-digest'],
    ],
    [
      'an item that was changed after it was listed',
      { files: (files) => edited(files, studyJson, 'placeholder', 'other') },
      [`${studyJson} wrong-digest`],
    ],
    [
      'a list of changes that does not name a change',
      { changes: (list) => list.upserts.pop() },
      ['us-en/changes/1.json changes-differ'],
    ],
    [
      'a list of changes with other digests',
      { changes: ({ upserts }) => (at(upserts, 0).digests = {}) },
      ['us-en/changes/1.json changes-differ'],
    ],
    [
      'a list of changes with a withdrawal that is none',
      { changes: ({ withdrawals }) => withdrawals.push({ kind: 'claim', key: 'less-pain' }) },
      ['us-en/changes/1.json changes-differ'],
    ],
    [
      'an index of another release',
      { index: (index) => (index.release = 7) },
      ['index.json wrong-release'],
    ],
  ])('are found out: %s', async (_, edits, expected) => {
    const feed = new ExampleFeed().publish(edits)
    expect(codes(await verified(feed))).toEqual(expected)
  })
})

describe('what holds no release', () => {
  it('is an empty folder, and an address without a server', async () => {
    await expect(verifyRelease(await temporaryFolder())).rejects.toMatchObject({
      name: 'FeedUnreachable',
    })
    await expect(verifyRelease('http://127.0.0.1:1')).rejects.toMatchObject({
      name: 'FeedUnreachable',
    })
  })
})

describe('a release that was tampered with', () => {
  it('is found out by one byte of one file', async () => {
    const feed = new ExampleFeed().publish()
    const folder = await feed.folder()
    const text = feed.claim.markdown
    const file = join(folder, targetName(claimMarkdown, sha256Hex(Buffer.from(text))))
    const bytes = await readFile(file)
    bytes[bytes.length - 10] = 33
    await writeFile(file, bytes)
    expect(codes(await verifyRelease(folder))).toEqual([`${claimMarkdown} tampered`])
  })

  it('is found out by a file that ends early or has gone', async () => {
    const feed = new ExampleFeed().publish()
    const { objects } = feed.repository
    const name = [...objects.keys()].find((each) => each.endsWith('.source.md')) ?? ''
    objects.set(name, Buffer.from('---'))
    expect(codes(await verified(feed))).toEqual(['us-en/studies/source.md tampered'])
    objects.delete(name)
    expect(codes(await verified(feed))).toEqual(['us-en/studies/source.md missing'])
  })

  it('is found out when somebody else has signed it', async () => {
    const feed = new ExampleFeed().publish()
    const { repository } = feed
    const own = repository.keys
    repository.keys = { ...roleKeys(), root: own.root }
    feed.publish()
    const verification = await verified(feed)
    expect(codes(verification)).toEqual(['metadata wrong-key'])
    expect(verification).toMatchObject({ ok: false, release: null })
  })

  it('is found out when it has expired', async () => {
    const now = new Date(Date.now() + 40 * 86_400_000)
    expect(codes(await verified(new ExampleFeed().publish(), { now }))).toEqual(['metadata frozen'])
  })
})

function replace(item: ExampleItem, from: string | RegExp, to: string): undefined {
  expect(item.markdown).toMatch(from)
  item.markdown = item.markdown.replace(from, to)
}

function edited(files: Map<string, string>, path: string, from: string, to: string): void {
  const text = files.get(path) ?? ''
  expect(text).toContain(from)
  files.set(path, text.replace(from, to))
}

function isNoStudy({ kind }: { readonly kind: string }): boolean {
  return kind !== 'study'
}
