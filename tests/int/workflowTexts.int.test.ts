import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectionHash } from '../../src/domain/review/index.ts'
import { publishAndLook } from './support/publishAndLook.ts'
import { claimParagraph } from './support/claimParagraph.ts'
import type { Desk } from './support/desk.ts'
import { approve, openDesk } from './support/desk.ts'
import { documentOf, liveStudy, publishSigned, review, usChannel } from './support/newsroom.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.citegate.stop())

/** A live claim on a study of its own, and what its review says. */
async function citing(fields: Record<string, unknown> = {}) {
  const study = await liveStudy(desk.people.editor)
  const claim = await desk.liveClaim({
    citations: [{ study: study.id, stance: 'supports' }],
    ...fields,
  })
  return { study, claim }
}

const change = async (study: { id: string }, fields: object, query = '') =>
  documentOf(await desk.people.editor.patch(`/studies/${study.id}${query}`, fields))

const stateOf = async (id: string) => ({
  live: (await desk.main('claims', id))['reviewStatus'],
  newest: (await desk.newest('claims', id))['reviewStatus'],
})

describe('a change of the facts of a study', () => {
  it('voids the approval of a live claim and puts it in its reviewers’ queue', async () => {
    const { study, claim } = await citing()
    await change(study, { sampleSize: 12 })
    expect(await stateOf(claim.id)).toEqual({ live: 'in-review', newest: 'in-review' })
    expect(await desk.reviewOf('claims', claim.id)).toMatchObject({
      reviewState: 'in-review',
      approvals: [],
    })
  })

  it('keeps the claim out of the feed until it is signed anew, and no longer', async () => {
    const { payload } = desk.citegate
    const withheld = async () => {
      const { withheld: all } = await publishAndLook(payload)
      return all.map(({ subject }) => subject)
    }
    const { study, claim } = await citing()
    await change(study, { sampleSize: 15 })
    expect(await withheld()).toContain(`claim/${claim.key}`)
    await payload.delete({ collection: 'payload-jobs', where: { queue: { equals: 'release' } } })
    expect((await review(desk.people.reviewer, 'claims', claim.id, 'approve')).status).toBe(200)
    const queued = await payload.count({ collection: 'payload-jobs' })
    expect(queued.totalDocs).toBe(1)
    expect(await withheld()).not.toContain(`claim/${claim.key}`)
    const log = await desk.logOf(`claim/${claim.key}`)
    expect(log.slice(-3).map(({ action }) => action)).toEqual(['withhold', 'approve', 'readmit'])
  })

  it('leaves approvals alone when only the spelling of its title changes', async () => {
    const { study, claim } = await citing()
    await change(study, { title: 'An invented trial, spelt better' })
    expect(await stateOf(claim.id)).toEqual({ live: 'approved', newest: 'approved' })
  })

  it('does nothing while it stands in a draft, and counts once that is published', async () => {
    const { study, claim } = await citing()
    await change(study, { sampleSize: 13 }, '?draft=true')
    expect(await stateOf(claim.id)).toEqual({ live: 'approved', newest: 'approved' })
    await change(study, { _status: 'published' })
    expect(await stateOf(claim.id)).toEqual({ live: 'in-review', newest: 'in-review' })
  })

  it('reaches the live text also where its draft cites the study no more', async () => {
    const { study, claim } = await citing()
    documentOf(
      await desk.people.editor.patch(`/claims/${claim.id}?draft=true`, {
        citations: [{ study: desk.study.id, stance: 'supports' }],
      }),
    )
    await change(study, { sampleSize: 14 })
    expect(await stateOf(claim.id)).toEqual({ live: 'in-review', newest: 'draft' })
  })

  it('reaches an approved draft beside a live text that does not cite it', async () => {
    const study = await liveStudy(desk.people.editor)
    const claim = await desk.liveClaim()
    documentOf(
      await desk.people.editor.patch(`/claims/${claim.id}?draft=true`, {
        citations: [{ study: study.id, stance: 'supports' }],
      }),
    )
    await approve(desk.people, 'claims', claim.id)
    expect(await stateOf(claim.id)).toEqual({ live: 'approved', newest: 'approved' })
    await change(study, { design: 'cohort' })
    expect(await stateOf(claim.id)).toEqual({ live: 'approved', newest: 'in-review' })
  })

  it('reaches claims that cite a study nobody published yet', async () => {
    const study = documentOf(
      await desk.people.editor.post('/studies?draft=true', {
        key: 'unpublished-study',
        title: 'An invented trial nobody published',
        sourceType: 'study',
        sampleSize: 10,
      }),
    )
    const claim = await desk.newClaim({ citations: [{ study: study.id, stance: 'background' }] })
    await review(desk.people.editor, 'claims', claim.id, 'submit')
    const before = await desk.reviewOf('claims', claim.id)
    await change(study, { sampleSize: 11 }, '?draft=true')
    const after = await desk.reviewOf('claims', claim.id)
    expect(after['contentHash']).not.toBe(before['contentHash'])
    expect(after['reviewState']).toBe('in-review')
  })
})

describe('the texts of record', () => {
  it('hold every text that the log names or a reviewer sees, each under the hash of what it says', async () => {
    const { study, claim } = await citing()
    await change(study, { result: 'Another result, invented.' })
    await publishAndLook(desk.citegate.payload)
    const seen = await desk.reviewOf('claims', claim.id)
    const { docs: texts } = await desk.citegate.payload.find({ collection: 'texts', limit: 0 })
    for (const { hash, projection } of texts) {
      expect(projectionHash(projection as object)).toBe(hash)
    }
    const { docs: log } = await desk.citegate.payload.find({ collection: 'reviews', limit: 0 })
    const kept = new Set(texts.map(({ hash }) => hash))
    expect(kept.size).toBe(texts.length)
    expect(log.filter(({ contentHash }) => !kept.has(contentHash))).toEqual([])
    expect(kept).toContain(seen['contentHash'])
  })

  it('cannot be made, changed or deleted by anybody', async () => {
    const { docs } = await desk.citegate.payload.find({ collection: 'texts', limit: 1 })
    const id = String(docs[0]?.id)
    for (const person of [desk.people.editor, desk.people.reviewer, desk.people.admin]) {
      const body = { hash: 'cg1-invented', subject: 'claim/x', projection: {} }
      expect((await person.post('/texts', body)).status).toBe(403)
      expect((await person.patch(`/texts/${id}`, body)).status).toBe(403)
      expect((await person.delete(`/texts/${id}`)).status).toBe(403)
    }
  })
})

describe('a claim that changes under a live page', () => {
  it('asks the reviewers of the page to read it again, and voids nothing', async () => {
    const { people } = desk
    const channel = await usChannel(people.admin)
    const claim = await desk.liveClaim({ claimKind: 'mechanism', certainty: null })
    const page = documentOf(
      await people.editor.post('/articles?draft=true', {
        key: 'a-page-with-a-claim',
        title: 'A page with a claim',
        summary: 'It is invented.',
        channels: [channel.id],
        sections: [
          { heading: 'A claim', aspect: 'OverviewHealthAspect', body: claimParagraph(claim.id) },
        ],
      }),
    )
    await publishSigned(people, 'articles', page.id)
    expect(await desk.main('articles', page.id)).toMatchObject({ openComments: 0 })

    documentOf(
      await people.editor.patch(`/claims/${claim.id}?draft=true`, {
        statement: 'The invented trial found another thing.',
      }),
    )
    await publishSigned(people, 'claims', claim.id)
    expect(await desk.main('articles', page.id)).toMatchObject({
      openComments: 1,
      reviewStatus: 'approved',
      liveStatus: 'live',
    })
    const { comments } = (await desk.reviewOf('articles', page.id))['workflow'] as {
      comments: { id: number; actor: { key: string }; text: string }[]
    }
    expect(comments).toMatchObject([{ actor: { key: 'citegate' }, place: 'sections' }])
    expect(comments[0]?.text).toContain(`claim/${claim.key}`)

    const resolved = await review(people.reviewer, 'articles', page.id, 'resolve', {
      comment: comments[0]?.id,
    })
    expect(resolved.status).toBe(200)
    expect(await desk.main('articles', page.id)).toMatchObject({ openComments: 0 })
  })
})
