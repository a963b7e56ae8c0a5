import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishScheduled } from '../../src/endpoints/index.ts'
import { hasPendingJobs, keepUp, resumeJobs } from '../../src/jobs/index.ts'
import type { Desk } from './support/desk.ts'
import { approve, openDesk, outcome } from './support/desk.ts'
import type { Person } from './support/citegate.ts'
import { documentOf, liveStudy, review } from './support/newsroom.ts'

let desk: Desk

beforeAll(async () => {
  desk = await openDesk()
})

afterAll(() => desk.citegate.stop())

const hour = 3_600_000
const later = (ms = hour) => new Date(Date.now() + ms)

interface Scheduled {
  readonly id: string
  readonly key: string
  readonly schedule: number
  readonly publishAt: string
}

async function schedule(
  fields: Record<string, unknown> = {},
  person: Person = desk.people.editor,
  at = later(),
): Promise<Scheduled> {
  const claim = await desk.approvedClaim(fields)
  const publishAt = at.toISOString()
  const answer = await review(person, 'claims', claim.id, 'schedule', { publishAt })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  const { schedule: open } = answer.body['workflow'] as { schedule: { id: number } }
  return { ...claim, schedule: open.id, publishAt }
}

/** The moment comes. */
const fire = ({ id, schedule: sequence }: Scheduled, now = later(2 * hour)) =>
  publishScheduled(desk.citegate.payload, { slug: 'claims', id, schedule: sequence }, now)

const workflowOf = async (id: string) =>
  (await desk.reviewOf('claims', id))['workflow'] as Record<string, unknown>

const jobsOf = async (sequence: number) => {
  const { docs } = await desk.citegate.payload.find({
    collection: 'payload-jobs',
    where: { taskSlug: { equals: 'publishScheduled' } },
    limit: 0,
  })
  return docs.filter(({ input }) => (input as { schedule?: number }).schedule === sequence)
}

async function expectFailure(claim: Scheduled, reason: RegExp): Promise<void> {
  expect(await fire(claim)).toBe('failed')
  expect(await desk.main('claims', claim.id)).toMatchObject({ _status: 'draft', publishAt: null })
  const workflow = await workflowOf(claim.id)
  const failed = workflow['failedSchedule'] as { id: number; reason: string }
  expect(failed).toMatchObject({ id: claim.schedule })
  expect(failed.reason).toMatch(reason)
  // Whoever reads the log asked for nothing and read nothing.
  expect(failed.reason).not.toMatch(/\byour?\b/i)
  expect(workflow).not.toHaveProperty('schedule')
  expect((await desk.logOf(`claim/${claim.key}`)).at(-1)).toMatchObject({
    action: 'schedule-failed',
    actor: { key: 'citegate' },
    refersTo: claim.schedule,
  })
  expect(await fire(claim)).toBe('overtaken')
}

describe('a scheduled publication', () => {
  it('waits in the log, in the lists and for its job, which is not due before', async () => {
    const claim = await schedule()
    expect(await desk.newest('claims', claim.id)).toMatchObject({ publishAt: claim.publishAt })
    expect(await workflowOf(claim.id)).toMatchObject({
      schedule: { id: claim.schedule, publishAt: claim.publishAt },
    })
    const [job] = await jobsOf(claim.schedule)
    expect(job).toMatchObject({ queue: 'clock', waitUntil: claim.publishAt })
    await desk.citegate.payload.jobs.run({ queue: 'release' })
    expect(await hasPendingJobs(desk.citegate.payload)).toBe(false)
    expect(await hasPendingJobs(desk.citegate.payload, later(2 * hour))).toBe(true)
  })

  it('goes out at its moment, by whoever scheduled it', async () => {
    const { payload } = desk.citegate
    const claim = await schedule({}, desk.people.reviewer, later(1200))
    await payload.jobs.run({ queue: 'clock' })
    expect(await desk.main('claims', claim.id)).toMatchObject({ _status: 'draft' })
    await delay(1300)
    await payload.jobs.run({ queue: 'clock' })
    expect(await desk.main('claims', claim.id)).toMatchObject({
      _status: 'published',
      liveStatus: 'live',
      publishAt: null,
    })
    expect((await desk.logOf(`claim/${claim.key}`)).at(-1)).toMatchObject({
      action: 'publish',
      actor: { key: desk.people.reviewer.user.key },
      refersTo: claim.schedule,
    })
    expect(await jobsOf(claim.schedule)).toEqual([])
    const waiting = await payload.count({
      collection: 'payload-jobs',
      where: { taskSlug: { equals: 'release' } },
    })
    expect(waiting.totalDocs).toBe(1)
  })

  it('goes out once, however often its moment is announced', async () => {
    const claim = await schedule()
    const outcomes = await Promise.all([fire(claim), fire(claim), fire(claim)])
    expect(outcomes.toSorted()).toEqual(['overtaken', 'overtaken', 'published'])
    const log = await desk.logOf(`claim/${claim.key}`)
    expect(log.filter(({ action }) => action === 'publish')).toHaveLength(1)
  })

  it('is one at a time', async () => {
    const claim = await schedule()
    const again = await review(desk.people.editor, 'claims', claim.id, 'schedule', {
      publishAt: later(3 * hour).toISOString(),
    })
    expect(outcome(again)).toEqual([409, 'state'])
  })

  it.each([
    ['the past', '2020-01-01T00:00:00Z'],
    ['nowhere', 'tomorrow'],
  ])('cannot be set to %s', async (_name, publishAt) => {
    const claim = await desk.approvedClaim()
    const answer = await review(desk.people.editor, 'claims', claim.id, 'schedule', { publishAt })
    expect(outcome(answer)).toEqual([400, 'malformed'])
  })

  it('of a study goes by its findings alone', async () => {
    const { editor } = desk.people
    const study = documentOf(
      await editor.post('/studies?draft=true', {
        key: 'scheduled-study',
        title: 'An invented trial to come',
        sourceType: 'study',
        design: 'cohort',
        authors: [{ family: 'Invented' }],
        containerTitle: 'Journal of Invented Trials',
        issued: '2021',
        doi: '10.900000/invented.scheduled',
        sampleSize: 10,
        status: 'active',
      }),
    )
    const answer = await review(editor, 'studies', study.id, 'schedule', {
      publishAt: later().toISOString(),
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    const { schedule: open } = answer.body['workflow'] as { schedule: { id: number } }
    const publication = { slug: 'studies', id: study.id, schedule: open.id } as const
    expect(await publishScheduled(desk.citegate.payload, publication, later(2 * hour))).toBe(
      'published',
    )
    expect(await desk.main('studies', study.id)).toMatchObject({ _status: 'published' })
  })
})

describe('a schedule that is overtaken does nothing', () => {
  it('when it was taken back, also while another one is open', async () => {
    const claim = await schedule()
    const { editor } = desk.people
    expect((await review(editor, 'claims', claim.id, 'unschedule')).status).toBe(200)
    expect((await desk.logOf(`claim/${claim.key}`)).at(-1)).toMatchObject({
      action: 'unschedule',
      refersTo: claim.schedule,
    })
    expect(await fire(claim)).toBe('overtaken')
    const publishAt = later(3 * hour).toISOString()
    expect((await review(editor, 'claims', claim.id, 'schedule', { publishAt })).status).toBe(200)
    expect(await fire(claim)).toBe('overtaken')
    expect(await desk.main('claims', claim.id)).toMatchObject({ _status: 'draft' })
  })

  it('when somebody published by hand', async () => {
    const claim = await schedule()
    await review(desk.people.otherEditor, 'claims', claim.id, 'publish')
    expect(await desk.main('claims', claim.id)).toMatchObject({ publishAt: null })
    expect(await fire(claim)).toBe('overtaken')
  })

  it('when the live text beside it was withdrawn', async () => {
    const { editor } = desk.people
    const claim = await desk.liveClaim()
    documentOf(await editor.patch(`/claims/${claim.id}?draft=true`, { statement: 'A new one.' }))
    await approve(desk.people, 'claims', claim.id)
    const answer = await review(editor, 'claims', claim.id, 'schedule', {
      publishAt: later().toISOString(),
    })
    const { schedule: open } = answer.body['workflow'] as { schedule: { id: number } }
    await review(editor, 'claims', claim.id, 'withdraw', { kind: 'safety', reason: 'Doubt.' })
    expect(await fire({ ...claim, schedule: open.id, publishAt: '' })).toBe('overtaken')
    expect(await desk.main('claims', claim.id)).toMatchObject({ _status: 'draft' })
  })

  it('when the draft was deleted', async () => {
    const claim = await schedule()
    expect((await desk.people.editor.delete(`/claims/${claim.id}`)).status).toBe(200)
    expect(await fire(claim)).toBe('overtaken')
  })
})

describe('a schedule that cannot be kept fails where editors look', () => {
  it('when the text was changed meanwhile', async () => {
    const claim = await schedule()
    documentOf(
      await desk.people.editor.patch(`/claims/${claim.id}?draft=true`, { statement: 'Changed.' }),
    )
    await expectFailure(claim, /changed since its publication was scheduled/)
  })

  it('when a source was retracted meanwhile', async () => {
    const study = await liveStudy(desk.people.editor)
    const claim = await schedule({ citations: [{ study: study.id, stance: 'supports' }] })
    await desk.people.editor.patch(`/studies/${study.id}`, {
      status: 'retracted',
      noticeDoi: '10.900000/notice.2',
    })
    await expectFailure(claim, /./)
  })

  it('when somebody commented meanwhile', async () => {
    const claim = await schedule()
    await review(desk.people.reviewer, 'claims', claim.id, 'comment', { text: 'One moment.' })
    await expectFailure(claim, /open comment/)
  })

  it('when whoever scheduled it may not publish any more', async () => {
    const leaver = await desk.citegate.person('Lea Leaver', 'editor')
    const claim = await schedule({}, leaver)
    await desk.people.admin.patch(`/users/${leaver.user.id}`, { roles: ['admin'] })
    await expectFailure(claim, /role/)
  })

  it('when the account of whoever scheduled it is locked', async () => {
    const locked = await desk.citegate.person('Lou Locked', 'editor')
    const claim = await schedule({}, locked)
    await desk.citegate.payload.update({
      collection: 'users',
      id: locked.user.id,
      data: { lockUntil: later(24 * hour).toISOString() },
    })
    await expectFailure(claim, /locked/)
  })
})

describe('what a crash loses', () => {
  it('is woken by the upkeep: a schedule whose job is gone', async () => {
    const { payload } = desk.citegate
    const claim = await schedule()
    await payload.delete({
      collection: 'payload-jobs',
      where: { taskSlug: { equals: 'publishScheduled' } },
    })
    await keepUp(payload, '', new Date())
    expect(await jobsOf(claim.schedule)).toEqual([])
    await keepUp(payload, '', later(2 * hour))
    expect(await jobsOf(claim.schedule)).toHaveLength(1)
    await keepUp(payload, '', later(2 * hour))
    expect(await jobsOf(claim.schedule)).toHaveLength(1)
  })

  it('is taken up at a start: a job that was under way', async () => {
    const { payload } = desk.citegate
    const claim = await schedule()
    const [job] = await jobsOf(claim.schedule)
    await payload.update({
      collection: 'payload-jobs',
      id: String(job?.id),
      data: { processing: true },
    })
    await resumeJobs(payload)
    expect(await jobsOf(claim.schedule)).toMatchObject([{ processing: false }])
    const { docs } = await payload.find({
      collection: 'payload-jobs',
      where: { taskSlug: { equals: 'upkeep' } },
    })
    expect(docs).toHaveLength(1)
    expect(await hasPendingJobs(payload)).toBe(true)
  })
})

describe('the queue of jobs', () => {
  it('is closed to everybody', async () => {
    const claim = await schedule()
    const [job] = await jobsOf(claim.schedule)
    const id = String(job?.id)
    const { editor, reviewer, admin } = desk.people
    for (const person of [editor, reviewer, admin]) {
      const body = { taskSlug: 'publishScheduled', queue: 'clock', input: {} }
      const answers = [
        await person.get('/payload-jobs'),
        await person.get(`/payload-jobs/${id}`),
        await person.post('/payload-jobs', body),
        await person.patch(`/payload-jobs/${id}`, { waitUntil: '2020-01-01T00:00:00Z' }),
        await person.delete(`/payload-jobs/${id}`),
        await person.get('/payload-jobs/run?allQueues=true'),
        await person.get('/payload-jobs/handle-schedules'),
      ]
      for (const { status } of answers) expect([401, 403, 404]).toContain(status)
    }
    expect(await jobsOf(claim.schedule)).toMatchObject([{ waitUntil: claim.publishAt }])
  })
})
