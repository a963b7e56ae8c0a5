import { existsSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '../../src/env.ts'
import { publishAndLook } from './support/publishAndLook.ts'
import { openRelease } from '../../src/repository/index.ts'
import { openStore } from '../../src/store/index.ts'
import type { Citegate } from './support/citegate.ts'
import { startCitegate } from './support/citegate.ts'
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
import type { ServedFeed } from './support/servedFeed.ts'
import { servedFeed } from './support/servedFeed.ts'

let citegate: Citegate
let people: Newsroom
let feed: ServedFeed
let therapy: { id: string; key: string }

beforeAll(async () => {
  citegate = await startCitegate()
  people = await newsroom(citegate)
  await usChannel(people.admin)
  therapy = await therapyDraft(people.editor, 'invented-therapy')
  feed = servedFeed()
})

afterAll(async () => {
  feed.close()
  await citegate.stop()
})

const get = (path: string) => feed.get(path)

const liveClaim = async (fields: Record<string, unknown> = {}) => {
  const study = await liveStudy(people.editor)
  const claim = await claimDraft(people.editor, therapy.id, study.id, fields)
  await publishSigned(people, 'claims', claim.id)
  return { ...claim, study }
}

const logOf = async (subject: string) => {
  const { docs } = await citegate.payload.find({
    collection: 'reviews',
    where: { subject: { equals: subject } },
    sort: 'sequence',
    limit: 0,
  })
  return docs.map(({ action }) => action)
}

describe('a release', () => {
  it('carries a live claim in both forms, signed and cited', async () => {
    const claim = await liveClaim()
    const report = await publishAndLook(citegate.payload)
    expect(report).toMatchObject({ outcome: 'released', withheld: [], refusals: [] })
    const markdown = await get(`us-en/claims/${claim.key}.md`)
    expect(markdown.status).toBe(200)
    expect(markdown.text).toContain('with less pain.[^')
    expect(markdown.text).toContain('Rita Reviewer')
    const json = await get(`us-en/claims/${claim.key}.json`)
    expect(json.body).toMatchObject({
      key: claim.key,
      version: 1,
      channel: expect.anything() as unknown,
    })
  })

  it('is not made when nothing has changed, and says so', async () => {
    const before = await openStore(env.storeLocation, env).pointer()
    const report = await publishAndLook(citegate.payload)
    expect(report.outcome).toBe('unchanged')
    expect(report.message).toContain('Nothing has changed')
    expect(await openStore(env.storeLocation, env).pointer()).toEqual(before)
  })

  it('buries a withdrawn claim with its reason', async () => {
    const claim = await liveClaim()
    await publishAndLook(citegate.payload)
    await review(people.editor, 'claims', claim.id, 'withdraw', {
      kind: 'evidence',
      reason: 'The trial was miscounted.',
    })
    await publishAndLook(citegate.payload)
    for (const form of ['md', 'json']) {
      const gone = await get(`us-en/claims/${claim.key}.${form}`)
      expect(gone.status).toBe(410)
      expect(JSON.stringify(gone.body)).toContain('The trial was miscounted.')
    }
    const index = await get('us-en/index.json')
    expect(JSON.stringify(index.body)).toContain('The trial was miscounted.')
  })

  it('withholds a claim whose source was retracted, and says so in the log', async () => {
    const claim = await liveClaim()
    await publishAndLook(citegate.payload)
    documentOf(
      await people.editor.patch(`/studies/${claim.study.id}`, {
        status: 'retracted',
        noticeDoi: '10.900000/notice.1',
      }),
    )
    const report = await publishAndLook(citegate.payload)
    expect(report.withheld.map(({ subject }) => subject)).toContain(`claim/${claim.key}`)
    expect((await get(`us-en/claims/${claim.key}.md`)).status).toBe(410)
    expect(await logOf(`claim/${claim.key}`)).toContain('withhold')
    const { docs } = await citegate.payload.find({
      collection: 'claims',
      where: { key: { equals: claim.key } },
    })
    expect(docs[0]).toMatchObject({ _status: 'published', liveStatus: 'live' })
  })

  it('loses a claim whose study a person withdrew', async () => {
    const claim = await liveClaim()
    await publishAndLook(citegate.payload)
    const answer = await review(people.editor, 'studies', claim.study.id, 'withdraw', {
      kind: 'evidence',
      reason: 'Entered twice.',
    })
    expect(answer.status).toBe(200)
    const report = await publishAndLook(citegate.payload)
    expect(report.withheld.map(({ subject }) => subject)).toContain(`claim/${claim.key}`)
    expect((await get(`us-en/studies/${claim.study.key}.md`)).status).toBe(410)
  })

  it('is listed, with its digest', async () => {
    const current = await openRelease(openStore(env.storeLocation, env))
    const { docs } = await citegate.payload.find({ collection: 'releases', sort: '-number' })
    expect(docs[0]).toMatchObject({ number: current?.release, digest: current?.digest })
    expect(docs.map(({ number }) => number)).toEqual(
      Array.from({ length: docs.length }, (_, index) => docs.length - index),
    )
  })

  it('is asked for by a change of what is live, by one job', async () => {
    await liveClaim()
    await liveClaim()
    const { docs } = await citegate.payload.find({
      collection: 'payload-jobs',
      where: { processing: { equals: false } },
    })
    expect(docs).toHaveLength(1)
    await citegate.payload.jobs.run({ queue: 'release' })
    const { totalDocs } = await citegate.payload.count({ collection: 'payload-jobs' })
    expect(totalDocs).toBe(0)
    expect(existsSync(path.join(env.storeDir, 'metadata', 'timestamp.json'))).toBe(true)
  })
})
