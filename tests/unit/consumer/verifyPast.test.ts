import { describe, expect, it } from 'vitest'
import { ExampleFeed } from './exampleFeed.ts'
import { at, channelIndex, codes, verified } from './verified.ts'

/** Three releases; in the second a study is changed, in the third it is withdrawn. */
function history(): ExampleFeed {
  const feed = new ExampleFeed().publish()
  unlinked(feed)
  feed.publish()
  feed.withdraw('study/source')
  return feed
}

function unlinked(feed: ExampleFeed): void {
  const study = feed.study
  study.json.version = 4
  study.markdown = study.markdown.replace('version: 3', 'version: 4')
}

describe('the past of a release', () => {
  it('is looked at as far as it is held', async () => {
    expect(await verified(history().publish())).toMatchObject({
      ok: true,
      release: 3,
      past: { backTo: 1, end: null, listsGone: 0 },
      problems: [],
    })
  })

  it('is said to be looked at no further than it is held', async () => {
    const feed = history().publish()
    feed.repository.objects.delete('metadata/1.targets.json')
    expect(await verified(feed)).toMatchObject({
      ok: true,
      past: { backTo: 2, end: { release: 1, reason: 'gone' } },
    })
    const name = [...feed.repository.objects.keys()].find((each) =>
      /targets\/us-en\/changes\/.*2\.json/.test(each),
    )
    feed.repository.objects.delete(name ?? '')
    expect(await verified(feed)).toMatchObject({ past: { backTo: 2, listsGone: 1 } })
  })

  it('has every withdrawal as a tombstone, and misses one that was dropped', async () => {
    const feed = history().publish()
    feed.publish({ channel: (list) => (list.tombstones = []) })
    const { problems } = await verified(feed)
    expect(problems).toEqual([
      {
        path: channelIndex,
        code: 'forgotten',
        message:
          'Release 3 knows study/source. It is neither live now, nor does it have a tombstone.',
      },
    ])
  })

  it('misses an item that left without a word', async () => {
    const feed = history()
    feed.tombstones.pop()
    expect(codes(await verified(feed.publish()))).toEqual([`${channelIndex} forgotten`])
  })

  it('misses what only a list of changes knows', async () => {
    const feed = new ExampleFeed().publish()
    feed.publish({
      changes: ({ withdrawals }) => withdrawals.push({ kind: 'claim', key: 'fleeting' }),
    })
    feed.publish()
    expect(codes(await verified(feed))).toEqual([`${channelIndex} forgotten`])
  })

  it('misses a channel', async () => {
    const feed = new ExampleFeed().publish()
    feed.publish({ index: (index) => (index.channels = []) })
    expect(codes(await verified(feed))).toContain('index.json forgotten')
  })

  it.each([
    ['drops a change', 'pop', ['us-en/changes/2.json changes-differ']],
    ['makes one up', 'push', ['us-en/changes/2.json changes-differ']],
  ] as const)('shows that the list of changes %s', async (_, how, expected) => {
    const feed = new ExampleFeed().publish()
    unlinked(feed)
    feed.publish({
      changes: ({ upserts }) => {
        if (how === 'pop') upserts.pop()
        else upserts.push({ ...at(upserts, 0), key: 'placebo', kind: 'therapy' })
      },
    })
    expect(codes(await verified(feed))).toEqual(expected)
  })

  it('cannot be rewritten in a list of changes', async () => {
    const feed = history()
    feed.publish({
      files: (files) => {
        const path = 'us-en/changes/2.json'
        files.set(path, (files.get(path) ?? '').replace('"upserts": [', '"upserts": [ '))
      },
    })
    expect(codes(await verified(feed))).toEqual(['us-en/changes/2.json rewritten'])
  })
})

describe('the chain of releases', () => {
  it('is walked back to the release that somebody has seen', async () => {
    const feed = history().publish()
    const { ok, chain, digest } = await verified(feed, { since: 2 })
    expect(ok).toBe(true)
    expect(chain?.map(({ release }) => release)).toEqual([3, 2])
    expect(chain?.[0]?.digest).toBe(digest)
    expect((await verified(feed)).chain).toBeNull()
  })

  it.each<[string, (feed: ExampleFeed) => unknown, string, RegExp]>([
    [
      'an index that names another release before it',
      (feed) =>
        feed.publish({
          index: (index) => (index.previous = { release: 2, digest: '0'.repeat(64) }),
        }),
      'index.json chain-broken',
      /^The index of release 3 names release 2 \(0{64}\) as the one before; signed was release 2/,
    ],
    [
      'an index that names none before it',
      (feed) => feed.publish({ index: (index) => (index.previous = undefined) }),
      'index.json chain-broken',
      /names release undefined/,
    ],
    [
      'metadata that names other metadata before it',
      (feed) =>
        feed.publish({
          mark: (mark) => (mark.previous = { release: 2, version: 2, sha256: '0'.repeat(64) }),
        }),
      'metadata/targets.json chain-broken',
      /2\.targets\.json/,
    ],
    [
      'metadata that claims to be the first',
      (feed) => feed.publish({ mark: (mark) => (mark.previous = null) }),
      'index.json chain-broken',
      /signed as that of the first/,
    ],
    [
      'metadata of the past that was replaced',
      (feed) => {
        feed.publish()
        const { objects } = feed.repository
        objects.set('metadata/1.targets.json', Buffer.from('{}'))
      },
      'metadata/targets.json chain-broken',
      /1\.targets\.json/,
    ],
    [
      'metadata of the past that has gone',
      (feed) => {
        feed.publish()
        feed.repository.objects.delete('metadata/1.targets.json')
      },
      'metadata/targets.json chain-broken',
      /ends before release 1/,
    ],
    [
      'an index of the past that has gone',
      (feed) => {
        feed.publish()
        const { objects } = feed.repository
        const indexes = [...objects.keys()].filter((name) =>
          /^targets\/[0-9a-f]{64}\.index\.json$/.test(name),
        )
        objects.delete(indexes[0] ?? '')
      },
      'index.json chain-broken',
      /index of release 1 is not held any more.*ends before release 1/,
    ],
  ])('is broken by %s', async (_, damage, code, message) => {
    const feed = history()
    damage(feed)
    const verification = await verified(feed, { since: 1 })
    expect(codes(verification)).toContain(code)
    expect(
      verification.problems.find((problem) => `${problem.path} ${problem.code}` === code)?.message,
    ).toMatch(message)
  })

  it('does not hold a release that somebody has seen and that was never made', async () => {
    const verification = await verified(history().publish(), { since: 9 })
    expect(codes(verification)).toEqual(['index.json rolled-back'])
  })
})

describe('the release of a day', () => {
  it('is found by when it was made, and proved', async () => {
    const feed = history().publish()
    const asOf = new Date('2026-03-02T12:00:00Z')
    const verification = await verified(feed, { asOf })
    expect(verification).toMatchObject({
      ok: true,
      release: 2,
      createdAt: '2026-03-02T10:00:00.000Z',
      past: { backTo: 1 },
    })
    expect(verification.checked.items).toBe(3)
    expect((await verified(feed, { asOf: new Date('2026-03-03T10:00:00Z') })).release).toBe(3)
  })

  it('was no release before the first', async () => {
    const asOf = new Date('2026-02-01T00:00:00Z')
    await expect(verified(history().publish(), { asOf })).rejects.toMatchObject({
      name: 'WrongQuestion',
      message: expect.stringContaining('2026-03-01T10:00:00.000Z') as string,
    })
  })

  it('is said not to be kept where it is not', async () => {
    const feed = history().publish()
    const asOf = new Date('2026-03-02T12:00:00Z')
    const { objects } = feed.repository
    const gone = [...objects.keys()].filter((name) => name.endsWith('.source.md')).slice(0, 2)
    for (const name of gone) objects.delete(name)
    const verification = await verified(feed, { asOf })
    expect(codes(verification)).toEqual(['index.json not-kept'])
    expect(verification).toMatchObject({ release: 2, leftOut: 1 })
  })

  it('has its flaws found as well', async () => {
    const feed = new ExampleFeed()
    feed.claim.json.approvals = []
    at(feed.page.json.claims, 0).approvals = []
    feed.publish()
    const asOf = new Date('2026-03-01T12:00:00Z')
    feed.items.delete('claim/less-pain')
    feed.publish()
    expect(codes(await verified(feed, { asOf }))).toEqual([
      'us-en/claims/less-pain.json not-approved',
    ])
  })
})
