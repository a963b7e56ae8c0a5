import { expect } from 'vitest'
import type { LogEntry } from '../../../src/domain/model/index.ts'
import type { GatedSlug } from '../../../src/projection/index.ts'
import { toLogEntry } from '../../../src/projection/index.ts'
import type { Answer, Citegate } from './citegate.ts'
import { startCitegate } from './citegate.ts'
import type { Newsroom } from './newsroom.ts'
import { claimDraft, liveStudy, newsroom, publishSigned, review, therapyDraft } from './newsroom.ts'

type Fields = Record<string, unknown>
type Named = { readonly id: string; readonly key: string }

/** A newsroom at work: a program, its people, a therapy and a live study to write claims about. */
export interface Desk {
  readonly citegate: Citegate
  readonly people: Newsroom
  readonly therapy: Named
  readonly study: Named
  readonly newClaim: (fields?: Fields) => Promise<Named>
  readonly approvedClaim: (fields?: Fields) => Promise<Named>
  readonly liveClaim: (fields?: Fields) => Promise<Named>
  /** What stands in the main table, where the feed is made from. */
  readonly main: (slug: GatedSlug, id: string) => Promise<Fields>
  /** The newest text, draft or live. */
  readonly newest: (slug: GatedSlug, id: string) => Promise<Fields>
  /** The whole log of a subject, oldest entry first. */
  readonly logOf: (subject: string) => Promise<readonly LogEntry[]>
  readonly reviewOf: (slug: GatedSlug, id: string) => Promise<Answer['body']>
}

export async function openDesk(): Promise<Desk> {
  const citegate = await startCitegate()
  const people = await newsroom(citegate)
  const study = await liveStudy(people.editor)
  const therapy = await therapyDraft(people.editor, 'invented-therapy')
  const { payload } = citegate
  const newClaim = (fields: Fields = {}) => claimDraft(people.editor, therapy.id, study.id, fields)
  const approvedClaim = async (fields: Fields = {}) => {
    const claim = await newClaim(fields)
    await approve(people, 'claims', claim.id)
    return claim
  }
  return {
    citegate,
    people,
    therapy,
    study,
    newClaim,
    approvedClaim,
    liveClaim: async (fields = {}) => {
      const claim = await newClaim(fields)
      await publishSigned(people, 'claims', claim.id)
      return claim
    },
    main: async (slug, id) =>
      (await payload.findByID({
        collection: slug,
        id,
        draft: false,
        depth: 0,
      })) as unknown as Fields,
    newest: async (slug, id) =>
      (await payload.findByID({
        collection: slug,
        id,
        draft: true,
        depth: 0,
      })) as unknown as Fields,
    logOf: async (subject) => {
      const { docs } = await payload.find({
        collection: 'reviews',
        where: { subject: { equals: subject } },
        sort: 'sequence',
        limit: 0,
      })
      return docs.map(toLogEntry)
    },
    reviewOf: async (slug, id) => (await people.editor.get(`/${slug}/${id}/review`)).body,
  }
}

/** Submits the newest text and has it signed once. */
export async function approve(people: Newsroom, slug: GatedSlug, id: string): Promise<void> {
  for (const [person, action] of [
    [people.editor, 'submit'],
    [people.reviewer, 'approve'],
  ] as const) {
    const answer = await review(person, slug, id, action)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
}

/** Status and code of a refusal, or of an answer that is none. */
export function outcome({ status, body }: Answer): readonly [number, string | undefined] {
  const [error] = (body['errors'] ?? []) as { data?: { code?: string } }[]
  return [status, error?.data?.code]
}

/** What a refusal says beside its message. */
export function dataOf({ body }: Answer): Fields {
  const [error] = (body['errors'] ?? []) as { data?: Fields }[]
  return error?.data ?? {}
}
