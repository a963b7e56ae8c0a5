import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '../../src/env.ts'
import { pullFeed, verifyRelease } from '../../src/consumer/index.ts'
import { openStore } from '../../src/store/index.ts'
import { readFile, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { readXml } from '../unit/feeds/forms/readXml.ts'
import { temporaryFolder } from '../unit/store/temporaryFolder.ts'
import type { Citegate } from './support/citegate.ts'
import { startCitegate } from './support/citegate.ts'
import type { ServedFeed } from './support/servedFeed.ts'
import { servedFeed } from './support/servedFeed.ts'
import type { Newsroom } from './support/newsroom.ts'
import {
  claimDraft,
  documentOf,
  liveStudy,
  newsroom,
  publishSigned,
  review,
  therapyDraft,
  usChannel,
} from './support/newsroom.ts'
import { publishAndLook } from './support/publishAndLook.ts'

let citegate: Citegate
let people: Newsroom
let feed: ServedFeed
let first: { id: string; key: string }
let second: { id: string; key: string }

const statement = 'In 1 trial, <b>50 of 100</b> people & more had 10⁹ cells/L; ]]> {p} < 0.05 \\o/.'

beforeAll(async () => {
  citegate = await startCitegate()
  people = await newsroom(citegate)
  await usChannel(people.admin)
  const therapy = await therapyDraft(people.editor, 'invented-therapy')
  const study = await liveStudy(people.editor, { title: 'A trial of 5 % & {more} $ _ #' })
  first = await claimDraft(people.editor, therapy.id, study.id)
  second = await claimDraft(people.editor, therapy.id, study.id, { statement })
  for (const { id } of [first, second]) await publishSigned(people, 'claims', id)
  feed = servedFeed()
})

afterAll(async () => {
  feed.close()
  await citegate.stop()
})

const get = (file: string) => feed.get(file)

interface JsonFeed {
  readonly items: readonly {
    readonly id: string
    readonly title: string
    readonly content_text: string
    readonly date_modified: string
  }[]
  readonly _citegate: { readonly tombstones: readonly Record<string, string>[] }
}

async function forms() {
  const json = await get('us-en/feed.json')
  const atom = await get('us-en/atom.xml')
  const bib = await get('us-en/references.bib')
  return {
    json: JSON.parse(json.text) as JsonFeed,
    atom: readXml(atom.text),
    texts: [json.text, atom.text, bib.text],
    types: [json, atom, bib].map(({ headers }) => headers['content-type']),
    bib: bib.text,
  }
}

const deletedIn = ({ atom }: Awaited<ReturnType<typeof forms>>) =>
  atom.children.filter(({ name }) => name.endsWith(' deleted-entry'))
const entriesIn = ({ atom }: Awaited<ReturnType<typeof forms>>) =>
  atom.children.filter(({ name }) => name.endsWith(' entry'))

describe('the feeds of a channel', () => {
  let before: Awaited<ReturnType<typeof forms>>

  it('carry what is live, whatever it holds, each as its media type', async () => {
    await publishAndLook(citegate.payload)
    before = await forms()
    expect(before.types).toEqual([
      'application/feed+json',
      'application/atom+xml',
      'application/x-bibtex; charset=utf-8',
    ])
    expect(before.json.items.map(({ title }) => title)).toContain(statement)
    expect(before.json._citegate.tombstones).toEqual([])
    const titles = entriesIn(before).flatMap(({ children }) =>
      children.filter(({ name }) => name.endsWith(' title')).map(({ text }) => text),
    )
    expect(titles.toSorted()).toEqual(before.json.items.map(({ title }) => title).toSorted())
    expect(before.bib).toContain('title = {{A trial of 5 \\% \\& \\{more\\} \\$ \\_ \\#}}')
  })

  it('stay as they are, byte for byte, when another release changes nothing in them', async () => {
    const channel = { title: 'Great Britain, English', jurisdiction: 'gb', language: 'en' }
    documentOf(await people.admin.post('/channels', { key: 'gb-en', ...channel }))
    const report = await publishAndLook(citegate.payload)
    expect(report.outcome).toBe('released')
    expect((await forms()).texts).toEqual(before.texts)
  })

  it('say what was withdrawn, when and why, and carry it no more', async () => {
    await review(people.editor, 'claims', first.id, 'withdraw', {
      kind: 'evidence',
      reason: 'Counted <twice> & wrongly.',
    })
    await publishAndLook(citegate.payload)
    const now = await forms()
    const id = `${env.publisher.publicUrl}/feeds/v1/us-en/claims/${first.key}.json`
    expect(now.json.items.map((item) => item.id)).not.toContain(id)
    expect(now.json._citegate.tombstones).toMatchObject([
      { id, reason: 'Counted <twice> & wrongly.' },
    ])
    const [gone, ...others] = deletedIn(now)
    expect(others).toEqual([])
    expect(gone?.attributes).toMatchObject({
      ref: id,
      when: now.json._citegate.tombstones[0]?.['at'],
    })
    expect(gone?.children[0]?.text).toBe('Counted <twice> & wrongly.')
    expect(entriesIn(now)).toHaveLength(entriesIn(before).length - 1)
  })

  it('say it again in the next release, in which something else has changed', async () => {
    const earlier = await forms()
    const study = await liveStudy(people.editor)
    const therapy = await therapyDraft(people.editor, 'another-therapy')
    const third = await claimDraft(people.editor, therapy.id, study.id)
    await publishSigned(people, 'claims', third.id)
    await publishAndLook(citegate.payload)
    const now = await forms()
    expect(deletedIn(now)).toEqual(deletedIn(earlier))
    expect(now.json.items[0]?.id).toContain(third.key)
    expect(now.json.items.slice(1)).toEqual(earlier.json.items)
  })

  it('take the withdrawn claim in again when it returns, as newer than its tombstone', async () => {
    const stone = (await forms()).json._citegate.tombstones[0]
    const back = (action: string, person = people.editor) =>
      review(person, 'claims', first.id, action, { reason: 'It was right.' })
    const steps = [
      ...[await back('submit'), await back('approve', people.secondReviewer)],
      await back('reinstate'),
    ]
    expect(steps.at(-1)?.status).toBe(200)
    await publishAndLook(citegate.payload)
    const now = await forms()
    const entry = now.json.items.find(({ id }) => id.includes(first.key))
    expect(deletedIn(now)).toEqual([])
    expect(Date.parse(entry?.date_modified ?? '')).toBeGreaterThan(Date.parse(stone?.['at'] ?? ''))
  })

  it('are verified, and pulled by those who ask for all', async () => {
    const store = openStore(env.storeLocation, env)
    const { problems } = await verifyRelease(store.place)
    expect(problems).toEqual([])
    const folder = path.join(await temporaryFolder(), 'feed')
    await pullFeed(store.place, folder)
    expect(await readdir(path.join(folder, 'us-en'))).not.toContain('feed.json')
    expect(await verifyRelease(folder)).toMatchObject({ problems: [] })
    await pullFeed(store.place, folder, { format: 'all' })
    expect(await verifyRelease(folder)).toMatchObject({ problems: [] })
    const { texts } = await forms()
    const pulled = await Promise.all(
      ['feed.json', 'atom.xml', 'references.bib'].map((file) =>
        readFile(path.join(folder, 'us-en', file), 'utf8'),
      ),
    )
    expect(pulled).toEqual(texts)
    expect(await readFile(path.join(folder, 'llms.txt'), 'utf8')).toContain('us-en/atom.xml')
    await rm(path.join(folder, 'us-en/feed.json'))
    const { problems: missed } = await verifyRelease(folder)
    expect(missed.map(({ code, path: at }) => [code, at])).toContainEqual([
      'missing',
      'us-en/feed.json',
    ])
  })

  it('go when their channel goes', async () => {
    // Nobody can delete one; an administrator of the database could.
    const where = { key: { equals: 'us-en' } }
    await citegate.payload.db.deleteOne({ collection: 'channels', where })
    await publishAndLook(citegate.payload)
    for (const file of ['feed.json', 'atom.xml', 'references.bib']) {
      expect((await get(`us-en/${file}`)).status).toBe(404)
      expect((await get(`gb-en/${file}`)).status).toBe(200)
    }
    expect((await get('llms.txt')).text).not.toContain('us-en')
  })
})
