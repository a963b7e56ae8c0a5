import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from './support/citegate.ts'
import { password } from './support/citegate.ts'
import type { Desk } from './support/desk.ts'
import { dataOf, openDesk, outcome } from './support/desk.ts'
import { documentOf, liveStudy, refusalOf, review } from './support/newsroom.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.citegate.stop())

const workflowOf = async (id: string) =>
  (await desk.reviewOf('claims', id))['workflow'] as Record<string, unknown>

const actions = async (subject: string) => (await desk.logOf(subject)).map(({ action }) => action)

describe('an assignment', () => {
  it('asks a reviewer by a date, is stored for lists, and ends with their approval', async () => {
    const { people } = desk
    const claim = await desk.newClaim({ certainty: 'low' })
    await review(people.editor, 'claims', claim.id, 'submit')
    const assignee = people.reviewer.user.key
    const answer = await review(people.editor, 'claims', claim.id, 'assign', {
      assignee,
      due: '2099-03-01',
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(answer.body['workflow']).toMatchObject({ assignment: { assignee, due: '2099-03-01' } })
    expect(await desk.newest('claims', claim.id)).toMatchObject({ assignedTo: assignee })
    expect(String((await desk.newest('claims', claim.id))['reviewBy'])).toMatch(/^2099-03-01/)
    const mine = await people.reviewer.get(
      `/claims?draft=true&where[assignedTo][equals]=${assignee}`,
    )
    expect(mine.body['totalDocs']).toBe(1)
    expect((await review(people.reviewer, 'claims', claim.id, 'approve')).status).toBe(200)
    expect(await desk.newest('claims', claim.id)).toMatchObject({
      assignedTo: null,
      reviewBy: null,
    })
  })

  it('is taken back by naming nobody', async () => {
    const claim = await desk.newClaim()
    const { editor, reviewer } = desk.people
    await review(editor, 'claims', claim.id, 'assign', { assignee: reviewer.user.key })
    const answer = await review(editor, 'claims', claim.id, 'assign', { assignee: null })
    expect(answer.status).toBe(200)
    expect(await workflowOf(claim.id)).not.toHaveProperty('assignment')
  })

  it.each([
    ['somebody who cannot sign', () => desk.people.otherEditor.user.key],
    ['nobody we know', () => 'nobody-we-know'],
  ])('cannot ask %s', async (_name, assignee) => {
    const claim = await desk.newClaim()
    const answer = await review(desk.people.editor, 'claims', claim.id, 'assign', {
      assignee: assignee(),
    })
    expect(outcome(answer)).toEqual([409, 'assignee'])
  })
})

describe('a comment', () => {
  it('blocks approval and publication on every route until it is resolved', async () => {
    const { editor, reviewer, secondReviewer } = desk.people
    const claim = await desk.newClaim()
    await review(editor, 'claims', claim.id, 'submit')
    const said = await review(secondReviewer, 'claims', claim.id, 'comment', {
      place: 'statement',
      text: 'Which of the two trials?',
    })
    expect(said.status, JSON.stringify(said.body)).toBe(200)
    const { comments } = said.body['workflow'] as { comments: { id: number }[] }
    expect(comments).toMatchObject([{ place: 'statement', text: 'Which of the two trials?' }])
    expect(await desk.newest('claims', claim.id)).toMatchObject({ openComments: 1 })
    expect(outcome(await review(reviewer, 'claims', claim.id, 'approve'))).toEqual([
      409,
      'comments',
    ])
    const comment = comments[0]?.id
    expect(outcome(await review(editor, 'claims', claim.id, 'resolve', { comment }))).toEqual([
      403,
      'role',
    ])
    expect((await review(reviewer, 'claims', claim.id, 'resolve', { comment })).status).toBe(200)
    expect(await desk.newest('claims', claim.id)).toMatchObject({ openComments: 0 })
    expect((await review(reviewer, 'claims', claim.id, 'approve')).status).toBe(200)

    await review(editor, 'claims', claim.id, 'comment', { text: 'One more thing.' })
    expect(outcome(await review(editor, 'claims', claim.id, 'publish'))).toEqual([409, 'comments'])
    const patched = await editor.patch(`/claims/${claim.id}`, { _status: 'published' })
    expect(patched.status).toBe(422)
    expect(refusalOf(patched).rules).toEqual(['no-open-comments'])
  })

  it('leaves a live text live', async () => {
    const claim = await desk.liveClaim()
    await review(desk.people.reviewer, 'claims', claim.id, 'comment', { text: 'A question.' })
    expect(await desk.main('claims', claim.id)).toMatchObject({
      _status: 'published',
      openComments: 1,
      reviewStatus: 'approved',
    })
  })

  it.each([
    ['a right-to-left override', 'text', 'less\u202e pain', 'U+202E'],
    ['NUL', 'text', 'less\0 pain', 'U+0000'],
    ['a zero-width space', 'place', 'state\u200bment', 'U+200B'],
    ['a bidi isolate', 'reason', 'less\u2066 pain', 'U+2066'],
  ])('cannot hold %s', async (_name, property, value, character) => {
    const claim = await desk.newClaim()
    const answer = await review(desk.people.editor, 'claims', claim.id, 'comment', {
      text: 'Words.',
      [property]: value,
    })
    expect(outcome(answer)).toEqual([400, 'malformed'])
    expect(refusalOf(answer).message).toContain(character)
    expect(await workflowOf(claim.id)).toMatchObject({ comments: [] })
  })
})

describe('a withdrawal', () => {
  it('says of which kind it is, and what takes its place', async () => {
    const { editor, reviewer } = desk.people
    const [old, next] = [await desk.liveClaim(), await desk.liveClaim()]
    const superseded = { kind: 'superseded', reason: 'Said better elsewhere.' }
    const without = await review(editor, 'claims', old.id, 'withdraw', superseded)
    expect(outcome(without)).toEqual([400, 'reason'])
    const supersededBy = `claim/${next.key}`
    const answer = await review(reviewer, 'claims', old.id, 'withdraw', {
      ...superseded,
      supersededBy,
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect((await desk.logOf(`claim/${old.key}`)).at(-1)).toMatchObject({
      action: 'withdraw',
      withdrawalKind: 'superseded',
      supersededBy,
      reason: 'Said better elsewhere.',
      actor: { key: reviewer.user.key },
    })
  })

  it('is undone by reinstating what was approved anew, with a reason', async () => {
    const { editor, reviewer } = desk.people
    const claim = await desk.liveClaim()
    const why = { kind: 'legal', reason: 'A letter came.' }
    expect((await review(editor, 'claims', claim.id, 'withdraw', why)).status).toBe(200)
    const unsigned = await review(editor, 'claims', claim.id, 'reinstate', { reason: 'Settled.' })
    expect(outcome(unsigned)).toEqual([409, 'state'])
    await review(editor, 'claims', claim.id, 'submit')
    await review(reviewer, 'claims', claim.id, 'approve')
    for (const answer of [
      await review(editor, 'claims', claim.id, 'publish'),
      await editor.patch(`/claims/${claim.id}`, { _status: 'published' }),
    ]) {
      expect(outcome(answer)).toEqual([409, 'state'])
    }
    expect(outcome(await review(editor, 'claims', claim.id, 'reinstate'))).toEqual([400, 'reason'])
    const back = await review(editor, 'claims', claim.id, 'reinstate', { reason: 'Settled.' })
    expect(back.status, JSON.stringify(back.body)).toBe(200)
    expect(await desk.main('claims', claim.id)).toMatchObject({
      _status: 'published',
      liveStatus: 'live',
      reviewStatus: 'approved',
    })
    expect(await actions(`claim/${claim.key}`)).toEqual([
      ...['edit', 'submit', 'approve', 'publish', 'withdraw'],
      ...['submit', 'approve', 'reinstate'],
    ])
  })

  it('holds for studies too: what was withdrawn is not simply published again', async () => {
    const { editor } = desk.people
    const study = await liveStudy(editor)
    await review(editor, 'studies', study.id, 'withdraw', { kind: 'evidence', reason: 'Twice.' })
    const answer = await editor.patch(`/studies/${study.id}`, { _status: 'published' })
    expect(outcome(answer)).toEqual([409, 'state'])
    const back = await review(editor, 'studies', study.id, 'reinstate', { reason: 'Once.' })
    expect(back.status, JSON.stringify(back.body)).toBe(200)
  })
})

describe('a decision on a text that has changed', () => {
  it('is told what has changed, down to the facts it cites', async () => {
    const { editor, otherEditor, reviewer } = desk.people
    const study = await liveStudy(editor)
    const claim = await desk.newClaim({
      statement: 'It helped.',
      citations: [{ study: study.id, stance: 'supports' }],
    })
    await review(editor, 'claims', claim.id, 'submit')
    const seen = (await desk.reviewOf('claims', claim.id))['contentHash']
    documentOf(
      await otherEditor.patch(`/claims/${claim.id}?draft=true`, { statement: 'It helped some.' }),
    )
    await editor.patch(`/studies/${study.id}`, { sampleSize: 7 })
    const answer = await reviewer.post(`/claims/${claim.id}/review`, {
      action: 'approve',
      contentHash: seen,
      meaning: 'medically-accurate',
      password,
    })
    expect(outcome(answer)).toEqual([409, 'stale'])
    expect(dataOf(answer)['difference']).toEqual([
      { place: 'statement', before: 'It helped.', after: 'It helped some.' },
      { place: `evidence.${study.key}.sampleSize`, before: '100', after: '7' },
    ])
    expect(await actions(`claim/${claim.key}`)).not.toContain('approve')
  })

  it('is told when there never was such a text', async () => {
    const claim = await desk.newClaim()
    await review(desk.people.editor, 'claims', claim.id, 'submit')
    const answer = await review(desk.people.reviewer, 'claims', claim.id, 'request-changes', {
      contentHash: 'cg1-invented',
      reason: 'It reads oddly.',
    })
    expect(outcome(answer)).toEqual([409, 'stale'])
    expect(refusalOf(answer).message).toContain('never was a text')
    expect(dataOf(answer)).not.toHaveProperty('difference')
  })
})

describe('a request that nobody would make by hand', () => {
  const send = async (person: Person, body: unknown) => {
    const claim = await desk.newClaim()
    const answer = await person.post(`/claims/${claim.id}/review`, body)
    return { answer, log: await actions(`claim/${claim.key}`) }
  }
  const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) })

  it.each<[string, () => unknown, number, string]>([
    [
      'of a megabyte',
      () => ({ action: 'submit', reason: 'x'.repeat(1_000_000) }),
      413,
      'too-large',
    ],
    ['nested deeply', () => ({ action: 'submit', reason: nested(50) }), 400, 'malformed'],
    ['with a stranger’s property', () => ({ action: 'submit', role: 'admin' }), 400, 'malformed'],
    [
      'with a polluting key',
      () => JSON.parse('{"action":"submit","__proto__":{"roles":["admin"]}}') as unknown,
      ...([400, 'malformed'] as const),
    ],
    ['with another polluting key', () => ({ action: 'submit', constructor: {} }), 400, 'malformed'],
    ['that is a list', () => [], 400, 'malformed'],
    ['for nothing', () => ({}), 400, 'malformed'],
    ['to expire a review', () => ({ action: 'expire' }), 400, 'malformed'],
    ['to withhold a text', () => ({ action: 'withhold' }), 400, 'malformed'],
  ])('%s is refused and leaves nothing behind', async (_name, body, status, code) => {
    const { answer, log } = await send(desk.people.editor, body())
    expect(outcome(answer)).toEqual([status, code])
    expect(log).toEqual(['edit'])
  })
})

describe('what a body says of its own workflow', () => {
  const forged = {
    reviewStatus: 'approved',
    reviewDue: '2099-01-01T00:00:00.000Z',
    liveStatus: 'live',
    assignedTo: 'somebody',
    reviewBy: '2099-01-01T00:00:00.000Z',
    openComments: 41,
    publishAt: '2099-01-01T00:00:00.000Z',
  }
  const kept = {
    reviewStatus: 'draft',
    reviewDue: null,
    liveStatus: 'never',
    assignedTo: null,
    reviewBy: null,
    openComments: 0,
    publishAt: null,
  }

  it('is overwritten when it is made, changed, put, or written past access control', async () => {
    const { editor } = desk.people
    const made = documentOf(
      await editor.post('/claims?draft=true', {
        key: 'forged-claim',
        statement: 'It is forged.',
        ...forged,
      }),
    )
    expect(await desk.newest('claims', made.id)).toMatchObject(kept)
    await editor.patch(`/claims/${made.id}?draft=true`, { outcome: 'Pain', ...forged })
    expect(await desk.newest('claims', made.id)).toMatchObject(kept)
    await desk.citegate.payload.update({
      collection: 'claims',
      id: made.id,
      draft: true,
      data: { outcome: 'Sleep', ...forged } as never,
      user: editor.user,
    })
    expect(await desk.newest('claims', made.id)).toMatchObject(kept)
    expect(await desk.main('claims', made.id)).toMatchObject(kept)
  })

  it('is overwritten by the restoring of a version too', async () => {
    const { editor } = desk.people
    const claim = await desk.approvedClaim()
    const versions = await editor.get(`/claims/versions?where[parent][equals]=${claim.id}`)
    const [version] = versions.body['docs'] as { id: string }[]
    documentOf(await editor.patch(`/claims/${claim.id}?draft=true`, { statement: 'Later.' }))
    const restored = await editor.post(`/claims/versions/${String(version?.id)}?draft=true`, {})
    expect(restored.status, JSON.stringify(restored.body)).toBe(200)
    expect(await desk.newest('claims', claim.id)).toMatchObject({
      key: claim.key,
      reviewStatus: 'draft',
    })
  })
})
