import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refuseStrangers } from '../../src/endpoints/index.ts'
import type { Citegate } from './support/citegate.ts'
import { startCitegate } from './support/citegate.ts'
import type { Newsroom } from './support/newsroom.ts'
import { liveStudy, newsroom } from './support/newsroom.ts'

let citegate: Citegate
let people: Newsroom
let study: { id: string }

beforeAll(async () => {
  citegate = await startCitegate()
  people = await newsroom(citegate)
  study = await liveStudy(people.editor)
})

afterAll(() => citegate.stop())

/** What a stranger may ask, because it neither reads nor writes content. */
const open = [
  'get /users/init',
  'get /users/me',
  'post /users/login',
  'post /users/logout',
  'post /users/forgot-password',
  'post /users/reset-password',
]

/** Every route that Payload registers for this configuration, ours included. */
function routes(): string[] {
  const { collections, config } = citegate.payload
  const ofCollections = Object.values(collections).flatMap(({ config: { slug, endpoints } }) =>
    (endpoints === false ? [] : endpoints).map(({ method, path }) => `${method} /${slug}${path}`),
  )
  const ofRoot = config.endpoints.map(({ method, path }) => `${method} ${path}`)
  return [...new Set([...ofCollections, ...ofRoot])].map((route) => route.replace(/\/$/, ''))
}

describe('a stranger', () => {
  it('gets 401 or 403 from every route that reads or writes content', async () => {
    const answers: string[] = []
    for (const route of routes().filter((each) => !open.includes(each))) {
      const [method = '', path = ''] = route.split(' ')
      const url = path.replace(/:[a-zA-Z]+\??/g, study.id)
      const body = { data: {}, _status: 'published' }
      const { stranger } = citegate
      const answer =
        method === 'get'
          ? await stranger.get(url)
          : method === 'delete'
            ? await stranger.delete(url)
            : await stranger[method as 'patch' | 'post' | 'put'](url, body)
      answers.push(`${route} ${String(answer.status)}`)
    }
    expect(answers.length).toBeGreaterThan(100)
    expect(answers.filter((answer) => !/ 40[13]$/.test(answer))).toEqual([])
  })

  it.each([
    '/studies',
    '/studies?draft=true',
    '/studies?trash=true',
    '/studies/count',
    '/studies/versions',
    '/media/file/anything.png',
    '/payload-preferences/anything',
    '/payload-locked-documents',
    '/payload-jobs',
    '/payload-jobs/run',
  ])('is refused %s', async (path) => {
    expect([401, 403]).toContain((await citegate.stranger.get(path)).status)
  })

  it('finds no GraphQL', async () => {
    const answer = await citegate.stranger.post('/graphql', {
      query: '{ Studies { docs { id } } }',
    })
    expect(answer.status).toBe(401)
    expect((await people.editor.post('/graphql', {})).status).toBe(404)
  })

  it('learns nothing of people by asking who is signed in', async () => {
    expect((await citegate.stranger.get('/users/me')).body['user']).toBeNull()
  })

  it('is a stranger with a forged or outdated token too', async () => {
    const response = await refuseStrangers(
      citegate.payload,
      new Request('https://feeds.example.org/api/studies', {
        headers: { Authorization: 'JWT eyJhbGciOiJub25lIn0.eyJpZCI6IjEifQ.' },
      }),
    )
    expect(response?.status).toBe(401)
  })

  it('cannot make the first account, nor any', async () => {
    const account = {
      email: 'a@example.org',
      password: 'a long password',
      name: 'A',
      roles: ['admin'],
    }
    for (const path of ['/users', '/users/first-register']) {
      expect((await citegate.stranger.post(path, account)).status).toBe(401)
    }
  })
})

describe('a signed-in person', () => {
  it('cannot run, queue or change jobs over REST', async () => {
    for (const person of [people.editor, people.reviewer, people.admin]) {
      expect([401, 403]).toContain((await person.get('/payload-jobs/run')).status)
      const queued = await person.post('/payload-jobs', { taskSlug: 'release' })
      expect(queued.status).toBe(403)
    }
  })

  it('cannot give themselves a role, and administrators cannot publish', async () => {
    const { editor, admin } = people
    await editor.patch(`/users/${editor.user.id}`, { roles: ['editor', 'reviewer', 'admin'] })
    const after = await editor.get(`/users/${editor.user.id}`)
    expect(after.body['roles']).toEqual(['editor'])
    expect((await admin.patch(`/studies/${study.id}`, { title: 'By an admin' })).status).toBe(403)
  })

  it.each([
    ['0000-0002-1825-0097', 200],
    ['0000-0002-1825-0098', 400],
    ['not an orcid', 400],
  ])('has an ORCID only if its check digit holds: %s', async (orcid, status) => {
    const answer = await people.admin.patch(`/users/${people.reviewer.user.id}`, { orcid })
    expect(answer.status).toBe(status)
  })
})
