import { pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import type { Endpoint, PayloadRequest } from 'payload'
import { addDataAndFileToRequest, headersWithCors, loginOperation } from 'payload'
import { generatePayloadCookie } from 'payload/shared'
import type { User } from '../payload-types.ts'
import { inTurn } from './inTurn.ts'
import { isLocked, isWrong, locked } from './locked.ts'
import { UnknownAddresses } from './lockout.ts'
import { tell } from './tell.ts'

/**
 * `POST /api/users/login` in the place of Payload's own: tries at one account come one after the
 * other, and an address that nobody has answers like one that somebody has, as slowly and with the
 * same lockout.
 */
export const login: Endpoint = {
  path: '/login',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const data = {
      email: textOf(req, 'email').toLowerCase().trim(),
      password: textOf(req, 'password'),
    }
    const result = await inTurn(data.email, () => tryToLogIn(req, data))
    const { config } = collectionOf(req)
    const cookie = generatePayloadCookie({
      collectionAuthConfig: config.auth,
      cookiePrefix: req.payload.config.cookiePrefix,
      token: result.token ?? '',
    })
    return Response.json(
      { message: req.t('authentication:passed'), ...result },
      { headers: headersWithCors({ headers: new Headers({ 'Set-Cookie': cookie }), req }) },
    )
  },
}

interface Credentials {
  readonly email: string
  readonly password: string
}

const unknown = new UnknownAddresses()

async function tryToLogIn(req: PayloadRequest, data: Credentials) {
  const { payload } = req
  const account = await payload.db.findOne<User>({
    collection: 'users',
    where: { email: { equals: data.email } },
    req,
  })
  const nothing = 'nobody was logged in'
  const lockedFor = account === null ? unknown.lockedFor(data.email, Date.now()) : 0
  if (lockedFor > 0) throw locked(nothing, lockedFor)
  try {
    return await loginOperation<'users'>({ collection: collectionOf(req), data, req })
  } catch (error) {
    if (isLocked(error)) {
      const until = Date.parse(account?.lockUntil ?? '')
      if (account !== null) tell(payload, 'account-locked', account)
      throw locked(nothing, Number.isNaN(until) ? undefined : until - Date.now())
    }
    if (isWrong(error) && account !== null) tell(payload, 'password-wrong', account)
    if (isWrong(error) && account === null) {
      unknown.count(data.email, Date.now())
      await spendAHash(data.password)
    }
    throw error
  }
}

const derive = promisify(pbkdf2)

/** Takes as long as Payload's check of a password: the same function, the same rounds. */
async function spendAHash(password: string): Promise<void> {
  await derive(password, 'nobody has this address', 600_000, 32, 'sha256')
}

function textOf({ data }: PayloadRequest, name: string): string {
  const value: unknown = data?.[name]
  return typeof value === 'string' ? value : ''
}

function collectionOf({ payload }: PayloadRequest) {
  return payload.collections.users
}
