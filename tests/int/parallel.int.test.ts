import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyChain } from '../../src/domain/review/index.ts'
import { toLogEntry } from '../../src/projection/index.ts'
import type { Answer, Citegate, Person } from './support/citegate.ts'
import { startCitegate } from './support/citegate.ts'
import type { Newsroom } from './support/newsroom.ts'
import { claimDraft, liveStudy, newsroom, publishSigned, therapyDraft } from './support/newsroom.ts'

let citegate: Citegate
let people: Newsroom
let writers: Person[]
let claims: { id: string }[]

beforeAll(async () => {
  citegate = await startCitegate()
  people = await newsroom(citegate)
  writers = []
  for (let n = 0; n < 10; n += 1) {
    writers.push(await citegate.person(`Writer ${String(n)}`, 'editor'))
  }
  const study = await liveStudy(people.editor)
  const therapy = await therapyDraft(people.editor, 'invented-therapy')
  claims = []
  for (let n = 0; n < 4; n += 1) {
    const claim = await claimDraft(people.editor, therapy.id, study.id)
    await publishSigned(people, 'claims', claim.id)
    claims.push(claim)
  }
}, 120_000)

afterAll(() => citegate.stop())

interface Write {
  readonly answer: Answer
  /** Whether what it wrote can be read back. */
  readonly isThere: () => Promise<boolean>
}

async function write(n: number): Promise<Write> {
  const person = writers[n % writers.length] as Person
  const claim = claims[n % claims.length] as { id: string }
  const mark = `mark ${String(n)}`
  switch (n % 4) {
    case 0: {
      const answer = await person.post('/studies?draft=true', {
        key: `s-${String(n)}`,
        title: mark,
      })
      return { answer, isThere: () => countIs1(`/studies?draft=true&where[title][equals]=${mark}`) }
    }
    case 1: {
      const body = { key: `c-${String(n)}`, statement: mark }
      const answer = await person.post('/claims?draft=true', body)
      return {
        answer,
        isThere: () => countIs1(`/claims?draft=true&where[statement][equals]=${mark}`),
      }
    }
    case 2: {
      const answer = await person.patch(`/claims/${claim.id}?draft=true`, { outcome: mark })
      return {
        answer,
        isThere: () => countIs1(`/claims/versions?where[version.outcome][equals]=${mark}`),
      }
    }
    default: {
      const answer = await person.patch(`/claims/${claim.id}`, { population: mark, citations: [] })
      return {
        answer,
        isThere: () => countIs1(`/claims/versions?where[version.population][equals]=${mark}`),
      }
    }
  }
}

async function countIs1(path: string): Promise<boolean> {
  return (await people.editor.get(path)).body['totalDocs'] === 1
}

describe('200 parallel writes by ten people', () => {
  it('are each either acknowledged and there, or refused and not there', async () => {
    const writes = await Promise.all(Array.from({ length: 200 }, (_, n) => write(n)))
    const statuses = writes.map(({ answer }) => answer.status)
    expect(statuses.filter((status) => status >= 500)).toEqual([])
    expect(statuses.filter((status) => status < 300).length).toBeGreaterThanOrEqual(100)
    const wrong: string[] = []
    for (const [n, { answer, isThere }] of writes.entries()) {
      if ((await isThere()) !== answer.status < 300)
        wrong.push(`${String(n)} ${String(answer.status)}`)
    }
    expect(wrong).toEqual([])
  }, 300_000)

  it('leave a log whose chain holds and live texts that are as they were', async () => {
    const { docs } = await citegate.payload.find({
      collection: 'reviews',
      limit: 0,
      sort: 'sequence',
    })
    expect(verifyChain(docs.map(toLogEntry))).toMatchObject({ ok: true, length: docs.length })
    for (const { id } of claims) {
      const live = await citegate.payload.findByID({ collection: 'claims', id, draft: false })
      expect([live._status, live.outcome ?? null]).toEqual(['published', null])
      expect(live.citations).toHaveLength(1)
    }
  })
})
