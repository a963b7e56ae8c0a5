import type { PayloadRequest } from 'payload'
import type { Actor, SubjectName } from '../domain/model/index.ts'
import type { ActionInput } from '../domain/review/index.ts'
import type { User } from '../payload-types.ts'
import type { GatedDocument } from '../projection/index.ts'
import { slugOf, toActor } from '../projection/index.ts'
import type { ReviewRequest } from './reviewRequest.ts'

/** A request as the domain judges it: the people and texts it names are looked up. */
export async function actionInput(
  req: PayloadRequest,
  request: ReviewRequest,
): Promise<ActionInput> {
  const { action: _, password: __, assignee, supersededBy, ...said } = request
  return {
    ...withoutUndefined(said),
    ...(supersededBy === undefined
      ? {}
      : { supersededBy: { name: supersededBy, isLive: await isLive(req, supersededBy) } }),
    ...(assignee === undefined ? {} : { assignee: await personOf(req, assignee) }),
  }
}

/** Null for nobody; undefined where nobody has that key. */
async function personOf(
  req: PayloadRequest,
  key: string | null,
): Promise<Actor | null | undefined> {
  if (key === null) return null
  const user = await req.payload.db.findOne<User>({
    collection: 'users',
    where: { key: { equals: key } },
    req,
  })
  return user === null ? undefined : toActor(user)
}

async function isLive(req: PayloadRequest, name: SubjectName): Promise<boolean> {
  const [, key] = name.split('/')
  const live = await req.payload.db.findOne<GatedDocument & { id: string }>({
    collection: slugOf(name),
    where: { and: [{ key: { equals: key } }, { _status: { equals: 'published' } }] },
    req,
  })
  return live !== null
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** The model's optional properties are absent, never undefined. */
function withoutUndefined<T extends object>(object: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined),
  ) as Defined<T>
}
