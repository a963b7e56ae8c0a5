import type { Answer } from '../api/index.ts'
import { ask } from '../api/index.ts'
import type { Person } from './person.ts'

/** A list shows a person in each row: all of them ask within a moment, and one request serves them. */
const freshMs = 10_000

let last: Listing | undefined

interface Listing {
  readonly url: string
  readonly at: number
  readonly answer: Promise<Answer<People>>
}

interface People {
  readonly docs: readonly Person[]
}

/** Everybody who has an account, by name. */
export async function readPeople(url: string, now: number): Promise<Answer<readonly Person[]>> {
  if (last?.url !== url || now - last.at > freshMs) last = { url, at: now, answer: listed(url) }
  const answer = await last.answer
  return answer.ok ? { ok: true, value: answer.value.docs } : answer
}

function listed(url: string): Promise<Answer<People>> {
  const query = new URLSearchParams({ depth: '0', pagination: 'false', sort: 'name' })
  for (const field of ['key', 'name', 'credentials', 'roles']) {
    query.set(`select[${field}]`, 'true')
  }
  return ask(`${url}?${query.toString()}`)
}
