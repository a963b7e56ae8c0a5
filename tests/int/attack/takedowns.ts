import { review } from '../support/newsroom.ts'
import type { GatedSlug } from '../../../src/projection/index.ts'
import type { Fields, Outcome, Target } from './attack.ts'
import { outcomeOf } from './attack.ts'
import { tried } from './throughLocalApi.ts'
import type { Sent } from './throughRest.ts'
import { send, sendAs } from './throughRest.ts'
import { goodContent, sectionWith } from './content.ts'
import type { World } from './world.ts'
import { newDraft, newLive, publish, saveDraft, sign } from './world.ts'

/** Something that ought to stay where it is. */
export interface Standing {
  readonly slug: GatedSlug
  readonly make: (world: World) => Promise<Made>
}

interface Made {
  readonly id: string
  readonly key: string
  /** What refers to it, as refusals name it. */
  readonly dependents: readonly string[]
}

async function liveWith(world: World, slug: GatedSlug, fields: Fields): Promise<string> {
  const saved = await saveDraft(world.people.editor, slug, {
    ...goodContent(slug, world.ground),
    ...fields,
  })
  await sign(world, slug, saved.id)
  await publish(world, slug, saved.id)
  return `${slug}/${saved.key}`
}

function standing(
  slug: GatedSlug,
  isLive: boolean,
  dependents: (world: World, id: string, key: string) => Promise<string[]> = () =>
    Promise.resolve([]),
): Standing {
  return {
    slug,
    make: async (world) => {
      const { id, key } = await (isLive ? newLive : newDraft)(world, slug)
      return { id, key, dependents: await dependents(world, id, key) }
    },
  }
}

export const standings = {
  freeDraft: standing('claims', false),
  citedDraft: standing('studies', false, async (world, study) => {
    const citations = [{ study, stance: 'background' }]
    const claim = { ...goodContent('claims', world.ground), citations }
    return [`claims/${(await saveDraft(world.people.editor, 'claims', claim)).key}`]
  }),
  liveClaim: standing('claims', true),
  liveStudy: standing('studies', true),
  citedStudy: standing('studies', true, async (world, study) => [
    await liveWith(world, 'claims', { citations: [{ study, stance: 'supports' }] }),
  ]),
  claimOnPage: {
    slug: 'claims',
    make: async (world) => {
      const { people, ground } = world
      const neutral = { claimKind: 'mechanism', direction: 'unclear', certainty: null }
      const fields = { ...goodContent('claims', ground), ...neutral }
      const { id, key } = await saveDraft(people.editor, 'claims', fields)
      await sign(world, 'claims', id)
      await publish(world, 'claims', id)
      const page = await liveWith(world, 'articles', sectionWith(id, key))
      return { id, key, dependents: [page] }
    },
  },
  therapyOfClaim: standing('therapies', true, async (world, therapy) => [
    await liveWith(world, 'claims', { therapy }),
  ]),
  namedCondition: standing('conditions', true, async (world, condition) => [
    await liveWith(world, 'claims', { condition }),
  ]),
  liveArticle: standing('articles', true),
  liveDisclaimer: standing('disclaimers', true),
} satisfies Record<string, Standing>

export interface TakingDown {
  readonly name: string
  readonly attempt: (world: World, target: Target) => Promise<Outcome>
  /** A withdrawal may take away what others rest on; what falls with it is shown before. */
  readonly mayLeaveHoles?: true
}

const byId = ({ slug, id }: Target) => `/${slug}/${id}`

function request(name: string, sent: (target: Target) => Sent): TakingDown {
  return { name, attempt: (world, target) => sendAs(world, world.people.editor, sent(target)) }
}

function patch(name: string, query: string, body: Fields): TakingDown {
  return request(name, (target) => ({ method: 'PATCH', path: `${byId(target)}${query}`, body }))
}

function withdrawal(name: string, more: Fields): TakingDown {
  return {
    name,
    mayLeaveHoles: true,
    attempt: async ({ people }, { slug, id }) => {
      const answer = await review(people.editor, slug, id, 'withdraw', more)
      return outcomeOf(answer.status, answer.body['errors'])
    },
  }
}

const unpublished = { _status: 'draft' }

/** Ways to take something away. */
export const takingsDown = {
  delete: request('DELETE', (target) => ({ method: 'DELETE', path: byId(target) })),
  deleteShort: request('DELETE ?select, depth', (target) => ({
    method: 'DELETE',
    path: `${byId(target)}?select[updatedAt]=true&depth=2`,
  })),
  deleteTrash: request('DELETE ?trash=true', (target) => ({
    method: 'DELETE',
    path: `${byId(target)}?trash=true`,
  })),
  deleteMany: request('DELETE of many', ({ slug, id }) => ({
    method: 'DELETE',
    path: `/${slug}?where[id][equals]=${id}`,
  })),
  unpublish: patch('PATCH to draft', '', unpublished),
  unpublishAll: patch('PATCH ?unpublishAllLocales', '?unpublishAllLocales=true', unpublished),
  trash: patch('PATCH with deletedAt', '', { deletedAt: '2026-01-01T00:00:00.000Z' }),
  noStatus: patch('PATCH with no status', '', { _status: null }),
  unexplained: withdrawal('review: withdraw without a word', {}),
  unkind: withdrawal('review: withdraw without a kind', { reason: 'It was doubted.' }),
  adminDelete: {
    name: 'DELETE by an administrator',
    attempt: (world, target) =>
      sendAs(world, world.people.admin, { method: 'DELETE', path: byId(target) }),
  },
  reviewerDelete: {
    name: 'DELETE by a reviewer',
    attempt: (world, target) =>
      sendAs(world, world.people.reviewer, { method: 'DELETE', path: byId(target) }),
  },
  strangerDelete: {
    name: 'DELETE by a stranger',
    attempt: (world, target) => send(world, { method: 'DELETE', path: byId(target) }),
  },
  localDelete: {
    name: 'Local API delete, past access',
    attempt: (world, { slug, id }) =>
      tried(
        world.payload.delete({
          collection: slug,
          id,
          user: world.people.editor.user,
          overrideAccess: true,
        }),
      ),
  },
  localNobody: {
    name: 'Local API delete, as nobody',
    attempt: (world, { slug, id }) => tried(world.payload.delete({ collection: slug, id })),
  },
  localUnpublish: {
    name: 'Local API to draft, past access',
    attempt: (world, { slug, id }) =>
      tried(
        world.payload.update({
          collection: slug,
          id,
          data: { _status: 'draft' },
          user: world.people.editor.user,
          overrideAccess: true,
        }),
      ),
  },
} satisfies Record<string, TakingDown>
