import { rmSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { addMonths, isoDate } from '../../src/domain/review/index.ts'
import { loadLiveGraph } from '../../src/projection/index.ts'
import type { Desk } from './support/desk.ts'
import { approve, openDesk, outcome } from './support/desk.ts'
import { review } from './support/newsroom.ts'

// The environment is read with the first import, and imports come first.
const { folder } = await vi.hoisted(async () => {
  const { mkdtempSync, writeFileSync } = await import('node:fs')
  const { tmpdir } = await import('node:os')
  const path = await import('node:path')
  const made = mkdtempSync(path.join(tmpdir(), 'citegate-policy-'))
  const file = path.join(made, 'policy.json')
  const kinds = ['claim', 'therapy', 'article', 'disclaimer']
  writeFileSync(
    file,
    JSON.stringify({ rows: [{ kinds, approvals: 2 }], claimIntervals: { procedure: 6, harm: 6 } }),
  )
  process.env['REVIEW_POLICY'] = file
  return { folder: made }
})

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(async () => {
  await desk.citegate.stop()
  rmSync(folder, { recursive: true })
})

/** Until when a signature of today holds. */
const inMonths = (months: number) => addMonths(isoDate(new Date()), months)

describe('an installation with rules of its own', () => {
  it('needs as many signatures as they say, by different people', async () => {
    const { people } = desk
    const claim = await desk.newClaim()
    await approve(people, 'claims', claim.id)
    const half = await desk.reviewOf('claims', claim.id)
    expect(half).toMatchObject({ reviewState: 'in-review', missing: 1, policy: { approvals: 2 } })
    const publishing = await review(people.editor, 'claims', claim.id, 'publish')
    expect(outcome(publishing)).toEqual([409, 'state'])
    const stock = await people.editor.patch(`/claims/${claim.id}`, { _status: 'published' })
    expect(outcome(stock)).toEqual([422, 'findings'])
    await review(people.secondReviewer, 'claims', claim.id, 'approve')
    expect((await review(people.editor, 'claims', claim.id, 'publish')).status).toBe(200)
    expect((await desk.main('claims', claim.id))['_status']).toBe('published')
  })

  it('reviews again after as many months as they say', async () => {
    const { people } = desk
    const claim = await desk.newClaim({ claimKind: 'procedure', direction: 'unclear' })
    await approve(people, 'claims', claim.id)
    await review(people.secondReviewer, 'claims', claim.id, 'approve')
    expect(await desk.reviewOf('claims', claim.id)).toMatchObject({
      reviewState: 'approved',
      reviewDue: inMonths(6),
    })
  })

  it('plans releases by them too', async () => {
    const { policy } = (await loadLiveGraph({ payload: desk.citegate.payload })).graph
    expect(policy?.rows).toHaveLength(1)
  })
})
