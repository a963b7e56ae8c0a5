import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishAndLook } from './support/publishAndLook.ts'
import type { GatedSlug } from '../../src/projection/index.ts'
import { claimParagraph } from './support/claimParagraph.ts'
import type { Desk } from './support/desk.ts'
import { dataOf, openDesk, outcome } from './support/desk.ts'
import { documentOf, liveStudy, publishSigned, review, usChannel } from './support/newsroom.ts'

type Named = { readonly id: string; readonly key: string }

let desk: Desk
let study: Named
let condition: Named
let claim: Named
let page: Named
/** A claim nobody published, and a draft beside a live claim, that cite the study too. */
let draft: Named
let beside: Named

beforeAll(async () => {
  desk = await openDesk()
  const { editor, admin } = desk.people
  const channel = await usChannel(admin)
  study = await liveStudy(editor)
  condition = documentOf(
    await editor.post('/conditions', {
      key: 'invented-condition',
      name: 'An invented condition',
      icd10: 'M54.5',
      _status: 'published',
    }),
  )
  const cited = { citations: [{ study: study.id, stance: 'supports' }] }
  claim = await desk.liveClaim({ ...cited, claimKind: 'mechanism', certainty: null })
  draft = await desk.newClaim(cited)
  beside = await desk.liveClaim()
  documentOf(await editor.patch(`/claims/${beside.id}?draft=true`, cited))
  page = documentOf(
    await editor.post('/articles?draft=true', {
      key: 'a-page-with-a-claim',
      title: 'A page with a claim',
      summary: 'It is invented.',
      channels: [channel.id],
      conditions: [condition.id],
      sections: [
        { heading: 'A claim', aspect: 'OverviewHealthAspect', body: claimParagraph(claim.id) },
      ],
    }),
  )
  await publishSigned(desk.people, 'articles', page.id)
  await publishAndLook(desk.citegate.payload)
})

afterAll(() => desk.citegate.stop())

const logLength = async () =>
  (await desk.citegate.payload.count({ collection: 'reviews' })).totalDocs

describe('the cascade', () => {
  it('of withdrawing a study names who cites it, what falls and where notices will stand', async () => {
    const before = await logLength()
    const { status, body } = await desk.people.reviewer.get(`/studies/${study.id}/cascade`)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body['subject']).toBe(`study/${study.key}`)
    expect(body['citedBy']).toMatchObject(
      [
        { subject: `claim/${beside.key}`, isLive: false },
        { subject: `claim/${claim.key}`, isLive: true },
        { subject: `claim/${draft.key}`, isLive: false },
      ].toSorted((one, other) => (one.subject < other.subject ? -1 : 1)),
    )
    expect(body['withheld']).toMatchObject([{ subject: `claim/${claim.key}` }])
    expect(body['notices']).toEqual([
      { page: `article/${page.key}`, claim: `claim/${claim.key}`, channel: 'us-en' },
    ])
    expect(await logLength()).toBe(before)
  })

  it('of a claim names the page it stands on', async () => {
    const { body } = await desk.people.editor.get(`/claims/${claim.id}/cascade`)
    expect(body).toMatchObject({
      citedBy: [{ subject: `article/${page.key}`, title: 'A page with a claim', isLive: true }],
      notices: [{ page: `article/${page.key}`, claim: `claim/${claim.key}` }],
    })
  })

  it('of changed facts is shown before they are saved, and nothing is written', async () => {
    const { editor } = desk.people
    const before = await logLength()
    const ask = (data: unknown) => editor.post(`/studies/${study.id}/cascade`, { data })
    const facts = await ask({ status: 'retracted', noticeDoi: '10.900000/notice.3' })
    expect(facts.status, JSON.stringify(facts.body)).toBe(200)
    expect(facts.body['withheld']).toMatchObject([{ subject: `claim/${claim.key}` }])
    expect((await ask({ sampleSize: 3 })).body['withheld']).toMatchObject([
      { subject: `claim/${claim.key}` },
    ])
    expect((await ask({ title: 'Spelt better' })).body).toMatchObject({ withheld: [], notices: [] })
    expect(await desk.main('studies', study.id)).toMatchObject({
      status: 'active',
      sampleSize: 100,
    })
    expect(await logLength()).toBe(before)
  })

  it('is asked for by people, in words that can be read', async () => {
    const { editor } = desk.people
    expect((await desk.citegate.stranger.get(`/studies/${study.id}/cascade`)).status).toBe(401)
    const other = await editor.get(`/studies/${claim.id}/cascade`)
    expect(outcome(other)).toEqual([404, 'not-found'])
    const odd = await editor.post(`/studies/${study.id}/cascade`, { sampleSize: 3 })
    expect(outcome(odd)).toEqual([400, 'malformed'])
  })
})

describe('what something live depends on', () => {
  const needed: readonly [GatedSlug, () => Named, string][] = [
    ['studies', () => study, 'claims/'],
    ['conditions', () => condition, 'articles/a-page-with-a-claim'],
    ['claims', () => claim, 'articles/a-page-with-a-claim'],
  ]

  it.each(needed)('is not unpublished (%s)', async (slug, which, dependent) => {
    const { id } = which()
    const answer = await desk.people.editor.patch(`/${slug}/${id}`, { _status: 'draft' })
    expect(outcome(answer)).toEqual([409, 'in-use'])
    expect(String(dataOf(answer)['dependents'])).toContain(dependent)
    expect(await desk.main(slug, id)).toMatchObject({ _status: 'published' })
  })

  it.each(needed)('is not put in a trash (%s)', async (slug, which, dependent) => {
    const { id } = which()
    for (const query of ['', '?draft=true']) {
      const body = { deletedAt: '2026-01-01T00:00:00.000Z' }
      const answer = await desk.people.editor.patch(`/${slug}/${id}${query}`, body)
      expect(outcome(answer)).toEqual([409, 'in-use'])
      expect(String(dataOf(answer)['dependents'])).toContain(dependent)
    }
    expect(await desk.main(slug, id)).toMatchObject({ _status: 'published' })
  })

  it.each(needed)('is not deleted (%s)', async (slug, which, dependent) => {
    const { id } = which()
    const answer = await desk.people.editor.delete(`/${slug}/${id}`)
    expect(outcome(answer)).toEqual([409, 'in-use'])
    expect(String(dataOf(answer)['dependents'])).toContain(dependent)
    expect(await desk.main(slug, id)).toMatchObject({ _status: 'published' })
  })

  it('is not deleted either when it is a draft itself (therapies)', async () => {
    const answer = await desk.people.editor.delete(`/therapies/${desk.therapy.id}`)
    expect(outcome(answer)).toEqual([409, 'in-use'])
    expect(String(dataOf(answer)['dependents'])).toContain(`claims/${claim.key}`)
  })

  it('is not deleted through a list (therapies)', async () => {
    const answer = await desk.people.editor.delete(
      `/therapies?where[id][equals]=${desk.therapy.id}`,
    )
    expect(answer.body['docs'] ?? []).toEqual([])
    expect(await desk.newest('therapies', desk.therapy.id)).toMatchObject({
      key: desk.therapy.key,
    })
  })

  it('can be withdrawn all the same, and what depends on it falls', async () => {
    const { reviewer } = desk.people
    const answer = await review(reviewer, 'studies', study.id, 'withdraw', {
      kind: 'evidence',
      reason: 'Entered by mistake.',
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const report = await publishAndLook(desk.citegate.payload)
    expect(report.withheld.map(({ subject }) => subject)).toEqual([`claim/${claim.key}`])
  })
})
