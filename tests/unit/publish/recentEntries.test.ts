import { describe, expect, it } from 'vitest'
import { exampleChannel } from '../../../src/domain/rules/index.ts'
import type { ChannelLists, FeedEntry, IndexItem } from '../../../src/feeds/index.ts'
import { digestOf, emptyLists, itemPaths, mostRecent, nextLists } from '../../../src/feeds/index.ts'
import { recentEntries } from '../../../src/publish/recentEntries.ts'
import { RecentForms } from '../../../src/publish/recentForms.ts'
import { publisher } from '../feeds/exampleFeed.ts'

const channel = exampleChannel()
const occasion = {
  ...{ release: 2, now: new Date('2026-03-01T00:00:00Z'), withheld: [] },
  logOf: () => [],
}

interface Made {
  readonly listed: IndexItem
  readonly json: string
  readonly markdown: string
}

/** A claim that changed in a minute of 9 or 10 o'clock. */
function claim(number: number, words = 'Words.'): Made {
  return item('claim', number, words)
}

function item(kind: 'claim' | 'therapy', number: number, words = 'Words.'): Made {
  const key = `${kind}-${String(number)}`
  const json = JSON.stringify({
    ...{ kind, key, language: 'en', therapy: { key: 'x' }, conditions: [], disclaimers: [] },
    ...{ contentHash: `cg1-${'0'.repeat(64)}`, fictitiousSigners: false },
  })
  const markdown = `---\ntitle: ${key}\n---\n\n${words}\n`
  const minute = String(number % 60).padStart(2, '0')
  const listed: IndexItem = {
    ...{ kind, key, title: key, version: 1 },
    paths: itemPaths(channel.key, { kind, key }),
    digests: { json: digestOf(json), markdown: digestOf(markdown) },
    modified: `2026-01-14T${number < 60 ? '09' : '10'}:${minute}:00.000Z`,
  }
  return { listed, json, markdown }
}

const claims = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => claim(from + index))

function listsOf(made: readonly Made[], before: ChannelLists = emptyLists): ChannelLists {
  const items = made.map(({ listed }) => listed)
  const change = { channel, isAffected: () => true, items, references: [], refusals: [] }
  return nextLists(before, change, occasion)
}

function rendered(made: readonly Made[]): RecentForms {
  const forms = new RecentForms()
  for (const { listed, json, markdown } of made) {
    const form = (path: string, body: string) => ({
      ...{ path, contentType: '', body: new TextEncoder().encode(body) },
    })
    const { paths } = listed
    const written = { json: form(paths.json, json), markdown: form(paths.markdown, markdown) }
    forms.add(listed, { channel: channel.key, ...written })
  }
  return forms
}

/** What an earlier release has; remembers what was read of it. */
function store(made: readonly Made[]) {
  const files = new Map(
    made.flatMap(({ listed: { paths, digests }, json, markdown }) => [
      [`${paths.json} ${digests.json}`, json],
      [`${paths.markdown} ${digests.markdown}`, markdown],
    ]),
  )
  const read: string[] = []
  const before = (path: string, sha256: string) => {
    read.push(path)
    return Promise.resolve(files.get(`${path} ${sha256}`))
  }
  return { files: { before }, read }
}

const keys = (entries: readonly FeedEntry[]) => entries.map(({ _citegate: { key } }) => key)

describe('the newest entries of a channel', () => {
  it('are the newest of what was rendered, the newest first, however many that is', async () => {
    const made = claims(0, 119)
    const { files } = store([])
    for (const order of [made, made.toReversed()]) {
      const sources = { files, forms: rendered(order), before: undefined, publisher }
      const entries = await recentEntries(channel, listsOf(made), sources)
      expect(keys(entries)).toEqual(
        Array.from({ length: mostRecent }, (_, index) => `claim-${String(118 - index)}`),
      )
    }
  })

  it('are the first by kind and key of those that changed at one instant', async () => {
    const modified = '2026-01-14T09:00:00.000Z'
    const all = [...claims(0, 119), item('therapy', 1), item('therapy', 2)].map((one) => ({
      ...one,
      listed: { ...one.listed, modified },
    }))
    const { files } = store([])
    for (const order of [all, all.toReversed()]) {
      const sources = { files, forms: rendered(order), before: undefined, publisher }
      const entries = await recentEntries(channel, listsOf(all), sources)
      expect(entries).toHaveLength(mostRecent)
      expect(keys(entries).slice(0, 3)).toEqual(['therapy-1', 'therapy-2', 'claim-0'])
    }
  })

  it('are taken over where nothing has changed, and nothing is read for them', async () => {
    const made = claims(0, 60)
    const lists = listsOf(made)
    const all = { files: store([]).files, forms: rendered(made), before: undefined, publisher }
    const recent = await recentEntries(channel, lists, all)
    const { files, read } = store(made)
    const before = { ...lists, recent }
    const sources = { files, forms: new RecentForms(), before, publisher }
    expect(await recentEntries(channel, lists, sources)).toEqual(recent)
    expect(read).toEqual([])
  })

  it('are written anew where an item has changed', async () => {
    const made = claims(0, 10)
    const lists = listsOf(made)
    const all = { files: store([]).files, forms: rendered(made), before: undefined, publisher }
    const recent = await recentEntries(channel, lists, all)
    const changed = claim(4, 'Other words.')
    const now = listsOf([...claims(0, 4), changed, ...claims(5, 10)], lists)
    const sources = { files: store(made).files, forms: rendered([changed]), publisher }
    const entries = await recentEntries(channel, now, { ...sources, before: { ...lists, recent } })
    expect(entries.find(({ _citegate }) => _citegate.key === 'claim-4')?.content_text).toBe(
      'Other words.',
    )
    expect(entries).toHaveLength(10)
  })

  it('take in from the release before what moves up when a newer item leaves', async () => {
    const made = claims(0, mostRecent + 2)
    const lists = listsOf(made)
    const all = { files: store([]).files, forms: rendered(made), before: undefined, publisher }
    const recent = await recentEntries(channel, lists, all)
    const left = made.slice(0, -1)
    const { files, read } = store(made)
    const before = { ...lists, recent }
    const sources = { files, forms: new RecentForms(), before, publisher }
    const entries = await recentEntries(channel, listsOf(left, lists), sources)
    expect(keys(entries)).toEqual([...keys(recent).slice(1), 'claim-1'])
    expect(read).toEqual(['us-en/claims/claim-1.json', 'us-en/claims/claim-1.md'])
    const whole = { ...all, forms: rendered(left) }
    expect(await recentEntries(channel, listsOf(left, lists), whole)).toEqual(entries)
  })

  it('do not tell of an item whose forms are nowhere to be had', async () => {
    const made = claims(0, 3)
    const sources = { files: store(made.slice(1)).files, forms: new RecentForms() }
    const entries = await recentEntries(channel, listsOf(made), {
      ...{ ...sources, before: undefined, publisher },
    })
    expect(keys(entries)).toEqual(['claim-2', 'claim-1'])
  })
})
