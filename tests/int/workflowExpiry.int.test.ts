import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMonths, isoDate } from '../../src/domain/review/index.ts'
import { expireReviews, keepUp } from '../../src/jobs/index.ts'
import { publishAndLook } from './support/publishAndLook.ts'
import type { Desk } from './support/desk.ts'
import { approve, openDesk, outcome } from './support/desk.ts'
import { documentOf, review } from './support/newsroom.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.citegate.stop())

/** Noon, so many months from now. */
const inMonths = (months: number) =>
  new Date(`${addMonths(isoDate(new Date()), months)}T12:00:00.000Z`)

const expire = (now: Date) => expireReviews(desk.citegate.payload, now)

const expiries = async (key: string) =>
  (await desk.logOf(`claim/${key}`)).filter(({ action }) => action === 'expire')

describe('a review that has run out', () => {
  it('is written down once, and the text is back with its reviewers', async () => {
    const claim = await desk.liveClaim()
    expect(await expire(inMonths(11))).not.toContain(`claim/${claim.key}`)
    expect(await expire(inMonths(13))).toContain(`claim/${claim.key}`)
    expect(await expire(inMonths(14))).not.toContain(`claim/${claim.key}`)
    expect(await expiries(claim.key)).toMatchObject([
      { actor: { key: 'citegate' }, contentHash: expect.stringMatching(/^cg1-/) as unknown },
    ])
    expect(await desk.main('claims', claim.id)).toMatchObject({
      _status: 'published',
      reviewStatus: 'in-review',
      liveStatus: 'live',
    })
  })

  it('leaves the feed by the date alone, at the release of that day', async () => {
    const claim = await desk.liveClaim()
    const name = `claim/${claim.key}`
    const today = await publishAndLook(desk.citegate.payload)
    expect(today.withheld.map(({ subject }) => subject)).not.toContain(name)
    const then = await publishAndLook(desk.citegate.payload, { now: () => inMonths(13) })
    expect(then.withheld.map(({ subject }) => subject)).toContain(name)
  })

  it('is told apart on a live text and on the approved draft beside it', async () => {
    const claim = await desk.liveClaim()
    documentOf(
      await desk.people.editor.patch(`/claims/${claim.id}?draft=true`, { statement: 'Another.' }),
    )
    await approve(desk.people, 'claims', claim.id)
    await expire(inMonths(13))
    const hashes = (await expiries(claim.key)).map(({ contentHash }) => contentHash)
    expect(new Set(hashes).size).toBe(2)
    expect((await desk.main('claims', claim.id))['reviewStatus']).toBe('in-review')
    expect((await desk.newest('claims', claim.id))['reviewStatus']).toBe('in-review')
  })

  it('can be signed anew as it stands, and runs out again', async () => {
    const claim = await desk.liveClaim()
    await expire(inMonths(13))
    const again = await review(desk.people.reviewer, 'claims', claim.id, 'approve')
    expect(outcome(again)).toEqual([200, undefined])
    expect(await desk.main('claims', claim.id)).toMatchObject({ reviewStatus: 'approved' })
    await expire(inMonths(13))
    expect(await expiries(claim.key)).toHaveLength(2)
  })

  it('is nobody’s to declare', async () => {
    const claim = await desk.liveClaim()
    const answer = await review(desk.people.reviewer, 'claims', claim.id, 'expire')
    expect(answer.status).toBe(400)
  })
})

describe('a new day', () => {
  const releases = async () => {
    const { totalDocs } = await desk.citegate.payload.count({
      collection: 'payload-jobs',
      where: { taskSlug: { equals: 'release' } },
    })
    return totalDocs
  }

  it('brings a release without anybody acting, and the same day none', async () => {
    const { payload } = desk.citegate
    await payload.jobs.run({ queue: 'release', limit: 100 })
    expect(await releases()).toBe(0)
    const now = new Date()
    await keepUp(payload, isoDate(now), now)
    expect(await releases()).toBe(0)
    await keepUp(payload, '2020-01-01', now)
    expect(await releases()).toBe(1)
    await payload.jobs.run({ queue: 'release' })
    expect(await releases()).toBe(0)
  })

  it('comes within the first minute of it', async () => {
    const { payload } = desk.citegate
    await payload.delete({ collection: 'payload-jobs', where: { taskSlug: { equals: 'upkeep' } } })
    await keepUp(payload, '2026-03-01', new Date('2026-03-01T23:20:00.000Z'))
    const { docs } = await payload.find({
      collection: 'payload-jobs',
      where: { taskSlug: { equals: 'upkeep' } },
    })
    expect(docs).toMatchObject([
      { waitUntil: '2026-03-02T00:00:01.000Z', input: { lastDay: '2026-03-01' } },
    ])
  })
})
