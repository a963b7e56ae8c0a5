import { handleEndpoints } from 'payload'
import { vi } from 'vitest'
import configPromise from '../../../payload.config.ts'
import type { Role } from '../../../src/domain/model/index.ts'
import { answerApi } from '../../../src/endpoints/index.ts'
import { makeAccount } from '../../../src/hooks/index.ts'
import type { User } from '../../../src/payload-types.ts'
import { password } from '../support/citegate.ts'
import type { Fields } from './attack.ts'
import { goodContent, nextNumber } from './content.ts'
import type { Probe } from './probe.ts'
import { answered, attempting, holds } from './probe.ts'
import { tried } from './throughLocalApi.ts'
import { send, sendAs } from './throughRest.ts'
import type { World } from './world.ts'
import { daysAgo } from './wrongHistories.ts'

const wellChosen = 'eleven otters read the evidence'

function account(): Fields & { email: string; key: string; name: string; password: string } {
  const number = String(nextNumber())
  return {
    key: `person-${number}`,
    email: `person-${number}@example.org`,
    name: `Person ${number}`,
    roles: ['editor'],
    password: wellChosen,
  }
}

/** An account that has done nothing yet. */
function somebody({ payload }: World, ...roles: Role[]): Promise<User> {
  return makeAccount(payload, { ...account(), roles, password })
}

async function tokenOf({ payload }: World, email: string): Promise<string> {
  const { token } = await payload.login({ collection: 'users', data: { email, password } })
  return String(token)
}

const users = (id: string) => `/users/${id}`

export const accountByStranger = attempting(async ({ payload }) =>
  answered(await tried(payload.create({ collection: 'users', data: account() as never })), 403),
)

export const accountByEditor = attempting(async (world) =>
  answered(
    await sendAs(world, world.people.editor, { method: 'POST', path: '/users', body: account() }),
    403,
  ),
)

export const accountKeyMade = attempting(async (world) => {
  const { key: _none, ...body } = account()
  return answered(
    await sendAs(world, world.people.admin, { method: 'POST', path: '/users', body }),
    201,
  )
})

export const accountMisnamed = attempting(async (world) => {
  const body = { ...account(), key: 'Not a key' }
  return answered(
    await sendAs(world, world.people.admin, { method: 'POST', path: '/users', body }),
    400,
  )
})

/** What only administrators say of a person is not said by the person, nor by a new account. */
export const saidOfOneself = (field: string, value: unknown): Probe =>
  attempting(async (world) => {
    const { id, email } = await somebody(world, 'editor')
    const token = await tokenOf(world, email)
    await send(world, {
      method: 'PATCH',
      path: users(id),
      body: { [field]: value },
      headers: { Authorization: `JWT ${token}` },
    })
    const { body } = await world.people.admin.get(users(id))
    const stored = JSON.stringify(body[field] ?? null)
    return holds(stored !== JSON.stringify(value), `${field} is ${stored}`)
  })

/** Somebody whom access lets make accounts still cannot say these things, unless an administrator. */
export const saidOfANewOne = (field: string, value: unknown): Probe =>
  attempting(async ({ payload, people }) => {
    const body = { ...account(), roles: ['reviewer'], [field]: value }
    const created = await tried(
      payload.create({
        collection: 'users',
        data: body as never,
        user: people.editor.user,
        overrideAccess: false,
      }),
    )
    if (created.status === 403) return ['access refuses before the field is asked']
    const { docs } = await payload.db.find<Fields>({
      collection: 'users',
      where: { key: { equals: body.key } },
      limit: 1,
      pagination: false,
    })
    const stored = JSON.stringify(docs[0]?.[field] ?? null)
    return holds(stored !== JSON.stringify(value), `${field} is ${stored}`)
  })

export const othersAccount = attempting(async (world) => {
  const { id } = await somebody(world, 'editor')
  const outcome = await sendAs(world, world.people.editor, {
    method: 'PATCH',
    path: users(id),
    body: { email: 'mine@example.org' },
  })
  return holds([403, 404].includes(outcome.status) && outcome.code === undefined, outcome.message)
})

export const othersPassword = attempting(async (world) => {
  const path = users((await somebody(world, 'editor')).id)
  const sent = { method: 'PATCH', path, body: { password: wellChosen } }
  return answered(await sendAs(world, world.people.admin, sent), 403)
})

export const badOrcid = attempting(async (world) => {
  const path = users((await somebody(world, 'editor')).id)
  const sent = { method: 'PATCH', path, body: { orcid: '0000-0002-1825-0098' } }
  return answered(await sendAs(world, world.people.admin, sent), 400)
})

/** Nobody is made without a role; whoever leaves loses them all. */
export const noRoles = attempting(async (world) => {
  const body = { ...account(), roles: [] }
  return answered(
    await sendAs(world, world.people.admin, { method: 'POST', path: '/users', body }),
    400,
  )
})

export const rekeyed = attempting(async (world) => {
  const { id } = await somebody(world, 'editor')
  await world.people.admin.patch(users(id), { key: 'another-person' })
  const { body } = await world.people.admin.get(users(id))
  return holds(body['key'] !== 'another-person', 'the account has another key')
})

export const signerDeleted = attempting(async (world) => {
  const user = await somebody(world, 'editor')
  const token = await tokenOf(world, user.email)
  await send(world, {
    method: 'POST',
    path: '/conditions?draft=true',
    body: goodContent('conditions', world.ground),
    headers: { Authorization: `JWT ${token}` },
  })
  const sent = { method: 'DELETE', path: users(user.id) }
  return answered(await sendAs(world, world.people.admin, sent), 409)
})

export const oneselfDeleted = attempting(async (world) => {
  const user = await somebody(world, 'admin')
  const token = await tokenOf(world, user.email)
  return answered(
    await send(world, {
      method: 'DELETE',
      path: users(user.id),
      headers: { Authorization: `JWT ${token}` },
    }),
    403,
  )
})

export const deletedByEditor = attempting(async (world) => {
  const sent = { method: 'DELETE', path: users((await somebody(world, 'editor')).id) }
  return answered(await sendAs(world, world.people.editor, sent), 403)
})

export const unlockedByEditor = attempting(async (world) => {
  const { email } = await somebody(world, 'editor')
  const sent = { method: 'POST', path: '/users/unlock', body: { email } }
  return answered(await sendAs(world, world.people.editor, sent), 403)
})

/** Who has left does not come in any more. */
export const loginWithoutRoles = attempting(async (world) => {
  const { id, email } = await somebody(world, 'editor')
  await world.people.admin.patch(users(id), { roles: [] })
  const login = world.payload.login({ collection: 'users', data: { email, password } })
  return answered(await tried(login), 403)
})

/** What a mailed link would carry. */
async function resetToken({ payload }: World, email: string): Promise<string> {
  const token: unknown = await payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
  })
  return String(token)
}

export const guessableReset = attempting(async (world) => {
  const { email } = await somebody(world, 'editor')
  const token = await resetToken(world, email)
  const reset = { token, password: 'password' }
  return answered(
    await send(world, { method: 'POST', path: '/users/reset-password', body: reset }),
    400,
  )
})

/** A renewed token ends when the session does. */
export const sessionRenewed = attempting(async (world) => {
  const { email } = await somebody(world, 'editor')
  const token = await daysAgo(1 / 6, () => tokenOf(world, email))
  const answer = await world.answer(
    new Request('https://feeds.example.org/api/users/refresh-token', {
      method: 'POST',
      headers: { Authorization: `JWT ${token}` },
    }),
  )
  const hours = (Number(answer.body['exp']) - Date.now() / 1000) / 3600
  return holds(hours < 5, `it lasts ${hours.toFixed(1)} hours more`)
})

/** What happens to accounts is told in the log of the program. */
export const told = (event: string, work: (world: World, user: User) => Promise<unknown>): Probe =>
  attempting(async (world) => {
    const user = await somebody(world, 'editor')
    const spy = vi.spyOn(world.payload.logger, 'warn')
    try {
      await work(world, user)
      const codes = spy.mock.calls.map(([said]) => (said as { code?: string }).code)
      return holds(codes.includes(event), `the log says ${codes.join(', ') || 'nothing'}`)
    } finally {
      spy.mockRestore()
    }
  })

export const toldOfRoles = told('roles-changed', ({ people }, { id }) =>
  people.admin.patch(users(id), { roles: ['reviewer'] }),
)

export const toldOfDeletion = told('account-deleted', ({ people }, { id }) =>
  people.admin.delete(users(id)),
)

export const toldOfReset = told('password-reset', async (world, { email }) => {
  const token = await resetToken(world, email)
  await world.payload.resetPassword({
    collection: 'users',
    data: { token, password: wellChosen },
    overrideAccess: true,
  })
})

/** A refusal that says after how long says it in a header too. */
export const retryAfter = attempting(async (world) => {
  const error = Object.assign(new Error('Later.'), { data: { retryAfter: 7 } })
  const request = new Request('https://feeds.example.org/api/conditions', {
    headers: { Authorization: `JWT ${world.people.editor.token}` },
  })
  const spy = vi.spyOn(world.payload.db, 'find').mockRejectedValueOnce(error)
  try {
    const response = await answerApi(world.payload, request, (checked) =>
      handleEndpoints({ config: configPromise, request: checked }),
    )
    const said = response.headers.get('Retry-After')
    return holds(said === '7', `Retry-After says ${String(said)}`)
  } finally {
    spy.mockRestore()
  }
})
