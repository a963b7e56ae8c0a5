import { expect } from 'vitest'
import type { Answer, Citegate, Person } from './citegate.ts'
import { password } from './citegate.ts'

export interface Newsroom {
  readonly editor: Person
  readonly otherEditor: Person
  readonly reviewer: Person
  readonly secondReviewer: Person
  readonly admin: Person
}

/** The people of a small newsroom. */
export async function newsroom(citegate: Citegate): Promise<Newsroom> {
  return {
    editor: await citegate.person('Edda Editor', 'editor'),
    otherEditor: await citegate.person('Otto Other', 'editor'),
    reviewer: await citegate.person('Rita Reviewer', 'reviewer'),
    secondReviewer: await citegate.person('Sam Second', 'reviewer'),
    admin: await citegate.person('Ada Admin', 'admin'),
  }
}

type Fields = Record<string, unknown>

/** The document of an answer that has to be one. */
export function documentOf(answer: Answer): Fields & { id: string; key: string } {
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body['doc'] as Fields & { id: string; key: string }
}

/** Code and findings of a refusal. */
export function refusalOf({ body }: Answer): { code: string; rules: string[]; message: string } {
  const [error] = body['errors'] as { message: string; data?: Fields }[]
  const findings = (error?.data?.['findings'] ?? []) as { rule: string; severity: string }[]
  return {
    code: String(error?.data?.['code']),
    message: String(error?.message),
    rules: findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
  }
}

/** The channel that most tests publish to. */
export async function usChannel(admin: Person): Promise<Fields & { id: string; key: string }> {
  return documentOf(
    await admin.post('/channels', {
      key: 'us-en',
      title: 'United States, English',
      jurisdiction: 'us',
      language: 'en',
    }),
  )
}

let made = 0

export async function liveStudy(
  editor: Person,
  fields: Fields = {},
): Promise<{ id: string; key: string }> {
  made += 1
  return documentOf(
    await editor.post('/studies', {
      key: `study-${String(made)}`,
      title: `An invented trial, number ${String(made)}`,
      sourceType: 'study',
      design: 'randomized-controlled-trial',
      authors: [{ family: 'Invented', given: 'Ines' }],
      containerTitle: 'Journal of Invented Trials',
      issued: '2020',
      doi: `10.900000/invented.${String(made)}`,
      sampleSize: 100,
      status: 'active',
      _status: 'published',
      ...fields,
    }),
  )
}

export async function therapyDraft(
  editor: Person,
  key: string,
): Promise<{ id: string; key: string }> {
  const title = `Therapy ${key}`
  return documentOf(
    await editor.post('/therapies?draft=true', { key, title, summary: 'Invented.' }),
  )
}

/** A complete claim, saved as a draft. */
export async function claimDraft(
  editor: Person,
  therapy: string,
  study: string,
  fields: Fields = {},
): Promise<{ id: string; key: string }> {
  made += 1
  return documentOf(
    await editor.post('/claims?draft=true', {
      key: `claim-${String(made)}`,
      statement: `The invented trial found ${String(made)} of 100 people with less pain.`,
      therapy,
      claimKind: 'benefit',
      direction: 'favours',
      certainty: 'moderate',
      certaintyReason: 'Lowered once for imprecision.',
      citations: [{ study, stance: 'supports' }],
      ...fields,
    }),
  )
}

/** One step of a review, on the text as it is. */
export async function review(
  person: Person,
  slug: string,
  id: string,
  action: string,
  more: Fields = {},
): Promise<Answer> {
  const seen = await person.get(`/${slug}/${id}/review`)
  return person.post(`/${slug}/${id}/review`, {
    action,
    contentHash: seen.body['contentHash'],
    ...(action === 'approve' ? { meaning: 'medically-accurate', password } : {}),
    ...more,
  })
}

/** Takes a draft to where it could go live. */
export function sign(people: Newsroom, slug: string, id: string): Promise<void> {
  return steps(people, slug, id, ['submit', 'approve'])
}

/** Takes a draft all the way to live. */
export function publishSigned(people: Newsroom, slug: string, id: string): Promise<void> {
  return steps(people, slug, id, ['submit', 'approve', 'publish'])
}

async function steps(
  { editor, reviewer }: Newsroom,
  slug: string,
  id: string,
  actions: readonly ('approve' | 'publish' | 'submit')[],
): Promise<void> {
  for (const action of actions) {
    const answer = await review(action === 'approve' ? reviewer : editor, slug, id, action)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  }
}
