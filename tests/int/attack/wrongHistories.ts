import { vi } from 'vitest'
import type { GatedSlug } from '../../../src/projection/index.ts'
import type { Person } from '../support/citegate.ts'
import { documentOf } from '../support/newsroom.ts'
import type { Wrong } from './attack.ts'
import type { World } from './world.ts'
import {
  change,
  forgeSignature,
  hashOf,
  newLive,
  publish,
  sign,
  step,
  writeBeside,
} from './world.ts'

type Work = (world: World, id: string) => Promise<void>

interface Options {
  readonly rules?: readonly string[]
  readonly slug?: GatedSlug
  readonly version?: Wrong['version']
}

/** What was done with good words that were never approved. */
function history(name: string, work: Work, options: Options = {}): Wrong {
  const { rules = ['approved-by-policy'], slug = 'claims', version } = options
  return {
    name,
    slug,
    kind: 'history',
    fields: () => ({}),
    history: work,
    rules,
    ...(version === undefined ? {} : { version }),
  }
}

/** What was done with good words after they had been approved. */
function afterApproval(name: string, work: Work, options: Options = {}): Wrong {
  const approvedBefore: Work = async (world, id) => {
    await sign(world, options.slug ?? 'claims', id)
    await work(world, id)
  }
  return { ...history(name, approvedBefore, options), thereafter: work }
}

const nothing: Work = () => Promise.resolve()

const keyOf = async ({ people }: World, id: string): Promise<string> => {
  const { body } = await people.editor.get(`/claims/${id}?draft=true`)
  return String(body['key'])
}

const forge = async (world: World, id: string, ...forgers: Person[]): Promise<void> => {
  const hash = await hashOf(world, 'claims', id)
  for (const person of forgers) {
    await forgeSignature(world, 'claims', await keyOf(world, id), hash, person)
  }
}

/** Does something as if it were that many days ago, or from now if negative. */
export async function daysAgo<T>(days: number, work: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - days * 24 * 60 * 60 * 1000 })
  try {
    return await work()
  } finally {
    vi.useRealTimers()
  }
}

const submit: Work = async (world, id) => {
  await step(world.people.editor, 'claims', id, 'submit')
}

const sendBack: Work = async ({ people }, id) => {
  await step(people.secondReviewer, 'claims', id, 'request-changes', {
    reason: 'The number is not in the paper.',
  })
}

const withdraw: Work = async ({ people }, id) => {
  await step(people.reviewer, 'claims', id, 'withdraw', {
    reason: 'It was doubted.',
    kind: 'evidence',
  })
}

const takeDown: Work = async (world, id) => {
  await publish(world, 'claims', id)
  await withdraw(world, id)
}

/** Good words, and what was done with them. */
export const wrongHistories = {
  unapproved: history('unapproved', nothing),
  unapprovedTherapy: history('unapproved therapy', nothing, { slug: 'therapies' }),
  unapprovedArticle: history('unapproved article', nothing, { slug: 'articles' }),
  unapprovedDisclaimer: history('unapproved disclaimer', nothing, { slug: 'disclaimers' }),
  inReview: history('only submitted', submit),
  sentBack: history('sent back', async (world, id) => {
    await submit(world, id)
    await sendBack(world, id)
  }),
  sentBackLater: afterApproval('sent back after approval', sendBack),
  selfApproved: history(
    'self-approved',
    async (world, id) => {
      await writeBeside(world.people.both, 'claims', id, { population: 'Adults.' })
      await submit(world, id)
      await forge(world, id, world.people.both)
    },
    { rules: ['approved-by-policy', 'approver-is-independent'] },
  ),
  wrongRole: history(
    'approved by the wrong role',
    async (world, id) => {
      await submit(world, id)
      await forge(world, id, world.people.admin, world.people.otherEditor)
    },
    { rules: ['approved-by-policy', 'approver-is-independent'] },
  ),
  otherContent: history('approval of other content', async (world, id) => {
    const other = await newLive(world, 'claims')
    await submit(world, id)
    const hash = await hashOf(world, 'claims', other.id)
    await forgeSignature(world, 'claims', await keyOf(world, id), hash, world.people.reviewer)
  }),
  stale: afterApproval('stale approval', (world, id) => change(world, 'claims', id)),
  returned: afterApproval('approved words left and taken up again', async ({ people }, id) => {
    const { body } = await people.editor.get(`/claims/${id}?draft=true`)
    await writeBeside(people.editor, 'claims', id, { outcome: 'Function' })
    await writeBeside(people.editor, 'claims', id, { outcome: body['outcome'] ?? null })
  }),
  oneOfTwo: history('one of two signatures', async (world, id) => {
    await writeBeside(world.people.editor, 'claims', id, { certainty: 'low' })
    await sign(world, 'claims', id)
  }),
  oneTwice: history('one reviewer, twice', async (world, id) => {
    await writeBeside(world.people.editor, 'claims', id, { certainty: 'low' })
    await sign(world, 'claims', id)
    await forge(world, id, world.people.reviewer)
  }),
  factsChanged: history('approval of other facts', async (world, id) => {
    const study = await newLive(world, 'studies')
    await writeBeside(world.people.editor, 'claims', id, {
      citations: [{ study: study.id, stance: 'supports' }],
    })
    await sign(world, 'claims', id)
    documentOf(await world.people.editor.patch(`/studies/${study.id}`, { sampleSize: 12 }))
  }),
  expired: history('expired review', (world, id) => daysAgo(400, () => sign(world, 'claims', id)), {
    rules: ['review-not-overdue'],
  }),
  openComment: afterApproval(
    'open comment',
    async ({ people }, id) => {
      await step(people.reviewer, 'claims', id, 'comment', { text: 'Is that the right number?' })
    },
    { rules: ['no-open-comments'] },
  ),
  withdrawn: afterApproval('withdrawn', takeDown),
  withdrawnSigned: afterApproval('withdrawn, and approved again', async (world, id) => {
    await takeDown(world, id)
    await sign(world, 'claims', id)
  }),
  oldText: history(
    'a text that was live before another',
    async (world, id) => {
      await sign(world, 'claims', id)
      await publish(world, 'claims', id)
      const { body } = await world.people.editor.get(`/claims/${id}`)
      await writeBeside(world.people.editor, 'claims', id, { outcome: 'Another outcome' })
      await sign(world, 'claims', id)
      await publish(world, 'claims', id)
      await writeBeside(world.people.editor, 'claims', id, { outcome: body['outcome'] ?? null })
    },
    { version: firstPublished },
  ),
} satisfies Record<string, Wrong>

/** Id of the first version that was live. */
async function firstPublished({ payload }: World, id: string): Promise<string> {
  const { docs } = await payload.db.findVersions({
    collection: 'claims',
    where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
    sort: 'createdAt',
    limit: 1,
    pagination: false,
  })
  return String(docs[0]?.id)
}

/** With which nothing is wrong: what the routes do when they may. */
export const rightHistories = {
  nothing: afterApproval('nothing (control)', nothing, { rules: [] }),
  overdueAssignment: afterApproval(
    'nothing: the reviewer was late (control)',
    async ({ people }, id) => {
      await daysAgo(30, () =>
        step(people.editor, 'claims', id, 'assign', {
          assignee: people.secondReviewer.user.key,
          due: new Date().toISOString().slice(0, 10),
        }),
      )
    },
    { rules: [] },
  ),
} satisfies Record<string, Wrong>
