import { nameOf } from '../../../src/projection/index.ts'
import { review } from '../support/newsroom.ts'
import type { Outcome, Over, Route, Target } from './attack.ts'
import { outcomeOf } from './attack.ts'
import { tried } from './throughLocalApi.ts'
import { sendAs } from './throughRest.ts'
import type { World } from './world.ts'
import { tomorrow } from './world.ts'
import { daysAgo } from './wrongHistories.ts'

function stored(name: string, over: Over, attempt: Route['attempt']): Route {
  return { name, over, carries: 'stored', attempt }
}

function restoreOverRest(world: World, { slug, version }: Target, query = ''): Promise<Outcome> {
  const path = `/${slug}/versions/${version}${query}`
  return sendAs(world, world.people.editor, { method: 'POST', path, body: {} })
}

function restoreLocally(
  world: World,
  { slug, version }: Target,
  overrideAccess: boolean,
): Promise<Outcome> {
  const { user } = world.people.editor
  return tried(
    world.payload.restoreVersion({
      collection: slug,
      id: version,
      user,
      overrideAccess,
    }),
  )
}

/** Payload's own job for scheduled publication, put into the queue by hand, and run. */
async function stockSchedule(
  { payload }: World,
  { slug, id }: Target,
  user?: { readonly id: string },
): Promise<Outcome> {
  const queued = payload.jobs.queue({
    task: 'schedulePublish' as 'release',
    input: {
      type: 'publish',
      doc: { relationTo: slug, value: id },
      ...(user === undefined ? {} : { user: { relationTo: 'users', value: user.id } }),
    },
    queue: 'attack',
  })
  // One of the databases takes a job of a task that there is not, the other does not.
  const job = await queued.catch(() => undefined)
  if (job === undefined) return outcomeOf(404, [], 'There is no such task.')
  const { jobStatus } = await payload.jobs.run({ queue: 'attack' })
  const status = jobStatus?.[job.id]?.status
  return outcomeOf(status === 'success' ? 200 : 404, [], `The job ended with ${String(status)}.`)
}

/** Lets the day after tomorrow come: what the clock has made of the schedule. */
async function whenDue({ payload }: World, { slug, id, key }: Target): Promise<Outcome> {
  const waiting = await payload.find({
    collection: 'payload-jobs',
    where: {
      and: [{ taskSlug: { equals: 'publishScheduled' } }, { completedAt: { exists: false } }],
    },
    limit: 0,
  })
  for (const job of waiting.docs) {
    const { input } = job as { input?: { id?: string } }
    if (input?.id === id) await daysAgo(-2, () => payload.jobs.runByID({ id: job.id }))
  }
  const { docs } = await payload.find({
    collection: 'reviews',
    where: { subject: { equals: nameOf(slug, key) } },
    sort: '-sequence',
    limit: 1,
  })
  const [last] = docs
  return last?.action === 'publish'
    ? outcomeOf(200, [])
    : outcomeOf(409, [], `The last entry is ${String(last?.action)}: ${String(last?.reason)}`)
}

/** Ways that carry no words: what they would publish lies there already. */
export const storedRoutes = {
  reviewPublish: stored('review: publish', 'draft', async (world, { slug, id }) => {
    const answer = await review(world.people.editor, slug, id, 'publish')
    return outcomeOf(answer.status, answer.body['errors'])
  }),
  reviewPublishNewer: {
    ...stored('review: publish a newer draft', 'newer', async (world, { slug, id }) => {
      const answer = await review(world.people.reviewer, slug, id, 'publish')
      return outcomeOf(answer.status, answer.body['errors'])
    }),
    by: ({ people }) => people.reviewer,
  },
  restore: stored('restore of a version', 'draft', restoreOverRest),
  restoreOverLive: stored('restore of a version over a live text', 'newer', restoreOverRest),
  restoreDraft: stored('restore of a version as a draft', 'newer', (world, target) =>
    restoreOverRest(world, target, '?draft=true'),
  ),
  restoreLocal: stored('Local API restore, as an editor', 'newer', (world, target) =>
    restoreLocally(world, target, false),
  ),
  restorePast: stored('Local API restore, past access', 'newer', (world, target) =>
    restoreLocally(world, target, true),
  ),
  duplicate: stored('duplicate', 'draft', (world, { slug, id }) =>
    sendAs(world, world.people.editor, {
      method: 'POST',
      path: `/${slug}/${id}/duplicate`,
      body: { _status: 'published' },
    }),
  ),
  duplicateLocal: stored('Local API duplicate', 'draft', (world, { slug, id }) =>
    tried(
      world.payload.duplicate({
        collection: slug,
        id,
        data: { _status: 'published' },
        user: world.people.editor.user,
      }),
    ),
  ),
  stockSchedule: stored("Payload's scheduled publish, as an editor", 'draft', (world, target) =>
    stockSchedule(world, target, world.people.editor.user),
  ),
  stockScheduleNobody: stored("Payload's scheduled publish, as nobody", 'draft', stockSchedule),
  schedule: {
    ...stored('review: schedule', 'draft', async (world, target) => {
      const { slug, id } = target
      const answer = await review(world.people.editor, slug, id, 'schedule', {
        publishAt: tomorrow(),
      })
      if (answer.status !== 200) return outcomeOf(answer.status, answer.body['errors'])
      return whenDue(world, target)
    }),
    due: ['schedule', 'publish'],
  },
  scheduledBefore: {
    name: 'scheduled, and then the wrong',
    over: 'draft',
    carries: 'schedule',
    attempt: whenDue,
  },
} satisfies Record<string, Route>
