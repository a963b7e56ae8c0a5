import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from './support/desk.ts'
import { openDesk, outcome } from './support/desk.ts'
import { review } from './support/newsroom.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.citegate.stop())

const signers = async (id: string) => {
  const { approvals } = await desk.reviewOf('claims', id)
  return (approvals as { actor: object }[]).map(({ actor }) => actor)
}

describe('a reviewer who signed', () => {
  it('and changes name, credentials or roles keeps what was signed as it was signed', async () => {
    const { editor, admin } = desk.people
    const before = await desk.citegate.person('Nora Named', 'reviewer')
    const claim = await desk.newClaim()
    await review(editor, 'claims', claim.id, 'submit')
    expect((await review(before, 'claims', claim.id, 'approve')).status).toBe(200)
    expect((await review(editor, 'claims', claim.id, 'publish')).status).toBe(200)
    const signed = await signers(claim.id)
    expect(signed).toMatchObject([{ name: 'Nora Named', roles: ['reviewer'] }])
    const changed = await admin.patch(`/users/${before.user.id}`, {
      name: 'Nora Newname',
      credentials: 'Invented credentials',
      roles: ['editor'],
    })
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    expect(await signers(claim.id)).toEqual(signed)
    expect(await desk.main('claims', claim.id)).toMatchObject({
      _status: 'published',
      reviewStatus: 'approved',
    })
    const answer = await editor.get(`/claims/${claim.id}/review`)
    expect(answer.body).toMatchObject({ reviewState: 'approved', missing: 0 })
  })

  it('is not deleted, not even by an administrator', async () => {
    const { admin, reviewer } = desk.people
    await desk.liveClaim()
    const answer = await admin.delete(`/users/${reviewer.user.id}`)
    expect(outcome(answer)).toEqual([409, 'in-use'])
  })

  it('cannot take another person’s key, which the log knows them by', async () => {
    const { admin, reviewer, secondReviewer } = desk.people
    await admin.patch(`/users/${secondReviewer.user.id}`, { key: reviewer.user.key })
    const found = await admin.get(`/users/${secondReviewer.user.id}`)
    expect(found.body['key']).toBe(secondReviewer.user.key)
  })
})

describe('a role that is taken away', () => {
  it('is gone at once, in sessions that were open before', async () => {
    const { editor, admin } = desk.people
    const leaver = await desk.citegate.person('Lars Leaver', 'reviewer', 'editor')
    const claim = await desk.newClaim()
    await review(editor, 'claims', claim.id, 'submit')
    await admin.patch(`/users/${leaver.user.id}`, { roles: ['admin'] })
    for (const [action, more] of [
      ['approve', {}],
      ['request-changes', { reason: 'No.' }],
      ['comment', { text: 'No.' }],
      ['submit', {}],
      ['withdraw', { kind: 'safety', reason: 'No.' }],
    ] as const) {
      expect(outcome(await review(leaver, 'claims', claim.id, action, more))).toEqual([403, 'role'])
    }
    const write = await leaver.patch(`/claims/${claim.id}?draft=true`, { outcome: 'Pain' })
    expect(write.status).toBe(403)
  })

  it('takes its bearer out of the question for new assignments', async () => {
    const { editor, admin } = desk.people
    const former = await desk.citegate.person('Fay Former', 'reviewer')
    await admin.patch(`/users/${former.user.id}`, { roles: ['editor'] })
    const claim = await desk.newClaim()
    const answer = await review(editor, 'claims', claim.id, 'assign', {
      assignee: former.user.key,
    })
    expect(outcome(answer)).toEqual([409, 'assignee'])
  })
})

describe('withdrawal', () => {
  it.each(['editor', 'otherEditor', 'reviewer', 'secondReviewer'] as const)(
    'works for any editor or reviewer alone (%s), also of what others signed',
    async (who) => {
      const claim = await desk.liveClaim()
      const answer = await review(desk.people[who], 'claims', claim.id, 'withdraw', {
        kind: 'safety',
        reason: 'A reader was harmed.',
      })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    },
  )

  it('is not for administrators who are nothing else', async () => {
    const claim = await desk.liveClaim()
    const answer = await review(desk.people.admin, 'claims', claim.id, 'withdraw', {
      kind: 'safety',
      reason: 'It looks odd.',
    })
    expect(outcome(answer)).toEqual([403, 'role'])
  })
})
