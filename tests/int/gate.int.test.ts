import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publishAndLook } from './support/publishAndLook.ts'
import type { Answer, Citegate } from './support/citegate.ts'
import { password, startCitegate } from './support/citegate.ts'
import type { Newsroom } from './support/newsroom.ts'
import {
  claimDraft,
  documentOf,
  liveStudy,
  newsroom,
  publishSigned,
  refusalOf,
  review,
  sign,
  therapyDraft,
} from './support/newsroom.ts'

let citegate: Citegate
let people: Newsroom
let study: { id: string; key: string }
let therapy: { id: string; key: string }

beforeAll(async () => {
  citegate = await startCitegate()
  people = await newsroom(citegate)
  study = await liveStudy(people.editor)
  therapy = await therapyDraft(people.editor, 'invented-therapy')
  await publishAndLook(citegate.payload)
})

afterAll(() => citegate.stop())

const newClaim = (fields: Record<string, unknown> = {}) =>
  claimDraft(people.editor, therapy.id, study.id, fields)

const liveClaim = async (fields: Record<string, unknown> = {}) => {
  const claim = await newClaim(fields)
  await publishSigned(people, 'claims', claim.id)
  return claim
}

/** What stands in the main table, where readers' feeds come from. */
const mainTable = async (id: string) => {
  const found = await citegate.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'claims',
    where: { id: { equals: id } },
  })
  return found as Record<string, unknown>
}

/** Ids of the versions that were live, newest first. */
const versionsOf = async (id: string): Promise<string[]> => {
  const { docs } = await citegate.payload.db.findVersions({
    collection: 'claims',
    where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
    sort: '-updatedAt',
    pagination: false,
  })
  return docs.map((version) => version.id)
}

const rewrite = async (id: string, fields: Record<string, unknown>): Promise<void> => {
  documentOf(await people.editor.patch(`/claims/${id}?draft=true`, fields))
}

const publish = (id: string): Promise<Answer> =>
  people.editor.patch(`/claims/${id}`, { _status: 'published' })

describe('publishing over REST', () => {
  it('makes a new claim whatever id it asks for', async () => {
    const { id } = await newClaim()
    const made = await newClaim({ id, _id: id })
    expect(made.id).not.toBe(id)
  })

  it('refuses a claim that nobody approved, and says what is missing', async () => {
    const claim = await newClaim()
    const answer = await publish(claim.id)
    expect(answer.status).toBe(422)
    expect(refusalOf(answer)).toMatchObject({ code: 'findings', rules: ['approved-by-policy'] })
    expect(await mainTable(claim.id)).toMatchObject({ _status: 'draft', liveStatus: 'never' })
  })

  it('refuses a claim without citation, with all its findings', async () => {
    const claim = await newClaim({ citations: [] })
    const answer = await publish(claim.id)
    expect(answer.status).toBe(422)
    expect(refusalOf(answer).rules).toEqual(
      expect.arrayContaining(['claim-has-supporting-citation', 'approved-by-policy']),
    )
  })

  it('refuses a claim that is created as published', async () => {
    const answer = await people.editor.post('/claims', {
      key: 'born-live',
      statement: 'It was born live.',
      therapy: therapy.id,
      claimKind: 'benefit',
      direction: 'favours',
      certainty: 'low',
      citations: [{ study: study.id, stance: 'supports' }],
      _status: 'published',
    })
    expect(answer.status).toBe(422)
    const found = await people.editor.get('/claims?where[key][equals]=born-live&draft=true')
    expect(found.body['totalDocs']).toBe(0)
  })

  it('refuses a text that was approved before its last edit', async () => {
    const claim = await newClaim()
    await review(people.editor, 'claims', claim.id, 'submit')
    expect((await review(people.reviewer, 'claims', claim.id, 'approve')).status).toBe(200)
    documentOf(
      await people.editor.patch(`/claims/${claim.id}?draft=true`, { statement: 'It is another.' }),
    )
    const answer = await publish(claim.id)
    expect(answer.status).toBe(422)
    expect(refusalOf(answer).rules).toEqual(['approved-by-policy'])
  })

  it('refuses words that come in the same request as the publication', async () => {
    const claim = await newClaim()
    await review(people.editor, 'claims', claim.id, 'submit')
    await review(people.reviewer, 'claims', claim.id, 'approve')
    const answer = await people.editor.patch(`/claims/${claim.id}`, {
      statement: 'It is smuggled in.',
      _status: 'published',
    })
    expect(answer.status).toBe(422)
    expect((await mainTable(claim.id))['_status']).toBe('draft')
  })

  it('publishes what is approved, by PATCH as by the review endpoint', async () => {
    const claim = await newClaim()
    await review(people.editor, 'claims', claim.id, 'submit')
    await review(people.reviewer, 'claims', claim.id, 'approve')
    expect((await publish(claim.id)).status).toBe(200)
    expect(await mainTable(claim.id)).toMatchObject({
      _status: 'published',
      liveStatus: 'live',
      reviewStatus: 'approved',
    })
  })

  it('wants two signatures on a benefit of low certainty', async () => {
    const claim = await newClaim({ certainty: 'low' })
    await review(people.editor, 'claims', claim.id, 'submit')
    await review(people.reviewer, 'claims', claim.id, 'approve')
    expect(refusalOf(await publish(claim.id)).rules).toEqual(['approved-by-policy'])
    const again = await review(people.reviewer, 'claims', claim.id, 'approve')
    expect(again.status).toBe(409)
    await review(people.secondReviewer, 'claims', claim.id, 'approve')
    expect((await publish(claim.id)).status).toBe(200)
  })
})

describe('a live claim', () => {
  let claim: { id: string; key: string }
  let live: Record<string, unknown>

  beforeEach(async () => {
    claim = await liveClaim()
    live = await mainTable(claim.id)
  })

  const withoutTime = ({ updatedAt: _at, ...rest }: Record<string, unknown>) => rest

  it('keeps its citations when somebody strips them', async () => {
    const answer = await people.editor.patch(`/claims/${claim.id}`, { citations: [] })
    expect(answer.status).toBe(422)
    expect(refusalOf(answer).rules).toContain('claim-has-supporting-citation')
    expect(await mainTable(claim.id)).toEqual(live)
  })

  it('stays as it is while a draft is written beside it', async () => {
    documentOf(await people.editor.patch(`/claims/${claim.id}?draft=true`, { statement: 'New.' }))
    expect(withoutTime(await mainTable(claim.id))).toEqual(withoutTime(live))
    const newest = await people.editor.get(`/claims/${claim.id}?draft=true`)
    expect(newest.body).toMatchObject({
      statement: 'New.',
      reviewStatus: 'draft',
      liveStatus: 'live',
    })
  })

  it('is not taken down by a write that forgets draft=true over a newer draft', async () => {
    await people.editor.patch(`/claims/${claim.id}?draft=true`, { statement: 'A newer draft.' })
    const answer = await people.editor.patch(`/claims/${claim.id}`, { outcome: 'Pain' })
    expect(answer.status).toBe(409)
    expect(refusalOf(answer).message).toContain('draft=true')
    expect((await mainTable(claim.id))['_status']).toBe('published')
  })

  it.each([
    ['an unpublication', '', { _status: 'draft' }],
    ['an unpublication of all locales', '?unpublishAllLocales=true', { _status: 'draft' }],
  ])('is not taken down by %s', async (_name, query, body) => {
    const answer = await people.editor.patch(`/claims/${claim.id}${query}`, body)
    expect(answer.status).toBe(409)
    expect(await mainTable(claim.id)).toEqual(live)
  })

  it.each([
    [
      'without citations and all locales unpublished',
      '?unpublishAllLocales=true',
      { citations: [] },
    ],
    ['with a deletion date', '', { citations: [], deletedAt: '2026-01-01T00:00:00.000Z' }],
  ])('does not go out %s', async (_name, query, body) => {
    const answer = await people.editor.patch(`/claims/${claim.id}${query}`, {
      ...body,
      _status: 'published',
    })
    expect(answer.status).toBe(422)
    expect(await mainTable(claim.id)).toEqual(live)
  })

  it('does not get an older text back by restoring a version', async () => {
    await people.editor.patch(`/claims/${claim.id}?draft=true`, {
      statement: 'A draft to restore.',
    })
    const versions = await people.editor.get(`/claims/versions?where[parent][equals]=${claim.id}`)
    const [draft] = versions.body['docs'] as { id: string; version: { _status: string } }[]
    expect(draft?.version._status).toBe('draft')
    const answer = await people.editor.post(`/claims/versions/${String(draft?.id)}`, {})
    expect(answer.status).toBe(409)
    expect(await mainTable(claim.id)).toEqual(live)
  })

  it('gets no old words back by the signature on newer ones that say more', async () => {
    const [first] = await versionsOf(claim.id)
    await rewrite(claim.id, { outcome: 'Pain' })
    await publishSigned(people, 'claims', claim.id)
    const later = await mainTable(claim.id)
    await rewrite(claim.id, { outcome: 'Sleep' })
    await sign(people, 'claims', claim.id)
    const answer = await people.editor.post(`/claims/versions/${String(first)}`, {})
    expect(answer.status).toBe(422)
    expect(withoutTime(await mainTable(claim.id))).toEqual(withoutTime(later))
  })

  it('loses in a draft what the restored version does not say', async () => {
    const [first] = await versionsOf(claim.id)
    await rewrite(claim.id, { outcome: 'Sleep' })
    const restored = await people.editor.post(`/claims/versions/${String(first)}?draft=true`, {})
    expect(restored.status).toBe(200)
    const { body: draft } = await people.editor.get(`/claims/${claim.id}?draft=true`)
    expect(draft['outcome'] ?? null).toBeNull()
    const { body } = await people.editor.get(`/claims/${claim.id}/review`)
    const log = body['log'] as Record<string, unknown>[]
    const edit = { action: 'edit', changed: ['outcome'] }
    expect(log.slice(0, 2)).toMatchObject([edit, edit])
  })

  it('is not deleted', async () => {
    const answer = await people.editor.delete(`/claims/${claim.id}`)
    expect(answer.status).toBe(409)
    expect(await mainTable(claim.id)).toEqual(live)
  })

  it('is withdrawn by anybody who writes or signs, with a reason', async () => {
    const without = await review(people.reviewer, 'claims', claim.id, 'withdraw')
    expect(without.status).toBe(400)
    const answer = await review(people.reviewer, 'claims', claim.id, 'withdraw', {
      kind: 'safety',
      reason: 'Doubt.',
    })
    expect(answer.status).toBe(200)
    expect(await mainTable(claim.id)).toMatchObject({
      _status: 'draft',
      liveStatus: 'withdrawn',
      reviewStatus: 'draft',
    })
  })

  it('comes back by no publication once it was withdrawn', async () => {
    await review(people.editor, 'claims', claim.id, 'withdraw', {
      kind: 'safety',
      reason: 'Doubt.',
    })
    const answer = await publish(claim.id)
    expect([answer.status, refusalOf(answer).code]).toEqual([409, 'state'])
    expect(refusalOf(answer).message).toContain('reinstated')
  })

  it('is voided by a change of the facts it cites, not by a typo in their title', async () => {
    const own = await liveStudy(people.editor)
    const citing = await liveClaim({ citations: [{ study: own.id, stance: 'supports' }] })
    await people.editor.patch(`/studies/${own.id}`, { title: 'An invented trial, spelt better' })
    const still = await people.editor.get(`/claims/${citing.id}/review`)
    expect(still.body['reviewState']).toBe('approved')
    await people.editor.patch(`/studies/${own.id}`, { sampleSize: 12 })
    const now = await people.editor.get(`/claims/${citing.id}/review`)
    expect(now.body).toMatchObject({ reviewState: 'in-review', liveState: 'live' })
    expect(await mainTable(citing.id)).toMatchObject({ reviewStatus: 'in-review' })
  })
})

describe('signing', () => {
  it('is for reviewers only, and not for authors', async () => {
    const both = await citegate.person('Bea Both', 'editor', 'reviewer')
    const claim = await newClaim()
    documentOf(await both.patch(`/claims/${claim.id}?draft=true`, { outcome: 'Pain' }))
    await review(people.editor, 'claims', claim.id, 'submit')
    for (const [person, code] of [
      [both, 'author'],
      [people.editor, 'role'],
      [people.admin, 'role'],
    ] as const) {
      const answer = await review(person, 'claims', claim.id, 'approve')
      expect([answer.status, refusalOf(answer).code]).toEqual([403, code])
    }
  })

  it('asks for the password, and leaves no session behind', async () => {
    const claim = await newClaim()
    await review(people.editor, 'claims', claim.id, 'submit')
    const sessions = async () => {
      const user = await citegate.payload.db.findOne<{ id: string; sessions: unknown[] }>({
        collection: 'users',
        where: { id: { equals: people.reviewer.user.id } },
      })
      return user?.sessions.length
    }
    const before = await sessions()
    for (const wrong of ['', 'not the password']) {
      const answer = await review(people.reviewer, 'claims', claim.id, 'approve', {
        password: wrong,
      })
      expect([answer.status, refusalOf(answer).code]).toEqual([403, 'password'])
    }
    const right = await review(people.reviewer, 'claims', claim.id, 'approve', { password })
    expect(right.status).toBe(200)
    expect(await sessions()).toBe(before)
  })

  it('refuses a text that changed since it was read', async () => {
    const claim = await newClaim()
    await review(people.editor, 'claims', claim.id, 'submit')
    const seen = await people.reviewer.get(`/claims/${claim.id}/review`)
    await people.otherEditor.patch(`/claims/${claim.id}?draft=true`, { statement: 'Changed.' })
    await review(people.editor, 'claims', claim.id, 'submit')
    const answer = await people.reviewer.post(`/claims/${claim.id}/review`, {
      action: 'approve',
      contentHash: seen.body['contentHash'],
      meaning: 'medically-accurate',
      password,
    })
    expect([answer.status, refusalOf(answer).code]).toEqual([409, 'stale'])
  })

  it('needs a meaning, a refusal a reason', async () => {
    const claim = await newClaim()
    await review(people.editor, 'claims', claim.id, 'submit')
    const silent = await review(people.reviewer, 'claims', claim.id, 'request-changes')
    expect([silent.status, refusalOf(silent).code]).toEqual([400, 'reason'])
    const meant = await review(people.reviewer, 'claims', claim.id, 'approve', {
      meaning: undefined,
    })
    expect([meant.status, refusalOf(meant).code]).toEqual([400, 'meaning'])
  })
})

describe('what a body claims of itself', () => {
  it('is not believed: state, hash, date and key are kept by the program', async () => {
    const claim = await newClaim()
    documentOf(
      await people.editor.patch(`/claims/${claim.id}?draft=true`, {
        reviewStatus: 'approved',
        liveStatus: 'live',
        reviewDue: '2099-01-01T00:00:00.000Z',
        key: 'another-key',
        outcome: 'Pain',
      }),
    )
    const newest = await people.editor.get(`/claims/${claim.id}?draft=true`)
    expect(newest.body).toMatchObject({
      key: claim.key,
      reviewStatus: 'draft',
      liveStatus: 'never',
      reviewDue: null,
    })
  })

  it.each([
    ['reviews', { sequence: 1, action: 'approve' }],
    ['releases', { number: 99 }],
  ])('cannot make an entry in %s', async (slug, body) => {
    for (const person of [people.editor, people.reviewer, people.admin]) {
      expect((await person.post(`/${slug}`, body)).status).toBe(403)
    }
    await expect(
      citegate.payload.create({ collection: slug as 'reviews', data: body as never }),
    ).rejects.toThrow(/record/)
  })

  it('keeps the day on which it was made through every draft', async () => {
    const { id } = await newClaim()
    const createdAt = async () =>
      (await people.editor.get(`/claims/${id}?draft=true`)).body['createdAt']
    const made = await createdAt()
    expect(made).toEqual(expect.any(String))
    for (const outcome of ['Pain', 'Less pain']) {
      documentOf(await people.editor.patch(`/claims/${id}?draft=true`, { outcome }))
      expect(await createdAt()).toBe(made)
    }
  })

  it('cannot change or delete an entry of the log, not even past access control', async () => {
    const { docs } = await citegate.payload.find({ collection: 'reviews', limit: 1 })
    const id = String(docs[0]?.id)
    expect((await people.admin.patch(`/reviews/${id}`, { reason: 'x' })).status).toBe(403)
    expect((await people.admin.delete(`/reviews/${id}`)).status).toBe(403)
    await expect(
      citegate.payload.update({ collection: 'reviews', id, data: { reason: 'x' } }),
    ).rejects.toThrow(/never changed/)
    await expect(citegate.payload.delete({ collection: 'reviews', id })).rejects.toThrow(/nothing/)
  })

  it.each<[string, () => Record<string, unknown>]>([
    ['a word for a list', () => ({ citations: 'none' })],
    ['nothing in a list', () => ({ citations: [null] })],
    ['an object for an id', () => ({ therapy: { a: 1 } })],
    ['the id of another collection', () => ({ therapy: study.id })],
    ['a number for a text', () => ({ statement: 12 })],
  ])('cannot break the program with %s', async (name, body) => {
    const key = `odd-${name.replaceAll(' ', '-')}`
    const answer = await people.editor.post('/claims?draft=true', { key, ...body() })
    expect(answer.status, JSON.stringify(answer.body)).not.toBe(500)
    if (answer.status !== 201) return
    const { id } = documentOf(answer)
    expect((await people.editor.get(`/claims/${id}/review`)).status).toBe(200)
    expect((await publish(id)).status).toBe(422)
  })
})

describe('people without the right to write', () => {
  it('cannot publish through the Local API without a person', async () => {
    const claim = await newClaim()
    await expect(
      citegate.payload.update({
        collection: 'claims',
        id: claim.id,
        data: { _status: 'published' },
      }),
    ).rejects.toThrow(/Nobody is signed in/)
  })

  it.each(['reviewer', 'admin'] as const)('a %s does not edit', async (role) => {
    const claim = await newClaim()
    const answer = await people[role].patch(`/claims/${claim.id}?draft=true`, { outcome: 'Pain' })
    expect(answer.status).toBe(403)
  })
})

describe('references', () => {
  it('keep a draft that others cite', async () => {
    const cited = documentOf(
      await people.editor.post('/studies?draft=true', { title: 'Cited', sourceType: 'study' }),
    )
    const claim = await claimDraft(people.editor, therapy.id, cited.id)
    const answer = await people.editor.delete(`/studies/${cited.id}`)
    expect([answer.status, refusalOf(answer).code]).toEqual([409, 'in-use'])
    expect(refusalOf(answer).message).toContain(`claims/${claim.key}`)
  })

  it('keep a key from being used again after its draft was deleted', async () => {
    const claim = await newClaim({ key: 'used-once' })
    expect((await people.editor.delete(`/claims/${claim.id}`)).status).toBe(200)
    const again = await people.editor.post('/claims?draft=true', {
      key: 'used-once',
      statement: 'X.',
    })
    expect([again.status, refusalOf(again).code]).toEqual([409, 'conflict'])
  })
})
