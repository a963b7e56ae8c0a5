import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from './support/desk.ts'
import { openDesk } from './support/desk.ts'
import { documentOf, review } from './support/newsroom.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
}, 120_000)

afterAll(() => desk.citegate.stop())

describe('a draft beside a live text, with the very same words', () => {
  it('is decided on together with it: a refusal takes the live text out of the feed', async () => {
    const { citegate, people, main } = desk
    const claim = await desk.liveClaim()
    const { statement } = await main('claims', claim.id)
    documentOf(await people.editor.patch(`/claims/${claim.id}?draft=true`, { statement }))
    await citegate.payload.delete({ collection: 'payload-jobs', where: {} })

    const refused = await review(people.reviewer, 'claims', claim.id, 'request-changes', {
      reason: 'The number is not in the paper.',
    })

    expect(refused.status).toBe(200)
    expect(await main('claims', claim.id)).toMatchObject({
      _status: 'published',
      reviewStatus: 'changes-requested',
    })
    const { docs } = await citegate.payload.find({ collection: 'payload-jobs' })
    expect(docs.map(({ taskSlug }) => taskSlug)).toEqual(['release'])
  })
})
