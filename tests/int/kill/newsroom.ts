import type { BasePayload } from 'payload'
import { makeAccount } from '../../../src/hooks/index.ts'
import type { Role } from '../../../src/domain/model/index.ts'
import { publishRelease } from '../../../src/publish/index.ts'
import type { Answer, Program, Verbs } from '../support/program.ts'

export const password = 'correct horse battery staple'

/** The program, with its people signed in and something to write about. */
export interface Newsroom {
  readonly payload: BasePayload
  readonly editor: Verbs
  readonly reviewer: Verbs
  readonly therapy: string
  readonly study: string
}

const people = {
  editor: 'Edda Editor',
  reviewer: 'Rita Reviewer',
  admin: 'Ada Admin',
} as const satisfies Partial<Record<Role, string>>

/** Signs people in; the first time they and their content are made. */
export async function comeToWork(payload: BasePayload, { verbs }: Program): Promise<Newsroom> {
  const isNew = (await payload.count({ collection: 'users' })).totalDocs === 0
  const signIn = async (role: keyof typeof people): Promise<Verbs> => {
    const email = `${role}@example.org`
    if (isNew) {
      await makeAccount(payload, { key: role, email, name: people[role], roles: [role], password })
    }
    const { token } = await payload.login({ collection: 'users', data: { email, password } })
    return verbs(token ?? '')
  }
  const editor = await signIn('editor')
  const reviewer = await signIn('reviewer')
  if (isNew) {
    await furnish(editor, await signIn('admin'))
    await publishRelease(payload)
  }
  return {
    payload,
    editor,
    reviewer,
    therapy: await onlyId(editor, 'therapies'),
    study: await onlyId(editor, 'studies'),
  }
}

async function furnish(editor: Verbs, admin: Verbs): Promise<void> {
  must(
    await admin.post('/channels', {
      key: 'us-en',
      title: 'United States, English',
      jurisdiction: 'us',
      language: 'en',
    }),
  )
  must(
    await editor.post('/studies', {
      key: 'study',
      title: 'An invented trial',
      sourceType: 'study',
      design: 'randomized-controlled-trial',
      authors: [{ family: 'Invented', given: 'Ines' }],
      containerTitle: 'Journal of Invented Trials',
      issued: '2020',
      doi: '10.900000/invented.1',
      sampleSize: 100,
      status: 'active',
      _status: 'published',
    }),
  )
  const therapy = { key: 'therapy', title: 'Invented injections', summary: 'Invented.' }
  must(await editor.post('/therapies?draft=true', therapy))
}

async function onlyId(editor: Verbs, slug: string): Promise<string> {
  const { docs } = must(await editor.get(`/${slug}?draft=true`)).body as {
    docs?: readonly { readonly id: string }[]
  }
  return docs?.[0]?.id ?? ''
}

/** An answer that has to be a yes. */
export function must(answer: Answer): Answer {
  if (answer.status >= 300) throw new Error(JSON.stringify(answer))
  return answer
}
