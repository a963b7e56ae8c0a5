import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WorkItem, WorkList } from '../../src/domain/work/index.ts'
import { publishScheduled } from '../../src/endpoints/index.ts'
import { publishAndLook } from './support/publishAndLook.ts'
import type { Person } from './support/citegate.ts'
import type { Desk } from './support/desk.ts'
import { openDesk } from './support/desk.ts'
import { claimDraft, documentOf, liveStudy, review } from './support/newsroom.ts'

let desk: Desk
/** Writes and signs, but never the same text. */
let both: Person

beforeAll(async () => {
  desk = await openDesk()
  both = await desk.citegate.person('Bodo Both', 'editor', 'reviewer')
})

afterAll(() => desk.citegate.stop())

async function listsOf(person: Person): Promise<ReadonlyMap<string, WorkList>> {
  const answer = await person.get('/work')
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return new Map((answer.body['lists'] as WorkList[]).map((list) => [list.name, list]))
}

async function itemsOf(person: Person, name: string): Promise<readonly WorkItem[]> {
  return (await listsOf(person)).get(name)?.items ?? []
}

async function itemOf(person: Person, name: string, key: string): Promise<WorkItem | undefined> {
  return (await itemsOf(person, name)).find(({ subject }) => subject.endsWith(`/${key}`))
}

async function done(
  person: Person,
  id: string,
  action: string,
  more: Record<string, unknown> = {},
): Promise<void> {
  const answer = await review(person, 'claims', id, action, more)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

async function submitted(fields: Record<string, unknown> = {}) {
  const claim = await desk.newClaim(fields)
  await done(desk.people.editor, claim.id, 'submit')
  return claim
}

describe('GET /api/work', () => {
  it('answers each role with its own lists', async () => {
    const { editor, reviewer, admin } = desk.people
    expect([...(await listsOf(editor)).keys()]).toEqual([
      ...['sentBack', 'comments', 'failed', 'withheld', 'scheduled', 'due'],
    ])
    expect([...(await listsOf(reviewer)).keys()]).toEqual([
      ...['waiting', 'failed', 'withheld', 'scheduled', 'due'],
    ])
    expect([...(await listsOf(admin)).keys()]).toEqual(['failed', 'withheld'])
  })

  it('is closed to strangers', async () => {
    expect((await desk.citegate.stranger.get('/work')).status).toBe(401)
  })
})

describe('what waits for a reviewer', () => {
  it('is in review, with its title and where to find it', async () => {
    const claim = await submitted({ statement: 'An invented statement that waits.' })
    expect(await itemOf(desk.people.reviewer, 'waiting', claim.key)).toEqual({
      subject: `claim/${claim.key}`,
      title: 'An invented statement that waits.',
      collection: 'claims',
      id: claim.id,
    })
  })

  it('stands first where this very person was asked, with the day', async () => {
    const { editor, reviewer, secondReviewer } = desk.people
    const claim = await submitted()
    const assignee = reviewer.user.key
    await done(editor, claim.id, 'assign', { assignee, due: '2031-05-06' })
    expect((await itemsOf(reviewer, 'waiting'))[0]).toMatchObject({
      id: claim.id,
      isAsked: true,
      due: '2031-05-06',
    })
    expect((await itemsOf(secondReviewer, 'waiting')).at(-1)).toMatchObject({
      id: claim.id,
      assignee,
    })
  })

  it('is gone for whoever has signed, while another signature is missing', async () => {
    const { reviewer, secondReviewer } = desk.people
    const claim = await submitted({ certainty: 'low' })
    await done(reviewer, claim.id, 'approve')
    expect(await itemOf(reviewer, 'waiting', claim.key)).toBeUndefined()
    expect(await itemOf(secondReviewer, 'waiting', claim.key)).toBeDefined()
  })

  it('is nothing a person wrote, be it the text or the facts it cites', async () => {
    const own = await claimDraft(both, desk.therapy.id, desk.study.id)
    await done(both, own.id, 'submit')
    const study = await liveStudy(both)
    const cites = await claimDraft(desk.people.editor, desk.therapy.id, study.id)
    await done(desk.people.editor, cites.id, 'submit')
    const foreign = await submitted()
    const keys = (await itemsOf(both, 'waiting')).map(({ id }) => id)
    expect(keys).not.toContain(own.id)
    expect(keys).not.toContain(cites.id)
    expect(keys).toContain(foreign.id)
  })

  it('is told in number also beyond what is shown', async () => {
    for (let count = 0; count < 21; count++) await submitted()
    const waiting = (await listsOf(desk.people.reviewer)).get('waiting')
    expect(waiting?.items).toHaveLength(20)
    expect(waiting?.total).toBeGreaterThan(20)
  })
})

describe('what comes back to an editor', () => {
  it('is what was sent back of their own, with the reason and by whom', async () => {
    const { editor, otherEditor, reviewer } = desk.people
    const claim = await submitted()
    await done(reviewer, claim.id, 'request-changes', { reason: 'Say how many people.' })
    expect(await itemOf(editor, 'sentBack', claim.key)).toMatchObject({
      reason: 'Say how many people.',
      by: 'Rita Reviewer',
    })
    expect(await itemOf(otherEditor, 'sentBack', claim.key)).toBeUndefined()
    await done(editor, claim.id, 'submit')
    expect(await itemOf(editor, 'sentBack', claim.key)).toBeUndefined()
  })

  it('is what others remarked on their own, until it is resolved', async () => {
    const { editor, otherEditor, reviewer } = desk.people
    const claim = await submitted()
    await done(reviewer, claim.id, 'comment', { text: 'Which people?' })
    const { comments } = (await desk.reviewOf('claims', claim.id))['workflow'] as {
      comments: { id: number }[]
    }
    expect(await itemOf(editor, 'comments', claim.key)).toMatchObject({ openComments: 1 })
    expect(await itemOf(otherEditor, 'comments', claim.key)).toBeUndefined()
    await done(reviewer, claim.id, 'resolve', { comment: comments[0]?.id })
    expect(await itemOf(editor, 'comments', claim.key)).toBeUndefined()
  })
})

describe('what happens by itself', () => {
  const publishAt = new Date(Date.now() + 3_600_000).toISOString()
  const later = new Date(Date.now() + 7_200_000)

  it('is told before a publication, and after one that failed', async () => {
    const { editor, reviewer, admin } = desk.people
    const study = await liveStudy(editor)
    const claim = await claimDraft(editor, desk.therapy.id, study.id)
    await done(editor, claim.id, 'submit')
    await done(reviewer, claim.id, 'approve')
    await done(editor, claim.id, 'schedule', { publishAt })
    expect(await itemOf(reviewer, 'scheduled', claim.key)).toMatchObject({
      publishAt,
      by: 'Edda Editor',
    })
    expect(await itemOf(editor, 'failed', claim.key)).toBeUndefined()

    documentOf(await editor.patch(`/studies/${study.id}`, { sampleSize: 99 }))
    const { schedule } = (await desk.reviewOf('claims', claim.id))['workflow'] as {
      schedule: { id: number }
    }
    const publication = { slug: 'claims', id: claim.id, schedule: schedule.id } as const
    expect(await publishScheduled(desk.citegate.payload, publication, later)).toBe('failed')
    expect(await itemOf(reviewer, 'scheduled', claim.key)).toBeUndefined()
    expect(await itemOf(admin, 'failed', claim.key)).toMatchObject({ publishAt })
    expect((await itemOf(admin, 'failed', claim.key))?.reason).not.toBe('')
  })

  it('is told when a live text is withheld, and no longer once it is withdrawn', async () => {
    const { editor, reviewer, admin } = desk.people
    const study = await liveStudy(editor)
    const claim = await claimDraft(editor, desk.therapy.id, study.id)
    await done(editor, claim.id, 'submit')
    await done(reviewer, claim.id, 'approve')
    await done(editor, claim.id, 'publish')
    documentOf(
      await editor.patch(`/studies/${study.id}`, {
        status: 'retracted',
        noticeDoi: '10.900000/notice.1',
      }),
    )
    await publishAndLook(desk.citegate.payload)
    const item = await itemOf(admin, 'withheld', claim.key)
    expect(item?.reason).toContain('retracted')
    expect(item).not.toHaveProperty('channels')
    await done(editor, claim.id, 'withdraw', { kind: 'evidence', reason: 'It was retracted.' })
    expect(await itemOf(admin, 'withheld', claim.key)).toBeUndefined()
  })

  it('is told a month before the signatures on a live text run out', async () => {
    const claim = await desk.liveClaim()
    const { editor } = desk.people
    expect(await itemOf(editor, 'due', claim.key)).toBeUndefined()
    const soon = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
    await desk.citegate.payload.db.updateOne({
      collection: 'claims',
      id: claim.id,
      data: { reviewDue: soon },
      returning: false,
    })
    expect(await itemOf(editor, 'due', claim.key)).toMatchObject({ due: soon })
  })
})
