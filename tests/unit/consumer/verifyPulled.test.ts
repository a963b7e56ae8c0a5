import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type PullOptions, pullFeed, verifyRelease } from '../../../src/consumer/index.ts'
import { temporaryFolder } from '../store/temporaryFolder.ts'
import { ExampleFeed } from './exampleFeed.ts'
import { claimJson, claimMarkdown, codes } from './verified.ts'

const tombstone = 'us-en/studies/source.tombstone.json'

/** Two releases, of which the second withdraws a study, pulled into a folder. */
async function pulled(options: PullOptions = {}, feed = new ExampleFeed()): Promise<string> {
  feed.publish()
  feed.withdraw('study/source')
  feed.publish()
  const out = join(await temporaryFolder(), 'feed')
  await pullFeed(await feed.folder(), out, options)
  return out
}

async function edit(folder: string, path: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(folder, path), 'utf8')
  expect(text).toContain(from)
  await writeFile(join(folder, path), text.replace(from, to))
}

describe('a folder that was pulled', () => {
  it('is proved by what was kept with it', async () => {
    const verification = await verifyRelease(await pulled())
    expect(verification.problems).toEqual([])
    expect(verification).toMatchObject({
      ok: true,
      release: 2,
      trust: { origin: 'kept' },
      refreshedAt: expect.stringMatching(/Z$/) as string,
      past: null,
      checked: { items: 2, approvals: 2, disclaimers: 8 },
    })
    // The list of changes of the release before.
    expect(verification.leftOut).toBe(1)
  })

  it.each(['md', 'json'] as const)(
    'is proved in the form that was asked for: %s',
    async (format) => {
      const verification = await verifyRelease(await pulled({ format }))
      expect(verification.problems).toEqual([])
      expect(verification.leftOut).toBe(3)
      expect(verification.checked.items).toBe(format === 'json' ? 2 : 0)
    },
  )

  it('is proved as the release of a day', async () => {
    const asOf = new Date('2026-03-01T12:00:00Z')
    const verification = await verifyRelease(await pulled({ asOf }))
    expect(verification).toMatchObject({ ok: true, release: 1, checked: { items: 3 } })
  })

  it.each<[string, (folder: string) => Promise<void>, string[]]>([
    [
      'a file that was changed',
      (folder) => edit(folder, claimMarkdown, 'Ask a doctor.', 'Ask a friend.'),
      [`${claimMarkdown} tampered`],
    ],
    [
      'a list that was changed',
      (folder) => edit(folder, 'us-en/references.json', 'source', 'other'),
      ['us-en/references.json tampered'],
    ],
    ['a file that has gone', (folder) => rm(join(folder, claimJson)), [`${claimJson} missing`]],
    [
      'a file of somebody else',
      async (folder) => {
        await mkdir(join(folder, 'us-en/articles'))
        await writeFile(join(folder, 'us-en/articles/cure.md'), 'Buy this.\n')
      },
      ['us-en/articles/cure.md not-in-release'],
    ],
    [
      'a tombstone that has gone',
      (folder) => rm(join(folder, tombstone)),
      [`${tombstone} missing`],
    ],
    [
      'a tombstone that says something else',
      (folder) => edit(folder, tombstone, 'Made up.', 'Sold out.'),
      [`${tombstone} tampered`],
    ],
    [
      'an item that came back',
      (folder) => writeFile(join(folder, 'us-en/studies/source.md'), 'Here I am.\n'),
      ['us-en/studies/source.md not-in-release'],
    ],
    [
      'a lock of another release',
      (folder) => edit(folder, 'citegate.lock.json', '"release": 2', '"release": 3'),
      ['metadata state-damaged'],
    ],
    [
      'metadata that was changed',
      (folder) => edit(folder, '.tuf/targets.json', '"release":2', '"release":3'),
      ['metadata tampered'],
    ],
  ])('is found out by %s', async (_, damage, expected) => {
    const folder = await pulled()
    await damage(folder)
    const verification = await verifyRelease(folder)
    expect(codes(verification)).toEqual(expected)
  })

  it('is held against the root that was given', async () => {
    const trustedRoot = new ExampleFeed().publish().repository.objects.get('metadata/1.root.json')
    const folder = await pulled()
    const verification = await verifyRelease(folder, trustedRoot ? { trustedRoot } : {})
    expect(codes(verification)).toEqual(['metadata wrong-key'])
  })

  it('has no history to be asked for', async () => {
    const folder = await pulled()
    await expect(verifyRelease(folder, { since: 1 })).rejects.toMatchObject({
      name: 'WrongQuestion',
    })
  })
})
