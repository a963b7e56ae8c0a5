import type { BasePayload } from 'payload'
import { APIError } from 'payload'
import type { Outcome, Route } from './attack.ts'
import { outcomeOf } from './attack.ts'
import type { World } from './world.ts'

/** What an error of the Local API would be answered with over REST. */
export async function tried(work: Promise<unknown>): Promise<Outcome> {
  try {
    const result = (await work) as { errors?: unknown } | null
    // Writes to many tell of their failures instead of throwing.
    const errors = Array.isArray(result?.errors) ? result.errors : []
    return errors.length === 0 ? outcomeOf(200, []) : outcomeOf(400, errors)
  } catch (error) {
    if (error instanceof APIError) return outcomeOf(error.status, [error], error.message)
    return outcomeOf(500, [], String(error))
  }
}

type UpdateOptions = Parameters<BasePayload['update']>[0]
type CreateOptions = Parameters<BasePayload['create']>[0]

const published = { _status: 'published' }

function update(
  name: string,
  options: (world: World) => object,
  over: Route['over'] = 'draft',
  beside: object = published,
): Route {
  return {
    name,
    over,
    carries: 'body',
    attempt: (world, { slug, id, fields }) =>
      tried(
        world.payload.update({
          collection: slug,
          id,
          data: { ...beside, ...fields },
          depth: 0,
          ...options(world),
        } as UpdateOptions),
      ),
  }
}

const asEditor = ({ people }: World) => ({ user: people.editor.user, overrideAccess: false })
const asEditorPast = ({ people }: World) => ({ user: people.editor.user, overrideAccess: true })

/** Programs of our own, with a person in hand or without. */
export const localWrites = {
  localCreate: {
    name: 'Local API create, as an editor',
    over: 'nothing',
    carries: 'body',
    attempt: (world, { slug, whole }) =>
      tried(
        world.payload.create({
          collection: slug,
          data: { ...published, ...whole },
          depth: 0,
          ...asEditor(world),
        } as CreateOptions),
      ),
  },
  local: update('Local API update, as an editor', asEditor),
  localPast: update('Local API update, as an editor, past access', asEditorPast),
  localLive: update('Local API update of a live text, past access', asEditorPast, 'live'),
  localDraft: update(
    'Local API update, draft, past access',
    (world) => ({ ...asEditorPast(world), draft: true }),
    'newer',
    {},
  ),
  localNobody: update('Local API update, as nobody', () => ({})),
  localAdmin: update('Local API update, as an administrator, past access', ({ people }) => ({
    user: people.admin.user,
  })),
  localMany: {
    name: 'Local API update of many, past access',
    over: 'draft',
    carries: 'body',
    attempt: (world, { slug, id, fields }) =>
      tried(
        world.payload.update({
          collection: slug,
          where: { id: { equals: id } },
          data: { ...published, ...fields },
          depth: 0,
          ...asEditorPast(world),
        } as unknown as UpdateOptions),
      ),
  },
} satisfies Record<string, Route>
