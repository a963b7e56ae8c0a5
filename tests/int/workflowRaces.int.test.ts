import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../src/domain/review/index.ts'
import { toLogEntry } from '../../src/projection/index.ts'
import { password } from './support/citegate.ts'
import type { Answer, Person } from './support/citegate.ts'
import type { Desk } from './support/desk.ts'
import { openDesk, outcome } from './support/desk.ts'
import { review } from './support/newsroom.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.citegate.stop())

const rounds = 6

async function hashOf(id: string): Promise<unknown> {
  return (await desk.reviewOf('claims', id))['contentHash']
}

const post = (person: Person, id: string, body: object): Promise<Answer> =>
  person.post(`/claims/${id}/review`, body)

const approval = (contentHash: unknown) => ({
  action: 'approve',
  contentHash,
  meaning: 'medically-accurate',
  password,
})

const withdrawal = { action: 'withdraw', kind: 'safety', reason: 'Doubt.' }

async function submitted(fields: Record<string, unknown> = {}) {
  const claim = await desk.newClaim(fields)
  await review(desk.people.editor, 'claims', claim.id, 'submit')
  return claim
}

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status)

describe('two people at the same moment', () => {
  it('both sign, and both signatures count', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const claim = await submitted({ certainty: 'low' })
      const body = approval(await hashOf(claim.id))
      const { reviewer, secondReviewer } = desk.people
      const answers = await Promise.all([
        post(reviewer, claim.id, body),
        post(secondReviewer, claim.id, body),
      ])
      expect(statuses(answers)).toEqual([200, 200])
      const { approvals, reviewState } = await desk.reviewOf('claims', claim.id)
      expect([reviewState, (approvals as unknown[]).length]).toEqual(['approved', 2])
      expect(await desk.newest('claims', claim.id)).toMatchObject({ reviewStatus: 'approved' })
    }
  })

  it('cannot be one person signing twice', async () => {
    const claim = await submitted({ certainty: 'low' })
    const body = approval(await hashOf(claim.id))
    const answers = await Promise.all([
      post(desk.people.reviewer, claim.id, body),
      post(desk.people.reviewer, claim.id, body),
    ])
    expect(statuses(answers).toSorted()).toEqual([200, 409])
    expect((await desk.reviewOf('claims', claim.id))['missing']).toBe(1)
  })

  it('edit and sign: never is a text approved that nobody read', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const claim = await submitted()
      const read = await hashOf(claim.id)
      const [signed, edited] = await Promise.all([
        post(desk.people.reviewer, claim.id, approval(read)),
        desk.people.otherEditor.patch(`/claims/${claim.id}?draft=true`, {
          statement: `The invented trial found something else, in round ${String(round)}.`,
        }),
      ])
      expect([200, 409]).toContain(signed.status)
      expect([200, 409]).toContain(edited.status)
      const now = await desk.reviewOf('claims', claim.id)
      const log = await desk.logOf(`claim/${claim.key}`)
      const approvals = log.filter(({ action }) => action === 'approve')
      for (const { contentHash } of approvals) expect(contentHash).toBe(read)
      if (edited.status === 200) {
        expect(now).toMatchObject({ reviewState: 'draft', approvals: [] })
      } else {
        expect(now['contentHash']).toBe(read)
      }
    }
  })

  it('change a cited fact and sign: the signature is void or was never given', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const claim = await submitted()
      const read = await hashOf(claim.id)
      const [signed, changed] = await Promise.all([
        post(desk.people.reviewer, claim.id, approval(read)),
        desk.people.otherEditor.patch(`/studies/${desk.study.id}`, { sampleSize: 200 + round }),
      ])
      expect([200, 409]).toContain(signed.status)
      expect([200, 409]).toContain(changed.status)
      const now = await desk.reviewOf('claims', claim.id)
      const isApproved = now['reviewState'] === 'approved'
      expect(isApproved).toBe(now['contentHash'] === read && signed.status === 200)
      expect((await desk.newest('claims', claim.id))['reviewStatus']).toBe(now['reviewState'])
    }
  })

  it('publish and withdraw: the log and the main table tell one story', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const claim = await desk.liveClaim()
      await desk.people.editor.patch(`/claims/${claim.id}?draft=true`, {
        statement: `It is said anew, in round ${String(round)}.`,
      })
      await review(desk.people.editor, 'claims', claim.id, 'submit')
      await review(desk.people.reviewer, 'claims', claim.id, 'approve')
      const contentHash = await hashOf(claim.id)
      const [published, withdrawn] = await Promise.all([
        post(desk.people.editor, claim.id, { action: 'publish', contentHash }),
        post(desk.people.secondReviewer, claim.id, withdrawal),
      ])
      expect(withdrawn.status).toBe(200)
      expect([200, 409]).toContain(published.status)
      expect(await desk.main('claims', claim.id)).toMatchObject({
        _status: 'draft',
        liveStatus: 'withdrawn',
      })
      const last = (await desk.logOf(`claim/${claim.key}`)).at(-1)
      expect(last?.action).toBe('withdraw')
    }
  })

  it('withdraw the same text: once', async () => {
    const claim = await desk.liveClaim()
    const answers = await Promise.all([
      post(desk.people.editor, claim.id, withdrawal),
      post(desk.people.reviewer, claim.id, withdrawal),
    ])
    expect(statuses(answers).toSorted()).toEqual([200, 409])
    const log = await desk.logOf(`claim/${claim.key}`)
    expect(log.filter(({ action }) => action === 'withdraw')).toHaveLength(1)
  })

  it('schedule the same text: one does', async () => {
    const claim = await desk.approvedClaim()
    const contentHash = await hashOf(claim.id)
    const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()
    const answers = await Promise.all(
      [1, 2].map((hours) =>
        post(desk.people.editor, claim.id, {
          action: 'schedule',
          contentHash,
          publishAt: at(hours),
        }),
      ),
    )
    expect(answers.map(outcome).toSorted()).toEqual([
      [200, undefined],
      [409, 'state'],
    ])
    const log = await desk.logOf(`claim/${claim.key}`)
    expect(log.filter(({ action }) => action === 'schedule')).toHaveLength(1)
    const { docs } = await desk.citegate.payload.find({
      collection: 'payload-jobs',
      where: { taskSlug: { equals: 'publishScheduled' } },
    })
    expect(docs).toHaveLength(1)
  })

  it('comment, all of them, each once', async () => {
    const claim = await submitted()
    const people = [desk.people.editor, desk.people.reviewer, desk.people.secondReviewer]
    const answers = await Promise.all(
      people.map((person, n) =>
        post(person, claim.id, { action: 'comment', text: `Remark ${String(n)}.` }),
      ),
    )
    expect(statuses(answers)).toEqual([200, 200, 200])
    expect(await desk.newest('claims', claim.id)).toMatchObject({ openComments: 3 })
  })

  it('leave a log whose chain holds', async () => {
    const { docs } = await desk.citegate.payload.find({
      collection: 'reviews',
      sort: 'sequence',
      limit: 0,
    })
    expect(verifyChain(docs.map(toLogEntry))).toMatchObject({ ok: true, length: docs.length })
  })
})
