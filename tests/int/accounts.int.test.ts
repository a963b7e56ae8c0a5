import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import configPromise from '../../payload.config.ts'
import type { User } from '../../src/payload-types.ts'
import type { Citegate, Person } from './support/citegate.ts'
import { password, startCitegate } from './support/citegate.ts'
import type { Newsroom } from './support/newsroom.ts'
import {
  claimDraft,
  liveStudy,
  newsroom,
  refusalOf,
  review,
  therapyDraft,
} from './support/newsroom.ts'
import type { OverHttp } from './support/overHttp.ts'
import { overHttp } from './support/overHttp.ts'

const better = 'tall orange lighthouse at noon'

let citegate: Citegate
let people: Newsroom
let http: OverHttp
let beforeAnybody: number

beforeAll(async () => {
  citegate = await startCitegate()
  http = await overHttp(citegate)
  beforeAnybody = await firstRegister()
  people = await newsroom(citegate)
})

afterAll(async () => {
  await http.stop()
  await citegate.stop()
})

/** Payload's own route for the first account, past our refusal of strangers. */
async function firstRegister(): Promise<number> {
  const { status } = await handleEndpoints({
    config: configPromise,
    request: new Request('https://feeds.example.org/api/users/first-register', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        email: 'first@example.org',
        password: better,
        name: 'First',
        roles: ['admin'],
      }),
    }),
  })
  return status
}

const logIn = (email: string, word: string): Promise<Response> =>
  http.fetch('/users/login', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ email, password: word }),
  })

async function messageOf(answer: Response): Promise<string> {
  const { errors } = (await answer.json()) as { errors: { message: string }[] }
  return errors[0]?.message ?? ''
}

/** The account as it is stored, with what no API shows. */
async function stored(id: string): Promise<User> {
  const found = await citegate.payload.db.findOne<User>({
    collection: 'users',
    where: { id: { equals: id } },
  })
  if (found === null) throw new Error(`There is no account ${id}.`)
  return found
}

/** Writes past every hook, as time or a stolen backup would. */
const rewrite = (id: string, data: Record<string, unknown>): Promise<unknown> =>
  citegate.payload.db.updateOne({ collection: 'users', id, data })

const isSignedIn = async (person: Pick<Person, 'get'>): Promise<boolean> =>
  (await person.get('/users/me')).body['user'] !== null

describe('the first account', () => {
  it('is made by nobody over HTTP, not even in an empty database', async () => {
    expect(beforeAnybody).toBe(403)
    expect(await firstRegister()).toBe(403)
  })
})

describe('a new password', () => {
  const account = (word: unknown) => ({
    email: 'nina.newcomer@example.org',
    name: 'Nina Newcomer',
    key: 'nina-newcomer',
    roles: ['editor'],
    password: word,
  })

  it.each([
    ['short', 'eleven char'],
    ['endless', 'x1'.repeat(101)],
    ['common', 'password1234'],
    ['the address', 'nina.newcomer@example.org'],
    ['the name', 'Nina Newcomer'],
    ['no text', 123456789012],
    ['missing', undefined],
  ])('is not taken for a new account when it is %s', async (_, word) => {
    const answer = await people.admin.post('/users', account(word))
    expect(answer.status).toBe(400)
    expect(refusalOf(answer).message).not.toBe('')
  })

  it('is taken whatever it is made of, when it is long and nobody would guess it', async () => {
    expect((await people.admin.post('/users', account(better))).status).toBe(201)
    expect((await logIn('nina.newcomer@example.org', better)).status).toBe(200)
  })

  it('needs the present one, so that a stolen session does not become a signature', async () => {
    const person = await citegate.person('Pia Present', 'reviewer')
    const path = `/users/${person.user.id}`
    for (const currentPassword of [undefined, '', 'not the present one', 7]) {
      const answer = await person.patch(path, { password: better, currentPassword })
      expect(answer.status).toBe(403)
      expect(refusalOf(answer)).toMatchObject({ code: 'password' })
    }
    expect((await logIn(person.user.email, better)).status).toBe(401)
    const weak = await person.patch(path, {
      password: 'passwordpassword',
      currentPassword: password,
    })
    expect(weak.status).toBe(400)
  })

  it('counts wrong present ones towards the lockout', async () => {
    const person = await citegate.person('Carl Counted', 'reviewer')
    const path = `/users/${person.user.id}`
    const statuses: number[] = []
    for (let each = 0; each < 11; each++) {
      const answer = await person.patch(path, { password: better, currentPassword: 'a guess' })
      statuses.push(answer.status)
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 403), 429])
    expect((await logIn(person.user.email, password)).status).toBe(429)
  })

  it('ends every other session of the account, and a link that was mailed before', async () => {
    const person = await citegate.person('Sven Sessions', 'editor')
    const elsewhere = (await (await logIn(person.user.email, password)).json()) as { token: string }
    const link = await citegate.payload.forgotPassword({
      collection: 'users',
      data: { email: person.user.email },
      disableEmail: true,
    })
    const answer = await person.patch(`/users/${person.user.id}`, {
      password: better,
      currentPassword: password,
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(JSON.stringify(answer.body)).not.toContain(better)
    expect(await isSignedIn(person)).toBe(true)
    const there = await http.fetch('/users/me', {
      headers: { Authorization: `JWT ${elsewhere.token}` },
    })
    expect(((await there.json()) as { user: unknown }).user).toBeNull()
    expect((await logIn(person.user.email, password)).status).toBe(401)
    expect((await logIn(person.user.email, better)).status).toBe(200)
    const reset = await citegate.stranger.post('/users/reset-password', {
      token: link,
      password: 'another orange lighthouse',
    })
    expect(reset.status).toBe(403)
  })

  it('is set by nobody else: an administrator could sign as a reviewer', async () => {
    const { admin, editor, reviewer } = people
    for (const person of [admin, editor]) {
      const answer = await person.patch(`/users/${reviewer.user.id}`, { password: better })
      expect(answer.status).toBe(403)
    }
    expect((await logIn(reviewer.user.email, better)).status).toBe(401)
    expect((await logIn(reviewer.user.email, password)).status).toBe(200)
  })

  it('is not set past the route that asks for the present one', async () => {
    const { user } = people.reviewer
    const write = citegate.payload.update({
      collection: 'users',
      id: user.id,
      data: { password: better },
      overrideAccess: false,
      user,
    })
    await expect(write).rejects.toMatchObject({ status: 403 })
    const bulk = await people.admin.patch('/users?where[key][equals]=rita-reviewer', {
      password: better,
    })
    expect(bulk.body['docs'] ?? []).toEqual([])
    expect((await logIn(user.email, better)).status).toBe(401)
  })

  it('comes through a mailed link once, by the same rules, and ends all sessions', async () => {
    const person = await citegate.person('Mia Mailed', 'editor')
    const token = await citegate.payload.forgotPassword({
      collection: 'users',
      data: { email: person.user.email },
      disableEmail: true,
    })
    const reset = (word: unknown) =>
      citegate.stranger.post('/users/reset-password', { token, password: word })
    for (const weak of ['short', 'password1234', person.user.email, 7, '']) {
      expect((await reset(weak)).status).toBe(400)
    }
    expect((await reset(better)).status).toBe(200)
    expect(await isSignedIn(person)).toBe(false)
    expect((await reset('another orange lighthouse')).status).toBe(403)
    expect((await logIn(person.user.email, better)).status).toBe(200)
  })
})

describe('the address of an account', () => {
  it('is changed by its person with their password, and by nobody else', async () => {
    const person = await citegate.person('Adam Address', 'reviewer')
    const path = `/users/${person.user.id}`
    const email = 'adam.moved@example.org'
    expect((await people.admin.patch(path, { email })).status).toBe(403)
    expect((await person.patch(path, { email })).status).toBe(403)
    expect((await person.patch(path, { email, currentPassword: password })).status).toBe(200)
    expect((await logIn(email, password)).status).toBe(200)
  })

  it('may stand in what an administrator saves, unchanged', async () => {
    const { user } = people.reviewer
    const answer = await people.admin.patch(`/users/${user.id}`, {
      email: ' Rita-Reviewer@Example.org ',
      password: '',
      credentials: 'MD',
    })
    expect(answer.status).toBe(200)
    expect(answer.body['doc']).toMatchObject({ email: user.email, credentials: 'MD' })
  })
})

describe('what no body sets', () => {
  it('is the inside of an account', async () => {
    const { admin, editor } = people
    const before = await stored(editor.user.id)
    for (const person of [admin, editor]) {
      await person.patch(`/users/${editor.user.id}`, {
        hash: 'x',
        salt: 'x',
        resetPasswordToken: 'mine',
        resetPasswordExpiration: '2999-01-01T00:00:00.000Z',
        loginAttempts: -1000,
        lockUntil: '2999-01-01T00:00:00.000Z',
        sessions: [{ id: 'mine', expiresAt: '2999-01-01T00:00:00.000Z' }],
        key: 'somebody-else',
      })
    }
    const { updatedAt: _, ...after } = await stored(editor.user.id)
    expect(after).toEqual({ ...before, updatedAt: undefined })
  })

  it.each(['hash', 'salt', 'resetPasswordToken', 'lockUntil', 'sessions.id'])(
    'is asked for neither: %s',
    async (field) => {
      for (const path of [
        `/users?where[${field}][exists]=true`,
        `/users?where[or][0][${field}][like]=a`,
        `/payload-locked-documents?where[user.${field}][exists]=true`,
        `/payload-preferences?where[user.${field}][exists]=true`,
      ]) {
        const answer = await people.editor.get(path)
        expect([400, 403, 404], `${path} ${JSON.stringify(answer.body)}`).toContain(answer.status)
      }
    },
  )

  it('is shown to nobody', async () => {
    const answer = await people.admin.get('/users?depth=2&showHiddenFields=true&limit=100')
    expect(JSON.stringify(answer.body)).not.toMatch(/"(hash|salt|resetPasswordToken|lockUntil)"/)
    const others = (answer.body['docs'] as User[]).filter(({ key }) => key !== 'ada-admin')
    expect(others.some(({ sessions }) => (sessions ?? []).length > 0)).toBe(false)
  })
})

describe('roles', () => {
  it('apply at once, to sessions that are open too', async () => {
    const person = await citegate.person('Elsa Editor', 'editor')
    const study = { title: 'A trial of one day' }
    expect((await person.post('/studies?draft=true', study)).status).toBe(201)
    await people.admin.patch(`/users/${person.user.id}`, { roles: ['reviewer'] })
    expect((await person.post('/studies?draft=true', study)).status).toBe(403)
  })

  it('are given by somebody else', async () => {
    const { admin } = people
    const answer = await admin.patch(`/users/${admin.user.id}`, { roles: ['admin', 'reviewer'] })
    expect(answer.status).toBe(403)
    expect((await stored(admin.user.id)).roles).toEqual(['admin'])
    const same = await admin.patch(`/users/${admin.user.id}`, { roles: ['admin'], name: 'Ada A.' })
    expect(same.status).toBe(200)
  })

  it('are all gone when somebody leaves: no session, no login, and the account stays', async () => {
    const person = await citegate.person('Lea Leaver', 'editor')
    const answer = await people.admin.patch(`/users/${person.user.id}`, { roles: [] })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(await isSignedIn(person)).toBe(false)
    expect((await logIn(person.user.email, password)).status).toBe(403)
    expect((await stored(person.user.id)).key).toBe('lea-leaver')
  })

  it('are at least one when an account is made', async () => {
    const answer = await people.admin.post('/users', {
      email: 'nobody@example.org',
      name: 'Nobody',
      roles: [],
      password: better,
    })
    expect(answer.status).toBe(400)
  })

  it('leave somebody who keeps accounts: nobody deletes their own', async () => {
    const { admin } = people
    expect((await admin.delete(`/users/${admin.user.id}`)).status).toBe(403)
  })
})

describe('a session', () => {
  const claimsOf = (token: string) =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
      exp: number
      iat: number
    }

  it('ends eight hours after its login, however often it is renewed', async () => {
    const person = await citegate.person('Renate Renewed', 'editor')
    expect(claimsOf(person.token).exp - claimsOf(person.token).iat).toBe(8 * 60 * 60)
    const { sessions } = await stored(person.user.id)
    const begun = Date.now() - 7.5 * 60 * 60 * 1000
    await rewrite(person.user.id, {
      sessions: sessions?.map((session) => ({ ...session, createdAt: new Date(begun) })),
    })
    const renewed = await person.post('/users/refresh-token', {})
    expect(renewed.status, JSON.stringify(renewed.body)).toBe(200)
    const { exp } = claimsOf(String(renewed.body['refreshedToken']))
    expect(Math.abs(exp - (begun / 1000 + 8 * 60 * 60))).toBeLessThan(3)

    await rewrite(person.user.id, {
      sessions: sessions?.map((session) => ({
        ...session,
        createdAt: new Date(begun - 60 * 60 * 1000),
      })),
    })
    expect((await person.post('/users/refresh-token', {})).status).toBe(403)
  })

  it('is over on the server when its person logs out', async () => {
    const person = await citegate.person('Lothar Logout', 'editor')
    expect((await person.post('/users/logout', {})).status).toBe(200)
    expect(await isSignedIn(person)).toBe(false)
    expect((await person.get('/studies')).status).toBe(401)
    expect((await stored(person.user.id)).sessions ?? []).toEqual([])
  })

  it('is not lost when its person signs at the same time', async () => {
    const person = await citegate.person('Paul Parallel', 'editor')
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => logIn(person.user.email, password)),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
    expect((await stored(person.user.id)).sessions).toHaveLength(9)
  })

  it('keeps its cookie from scripts and from other sites, and to TLS', async () => {
    const answer = await logIn(people.editor.user.email, password)
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).toMatch(/Secure/)
    expect(cookie).toMatch(/Path=\//)
    expect(cookie).not.toMatch(/Domain=/)
  })
})

describe('a request with the cookie of a session', () => {
  const ours = 'https://feeds.example.org'
  let written = 0

  async function withCookie(headers: Record<string, string>, method = 'POST'): Promise<Response> {
    const login = await logIn(people.editor.user.email, password)
    const [cookie = ''] = (login.headers.get('set-cookie') ?? '').split(';')
    return http.fetch(method === 'GET' ? '/studies' : '/studies?draft=true', {
      method,
      headers: { Cookie: cookie, 'Content-Type': 'application/json', ...headers },
      ...(method === 'GET'
        ? {}
        : { body: JSON.stringify({ title: `Trial ${String((written += 1))}` }) }),
    })
  }

  it('writes from the admin UI', async () => {
    expect((await withCookie({ Origin: ours })).status).toBe(201)
    expect((await withCookie({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(201)
  })

  it('writes nothing from another site, or from one that does not say', async () => {
    const before = (await people.editor.get('/studies?limit=0')).body['totalDocs']
    expect((await withCookie({ Origin: 'https://evil.example' })).status).toBe(403)
    expect((await withCookie({ Origin: 'null' })).status).toBe(403)
    expect((await withCookie({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await withCookie({ 'Sec-Fetch-Site': 'same-site' })).status).toBe(403)
    expect((await withCookie({})).status).toBe(401)
    expect((await people.editor.get('/studies?limit=0')).body['totalDocs']).toBe(before)
  })

  it('reads for the admin UI and for programs, and not for another site', async () => {
    expect((await withCookie({ Origin: ours }, 'GET')).status).toBe(200)
    expect((await withCookie({}, 'GET')).status).toBe(200)
    const other = await withCookie({ Origin: 'https://evil.example' }, 'GET')
    expect(other.status).toBe(401)
    expect(other.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('is allowed to no other site beforehand', async () => {
    const preflight = (origin: string) =>
      http.fetch('/studies', {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      })
    const foreign = await preflight('https://evil.example')
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
    expect((await preflight(ours)).headers.get('access-control-allow-origin')).toBe(ours)
  })
})

describe('an API key', () => {
  it('is nobody’s: accounts have none, and a request with one is a stranger’s', async () => {
    const { config } = citegate.payload.collections.users
    expect(config.auth.useAPIKey).toBe(false)
    expect(config.fields.some((field) => 'name' in field && field.name === 'apiKey')).toBe(false)
    const answer = await http.fetch('/studies', {
      headers: { Authorization: 'users API-Key 0123456789abcdef' },
    })
    expect(answer.status).toBe(401)
  })
})

describe('preferences and locks of open documents', () => {
  it('are one’s own: nobody reads, writes or deletes another’s preferences', async () => {
    const { editor, otherEditor, admin } = people
    await editor.post('/payload-preferences/columns', { value: { mine: true } })
    for (const person of [otherEditor, admin]) {
      expect((await person.get('/payload-preferences/columns')).body['value'] ?? null).toBeNull()
      const list = await person.get('/payload-preferences?limit=100')
      expect(JSON.stringify(list.body['docs'])).not.toContain(editor.user.id)
      await person.post('/payload-preferences/columns', {
        value: { mine: false },
        user: { relationTo: 'users', value: editor.user.id },
      })
      expect((await person.delete('/payload-preferences/columns')).status).toBe(200)
    }
    const own = await editor.get('/payload-preferences/columns')
    expect(own.body).toMatchObject({ value: { mine: true } })
    const { docs } = (await editor.get('/payload-preferences')).body as { docs: { id: string }[] }
    const id = docs[0]?.id ?? ''
    const forged = { value: 1, user: { relationTo: 'users', value: otherEditor.user.id } }
    expect((await otherEditor.patch(`/payload-preferences/${id}`, forged)).status).toBe(403)
    expect((await otherEditor.delete(`/payload-preferences/${id}`)).status).toBe(404)
    expect((await otherEditor.delete('/payload-preferences/columns')).status).toBe(404)
    expect((await editor.delete('/payload-preferences/columns')).status).toBe(200)
  })

  it('name whoever holds them: nobody locks in another’s name or unlocks for another', async () => {
    const { editor, otherEditor, reviewer } = people
    const study = await liveStudy(editor)
    const holder = (answer: { body: Record<string, unknown> }): unknown =>
      (answer.body['doc'] as { user?: { value?: unknown } } | undefined)?.user?.value
    const made = await editor.post('/payload-locked-documents', {
      document: { relationTo: 'studies', value: study.id },
      user: { relationTo: 'users', value: otherEditor.user.id },
    })
    expect(made.status, JSON.stringify(made.body)).toBe(201)
    expect(holder(made)).toBe(editor.user.id)
    const { id } = made.body['doc'] as { id: string }
    expect((await otherEditor.delete(`/payload-locked-documents/${id}`)).status).toBe(403)
    const taken = await otherEditor.patch(`/payload-locked-documents/${id}`, {
      user: { relationTo: 'users', value: reviewer.user.id },
    })
    expect(holder(taken)).toBe(otherEditor.user.id)
    expect((await otherEditor.delete(`/payload-locked-documents/${id}`)).status).toBe(200)
  })

  it('hold up nobody who signs or withdraws', async () => {
    const { editor, otherEditor, reviewer } = people
    const therapy = await therapyDraft(editor, 'a-locked-therapy')
    const { id: study } = await liveStudy(editor)
    const claim = await claimDraft(editor, therapy.id, study)
    await otherEditor.post('/payload-locked-documents', {
      document: { relationTo: 'claims', value: claim.id },
    })
    expect((await review(editor, 'claims', claim.id, 'submit')).status).toBe(200)
    expect((await review(reviewer, 'claims', claim.id, 'approve')).status).toBe(200)
  })
})

describe('a wrong password', () => {
  it('is taken ten times, then not even the right one for a while', async () => {
    const { user } = await citegate.person('Gina Guessed', 'reviewer')
    for (let each = 0; each < 10; each++) {
      expect((await logIn(user.email, `a guess ${String(each)}`)).status).toBe(401)
    }
    const refused = await logIn(user.email, password)
    expect(refused.status).toBe(429)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(500)
    expect(seconds).toBeLessThanOrEqual(600)
    expect(await messageOf(refused)).toContain('administrator')

    await rewrite(user.id, { lockUntil: new Date(Date.now() - 1000).toISOString() })
    expect((await logIn(user.email, password)).status).toBe(200)
    expect((await stored(user.id)).loginAttempts).toBe(0)
  })

  it('is forgiven by an administrator, and by nobody else', async () => {
    const { user } = await citegate.person('Ulla Unlocked', 'reviewer')
    for (let each = 0; each < 10; each++) await logIn(user.email, 'a guess')
    expect((await people.editor.post('/users/unlock', { email: user.email })).status).toBe(403)
    expect((await citegate.stranger.post('/users/unlock', { email: user.email })).status).toBe(401)
    expect((await logIn(user.email, password)).status).toBe(429)
    expect((await people.admin.post('/users/unlock', { email: user.email })).status).toBe(200)
    expect((await logIn(user.email, password)).status).toBe(200)
  })

  it('at a signature counts too, and signs nothing', async () => {
    const reviewer = await citegate.person('Rolf Rushed', 'reviewer')
    const therapy = await therapyDraft(people.editor, 'a-guessed-therapy')
    const { id: study } = await liveStudy(people.editor)
    const { id } = await claimDraft(people.editor, therapy.id, study)
    await review(people.editor, 'claims', id, 'submit')
    const statuses: number[] = []
    for (let each = 0; each < 11; each++) {
      const answer = await review(reviewer, 'claims', id, 'approve', { password: 'a guess' })
      statuses.push(answer.status)
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 403), 429])
    expect((await review(reviewer, 'claims', id, 'approve')).status).toBe(429)
    expect((await logIn(reviewer.user.email, password)).status).toBe(429)
    const { body } = await reviewer.get(`/claims/${id}/review`)
    expect(body).toMatchObject({ reviewState: 'in-review' })
  })

  it('is tried ten times of two hundred at once, however the right one hides among them', async () => {
    const { user } = await citegate.person('Bea Besieged', 'reviewer')
    const guesses = Array.from({ length: 200 }, (_, each) =>
      each === 150 ? password : `a guess ${String(each)}`,
    )
    const answers = await Promise.all(
      guesses.map((guess) =>
        citegate.stranger.post('/users/login', { email: user.email, password: guess }),
      ),
    )
    const count = (status: number): number =>
      answers.filter((answer) => answer.status === status).length
    expect([count(200), count(401), count(429)]).toEqual([0, 10, 190])
    expect((await stored(user.id)).loginAttempts).toBe(10)
  })

  it('tells nobody whether there is such an account, by words, by lockout or by time', async () => {
    const { user } = await citegate.person('Hugo Hidden', 'editor')
    const addresses = [user.email, 'nobody-has-this@example.org']
    const answers = new Map(addresses.map((email) => [email, [] as string[]]))
    const fastest = new Map(addresses.map((email) => [email, Infinity]))
    for (let each = 0; each < 12; each++) {
      for (const email of addresses) {
        const started = performance.now()
        const answer = await logIn(email, `a guess ${String(each)}`)
        const took = performance.now() - started
        if (each < 10) fastest.set(email, Math.min(took, fastest.get(email) ?? 0))
        const said = (await answer.text()).replace(/"retryAfter":\d+/, '"retryAfter":…')
        answers.get(email)?.push(`${String(answer.status)} ${said}`)
      }
    }
    const [known, unknown] = answers.values()
    expect(unknown).toEqual(known)
    const [ofKnown = 0, ofUnknown = 0] = fastest.values()
    // Without a hash of its own it would be a tenth.
    expect(ofUnknown / ofKnown).toBeGreaterThan(0.33)
    expect(ofUnknown / ofKnown).toBeLessThan(3)
  })

  it('is not told apart by who asks for a new one', async () => {
    const ask = (email: string) => citegate.stranger.post('/users/forgot-password', { email })
    expect(await ask('nobody-has-this@example.org')).toEqual(await ask(people.editor.user.email))
  })
})
