import type { GatedDocument } from '../../../src/projection/index.ts'
import { publishRelease } from '../../../src/publish/index.ts'
import type { Label, Words } from './content.ts'
import { fieldsOf, firstWords, isStudy, labels, slugs, wordsIn } from './content.ts'
import type { Expectation, Mode, Reading } from './expectations.ts'
import {
  expectApproval,
  expectAssignment,
  expectComment,
  expectCreation,
  expectDeletion,
  expectFiring,
  expectPublication,
  expectRefusal,
  expectRelease,
  expectResolution,
  expectSchedule,
  expectSubmission,
  expectTampering,
  expectUnscheduling,
  expectWithdrawal,
  expectWrite,
} from './expectations.ts'
import type { Model, PersonName } from './model.ts'
import { nextWords } from './nextWords.ts'
import type { Seen } from './observe.ts'
import { labelOfName, releasedTexts } from './observe.ts'
import type { World } from './world.ts'
import { keyIn, make, password } from './world.ts'

/** One request, and what has to come of it. */
export interface Operation {
  readonly name: string
  /** In words, for whoever reads a failed sequence. */
  readonly says: string
  readonly expected: Expectation
  /** Answers with the status. */
  readonly send: () => Promise<number>
}

/** What an operation is made of. */
export interface Choice {
  readonly who: PersonName
  readonly label: Label
  /** Decides whatever else there is to decide. */
  readonly pick: number
}

/** Where it is made. */
export interface Scene {
  readonly model: Model
  readonly world: World
  readonly seen: Seen
  /** Hashes that a subject had before, newest last. */
  readonly pastHashes: ReadonlyMap<Label, readonly string[]>
}

type Plan = (scene: Scene, choice: Choice) => Operation | Promise<Operation>

type Fields = Record<string, unknown>

const nameOfWrite: Readonly<Record<Mode, string>> = {
  beside: 'edit beside',
  draft: 'edit over a draft',
  published: 'edit in public',
}

/** A write over a stock route of what is there. */
export function write(
  { model, world }: Scene,
  { who, label }: Choice,
  words: Words,
  mode: Mode,
  body: Fields = {},
): Operation {
  const query = mode === 'beside' ? '?draft=true' : ''
  const path = `/${slugs[label]}/${idOf(world, label)}${query}`
  return {
    name: nameOfWrite[mode],
    says: `${who}: PATCH ${path} ${JSON.stringify({ ...words, ...body })}`,
    expected: expectWrite(model, label, who, words, mode),
    send: () =>
      statusOf(world.people[who].patch(path, { ...fieldsOf(label, words, world.ids), ...body })),
  }
}

const idOf = ({ ids }: World, label: Label): string => ids.get(label) ?? ''

async function statusOf(answer: Promise<{ readonly status: number }>): Promise<number> {
  return (await answer).status
}

/** A step of a review. */
function review(
  { world, seen, pastHashes }: Scene,
  { who, label }: Choice,
  action: string,
  reading: Reading,
  expected: Expectation,
  more: Fields = {},
): Operation {
  const hashes = {
    newest: seen.newest.get(label)?.hash,
    older: pastHashes.get(label)?.at(-1) ?? `cg1-${'0'.repeat(64)}`,
    unsaid: undefined,
  }
  const body = { action, contentHash: hashes[reading], ...more }
  return {
    name: action,
    says: `${who}: review ${action} of ${label}, having read the ${reading} text ${JSON.stringify(more)}`,
    expected,
    send: () =>
      statusOf(world.people[who].post(`/${slugs[label]}/${idOf(world, label)}/review`, body)),
  }
}

/** Mostly the newest text; an older one, or none, now and then. */
const readingOf = (pick: number): Reading =>
  pick % 11 === 3 ? 'older' : pick % 11 === 7 ? 'unsaid' : 'newest'

const create: Plan = ({ model, world }, { who, pick }) => {
  const label = 'c3'
  const words = firstWords[label]
  const isPublished = pick % 4 === 0
  return {
    name: 'create',
    says: `${who}: POST a claim${isPublished ? ' as published' : ''}`,
    expected: expectCreation(model, label, who, words, isPublished ? 'published' : 'beside'),
    send: () =>
      statusOf(
        make(
          world,
          who,
          label,
          {
            ...fieldsOf(label, words, world.ids),
            ...(isPublished ? { _status: 'published' } : {}),
          },
          isPublished ? '' : '?draft=true',
        ),
      ),
  }
}

/** What the program alone says of a text; a body that says it is not believed. */
const forged: Fields = {
  key: 'another-key',
  reviewStatus: 'approved',
  liveStatus: 'live',
  openComments: 0,
  assignedTo: null,
  publishAt: '2099-01-01T00:00:00.000Z',
}

const forgedNowAndThen = (pick: number): Fields => (pick % 3 === 1 ? forged : {})

const editBeside: Plan = (scene, choice) => {
  const words = nextWords(scene.model, choice.label, choice.pick)
  return write(scene, choice, words, 'beside', forgedNowAndThen(choice.pick))
}

/** Without `draft=true`, a write goes to where the newest version stands. */
const editThrough: Plan = (scene, choice) => {
  const { isDraft } = scene.model.of(choice.label)
  const words = nextWords(scene.model, choice.label, choice.pick)
  return write(scene, choice, words, isDraft ? 'draft' : 'published')
}

const patchPublished: Plan = (scene, choice) => {
  const { model } = scene
  const { label, pick } = choice
  const words = pick % 3 === 0 ? nextWords(model, label, pick) : model.newest(label)
  const body = { ...forgedNowAndThen(pick), _status: 'published' }
  return write(scene, choice, words, 'published', body)
}

/** What is live leaves by withdrawal, and by nothing else. */
const unpublish: Plan = (scene, choice) => ({
  ...write(scene, choice, scene.model.newest(choice.label), 'draft', { _status: 'draft' }),
  name: 'unpublish',
})

/** What studies are changed for: a typo, a fact, a retraction. */
const changeStudy: Plan = async (scene, { who, label, pick }) => {
  const study = isStudy(label) ? label : pick % 2 === 0 ? 's1' : 's2'
  return { ...(await editThrough(scene, { who, label: study, pick })), name: 'change a study' }
}

const restore: Plan = async (scene, choice) => {
  const { model, world } = scene
  const { who, label, pick } = choice
  const { docs } = await world.payload.db.findVersions<GatedDocument>({
    collection: slugs[label],
    where: { parent: { equals: idOf(world, label) } },
    sort: 'createdAt',
    limit: 0,
    pagination: false,
  })
  // The very first version of a page could not name itself.
  const versions = label === 't' ? docs.slice(1) : docs
  const chosen = versions[pick % Math.max(1, versions.length)]
  // What is deleted has none.
  if (chosen === undefined) return editBeside(scene, choice)
  const labelOf = (id: unknown): Label =>
    labels.find((each) => world.ids.get(each) === String(id)) ?? 't'
  const words = wordsIn(chosen.version, labelOf)
  const asDraft = pick % 2 === 0
  const isPublished = chosen.version['_status'] === 'published'
  const mode = asDraft ? 'beside' : isPublished ? 'published' : 'draft'
  const path = `/${slugs[label]}/versions/${chosen.id}${asDraft ? '?draft=true' : ''}`
  return {
    name: 'restore',
    says: `${who}: POST ${path}, ${isPublished ? 'a published version' : 'a draft'} ${JSON.stringify(words)}`,
    expected: expectWrite(model, label, who, words, mode),
    send: () => statusOf(world.people[who].post(path, {})),
  }
}

const remove: Plan = ({ model, world }, { who, label }) => ({
  name: 'delete',
  says: `${who}: DELETE ${label}`,
  expected: expectDeletion({ model, label, who }),
  send: () => statusOf(world.people[who].delete(`/${slugs[label]}/${idOf(world, label)}`)),
})

const submit: Plan = (scene, choice) => {
  const reading = readingOf(choice.pick)
  const expected = expectSubmission({ ...scene, ...choice }, reading)
  return review(scene, choice, 'submit', reading, expected)
}

/** Before an account would be locked, its owner remembers the password. */
const mostWrongPasswords = 5

const approve: Plan = (scene, choice) => {
  const { world } = scene
  const { who, pick } = choice
  const reading = readingOf(pick)
  const wrong = world.wrongPasswords.get(who) ?? 0
  const isRight = pick % 13 !== 5 || wrong >= mostWrongPasswords
  const hasMeaning = pick % 17 !== 5
  const step = { ...scene, ...choice }
  const expected = expectApproval(step, reading, { hasMeaning, isRightPassword: isRight })
  const operation = review(scene, choice, 'approve', reading, expected, {
    ...(hasMeaning ? { meaning: 'medically-accurate' } : {}),
    password: isRight ? password : 'another password than theirs',
  })
  return {
    ...operation,
    says: `${operation.says}${isRight ? '' : ' (wrong password)'}`,
    send: () => {
      if (expected.isAccepted) world.wrongPasswords.delete(who)
      else if (!isRight) world.wrongPasswords.set(who, wrong + 1)
      return operation.send()
    },
  }
}

const requestChanges: Plan = (scene, choice) => {
  const reading = readingOf(choice.pick)
  const hasReason = choice.pick % 7 !== 5
  const expected = expectRefusal({ ...scene, ...choice }, reading, hasReason)
  const reason = hasReason ? 'The number is not in the paper.' : ' '
  return review(scene, choice, 'request-changes', reading, expected, { reason })
}

const publish: Plan = (scene, choice) => {
  const reading = readingOf(choice.pick)
  const expected = expectPublication({ ...scene, ...choice }, 'publish', reading, false)
  return review(scene, choice, 'publish', reading, expected)
}

const reinstate: Plan = (scene, choice) => {
  const reading = readingOf(choice.pick)
  const hasReason = choice.pick % 7 !== 5
  const expected = expectPublication({ ...scene, ...choice }, 'reinstate', reading, hasReason)
  const reason = hasReason ? 'The doubt is settled.' : ''
  return review(scene, choice, 'reinstate', reading, expected, { reason })
}

const kinds = ['evidence', 'safety', 'legal', 'superseded', undefined] as const

const withdraw: Plan = (scene, choice) => {
  const { model, world } = scene
  const { label, pick } = choice
  const kind = kinds[pick % kinds.length]
  const successor = labels.find((each) => each !== label && slugs[each] === slugs[label])
  const supersededBy =
    successor === undefined
      ? 'disclaimer/another'
      : `${slugs[label] === 'studies' ? 'study' : 'claim'}/${keyIn(world, successor)}`
  const isSucceeded = successor !== undefined && model.of(successor).live !== undefined
  const hasReason = pick % 7 !== 5
  const isExplained = hasReason && kind !== undefined && (kind !== 'superseded' || isSucceeded)
  const expected = expectWithdrawal({ ...scene, ...choice }, isExplained)
  return review(scene, choice, 'withdraw', 'unsaid', expected, {
    reason: hasReason ? 'It was doubted.' : '',
    kind,
    ...(kind === 'superseded' ? { supersededBy } : {}),
  })
}

const comment: Plan = (scene, choice) =>
  review(scene, choice, 'comment', 'unsaid', expectComment({ ...scene, ...choice }), {
    text: 'Is this so?',
  })

const resolve: Plan = (scene, choice) => {
  const { model } = scene
  const open = model.openComments(choice.label)
  const chosen = open[choice.pick % Math.max(1, open.length)]
  const expected = expectResolution({ ...scene, ...choice }, chosen)
  return review(scene, choice, 'resolve', 'unsaid', expected, { comment: chosen?.n ?? 1 })
}

const assignees = ['reviewer', 'secondReviewer', 'both', 'otherEditor', null] as const

const assign: Plan = (scene, choice) => {
  const assignee = assignees[choice.pick % assignees.length] ?? null
  const expected = expectAssignment({ ...scene, ...choice }, assignee)
  return review(scene, choice, 'assign', 'unsaid', expected, {
    assignee: assignee === null ? null : scene.world.keyOf(assignee),
    ...(assignee === null ? {} : { due: '2099-01-01' }),
  })
}

/** When everything is to be published: no sequence takes as long as until then. */
const moment = new Date(Date.now() + 86_400_000).toISOString()

const schedule: Plan = (scene, choice) => {
  // One at a time: of two that are due at once, either may come first.
  const label = labels.find((each) => scene.model.of(each).schedule !== undefined) ?? choice.label
  const reading = readingOf(choice.pick)
  const expected = expectSchedule({ ...scene, ...choice, label }, reading)
  const body = { publishAt: moment }
  return review(scene, { ...choice, label }, 'schedule', reading, expected, body)
}

const unschedule: Plan = (scene, choice) => {
  const label = labels.find((each) => scene.model.of(each).schedule !== undefined) ?? choice.label
  const expected = expectUnscheduling({ ...scene, ...choice, label })
  return review(scene, { ...choice, label }, 'unschedule', 'unsaid', expected)
}

/** The moment of whatever is scheduled comes, whoever is about. */
const letFire: Plan = ({ model, world }) => {
  const label = labels.find((each) => model.of(each).schedule !== undefined) ?? 'd'
  return {
    name: 'scheduled moment',
    says: `the moment comes to publish ${label}`,
    expected: expectFiring(model, label),
    send: async () => {
      await world.payload.db.updateJobs({
        where: { taskSlug: { equals: 'publishScheduled' } },
        data: { waitUntil: new Date(0).toISOString() },
      })
      const { jobStatus } = await world.payload.jobs.run({ queue: 'clock' })
      const isDone = Object.values(jobStatus ?? {}).every(({ status }) => status === 'success')
      return isDone ? 200 : 500
    },
  }
}

const release: Plan = ({ model, world, seen }) => ({
  name: 'release',
  says: 'a release is made',
  expected: expectRelease(model, seen.plan, (name) => labelOfName(world, name)),
  send: async () => {
    // By the job, if one is queued: so that the next change has to queue another.
    const { jobStatus } = await world.payload.jobs.run({ queue: 'release' })
    const isDone = Object.values(jobStatus ?? {}).every(({ status }) => status === 'success')
    if (jobStatus === undefined) await publishRelease(world.payload)
    world.lastReleased = releasedTexts(world, model, seen)
    // Only what has changed was looked at. A look at everything finds nothing more.
    const { outcome } = await publishRelease(world.payload, { isWhole: true })
    return isDone && outcome === 'unchanged' ? 200 : 500
  },
})

/** Records are read, and never written: an entry, the text it names, the release it led to. */
const tamper: Plan = async ({ world }, { who, pick }) => {
  const collection = (['reviews', 'texts', 'releases'] as const)[pick % 3] ?? 'reviews'
  const { docs } = await world.payload.db.find({ collection, limit: 1 + (pick % 20) })
  const path = `/${collection}/${String(docs.at(-1)?.id)}`
  const { post, patch, delete: remove } = world.people[who]
  const body = { actorKey: who, reason: 'Never.', action: 'approve', subject: 'claim/c1-1' }
  const [verb, send] = (
    [
      ['DELETE', () => remove(path)],
      ['PATCH', () => patch(path, body)],
      ['POST', () => post(`/${collection}`, { ...docs.at(-1), ...body, id: undefined })],
    ] as const
  )[Math.floor(pick / 3) % 3] ?? ['DELETE', () => remove(path)]
  return {
    name: 'tamper',
    says: `${who}: ${verb} ${path}`,
    expected: expectTampering(who),
    send: () => statusOf(send()),
  }
}

export const plans = {
  create,
  editBeside,
  editThrough,
  patchPublished,
  unpublish,
  tamper,
  changeStudy,
  restore,
  remove,
  submit,
  approve,
  requestChanges,
  publish,
  reinstate,
  withdraw,
  comment,
  resolve,
  assign,
  schedule,
  unschedule,
  letFire,
  release,
} satisfies Record<string, Plan>

export type PlanName = keyof typeof plans
