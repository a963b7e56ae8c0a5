import type { BasePayload, PayloadRequest } from 'payload'
import { APIError, createLocalReq } from 'payload'
import { verifyPassword } from '../accounts/index.ts'
import { cascadeOfWithdrawal, performReview, reviewRequest } from '../endpoints/index.ts'
import type { User } from '../payload-types.ts'
import type { GatedDocument } from '../projection/index.ts'
import { nameOf, slugOf } from '../projection/index.ts'
import { publishRelease } from '../publish/index.ts'
import { withPayload } from '../start/index.ts'
import type { Aftermath, Credentials, Desk } from './desk.ts'
import { DeskRefused } from './desk.ts'
import { titleIn } from './titleIn.ts'

/**
 * Works in the database itself, as the person whose password is given and by the rules of the API.
 * Wrong passwords count towards the lockout, as they do there.
 *
 * @throws DeskRefused when email and password are not those of an account; DatabaseRefused
 */
export async function atDatabase<T>(
  { email, password }: Credentials,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  return withPayload(async (payload) => {
    const user = await accountOf(payload, email)
    await asDesk(() => verifyPassword(payload, user, password, 'nothing was withdrawn'))
    return work(deskFor(payload, user))
  })
}

async function accountOf(payload: BasePayload, email: string): Promise<User> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: email.trim().toLowerCase() } },
    limit: 1,
    depth: 0,
  })
  const [user] = docs
  if (user !== undefined) return user
  throw new DeskRefused(
    'password',
    `No account has the address ${email}; nothing was withdrawn. Give the one you log in with.`,
  )
}

function deskFor(payload: BasePayload, user: User): Desk {
  // A request of its own for each step, as over the API: no transaction outlives its step.
  const asPerson = <T>(work: (req: PayloadRequest) => Promise<T>): Promise<T> =>
    asDesk(async () =>
      work(await createLocalReq({ user: { ...user, collection: 'users' } }, payload)),
    )
  return {
    where: 'the database, where no server runs',
    find: (subject) =>
      asPerson(async (req) => {
        const key = subject.slice(subject.indexOf('/') + 1)
        const document = await payload.db.findOne<GatedDocument & { id: string }>({
          collection: slugOf(subject),
          where: { key: { equals: key } },
          req,
        })
        return (
          document && {
            id: document.id,
            subject,
            title: titleIn(document),
            isLive: document['_status'] === 'published',
          }
        )
      }).then((found) => found ?? undefined),
    liveNames: (kind) =>
      asPerson(async (req) => {
        const slug = slugOf(`${kind}/`)
        const { docs } = await payload.db.find<GatedDocument>({
          collection: slug,
          where: { _status: { equals: 'published' } },
          select: { key: true },
          limit: 0,
          pagination: false,
          req,
        })
        return docs.map((document) => nameOf(slug, String(document['key'])))
      }),
    cascade: ({ subject, id }) => asPerson((req) => cascadeOfWithdrawal(req, slugOf(subject), id)),
    withdraw: ({ subject, id }, withdrawal) =>
      asPerson(async (req) => {
        const request = reviewRequest.safeParse({ action: 'withdraw', ...withdrawal })
        if (!request.success) {
          const [issue] = request.error.issues
          const message = `The ${String(issue?.path.join('.'))} ${String(issue?.message)}. Nothing was withdrawn.`
          throw new DeskRefused('malformed', message)
        }
        await performReview(req, slugOf(subject), id, request.data)
        const { docs } = await payload.db.find<{ sequence: number }>({
          collection: 'reviews',
          where: { and: [{ subject: { equals: subject } }, { action: { equals: 'withdraw' } }] },
          sort: '-sequence',
          limit: 1,
          pagination: false,
        })
        return docs[0]?.sequence ?? 0
      }),
    release: () => publish(payload),
  }
}

async function publish(payload: BasePayload): Promise<Aftermath> {
  try {
    const { outcome, release, message } = await publishRelease(payload)
    return outcome === 'released' ? { ok: true, release } : { ok: false, message }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      ok: false,
      message: `The release could not be made (${reason}). Start the server, or run npm run feeds:publish.`,
    }
  }
}

/** The refusals of the API as those of a desk. */
async function asDesk<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof APIError) || error.status >= 500) throw error
    const { code } = (error.data ?? {}) as { code?: string }
    throw new DeskRefused(code ?? 'refused', error.message)
  }
}
