import type { Action } from '../../../src/domain/review/index.ts'
import type { GatedSlug } from '../../../src/projection/index.ts'
import type { Person } from '../support/citegate.ts'
import { password } from '../support/citegate.ts'
import type { Fields } from './attack.ts'
import { daysAgo } from './wrongHistories.ts'
import type { World } from './world.ts'
import { change, newDraft, newLive, publish, sign, step, tomorrow, writeBeside } from './world.ts'

/** A text somewhere on its way, and somebody who asks for something. */
export interface Situation {
  readonly slug: GatedSlug
  /** Nobody: a stranger. */
  readonly by: (world: World) => Person | undefined
  readonly make: (world: World) => Promise<{ readonly id: string; readonly key: string }>
}

type People = World['people']
type Work = (world: World, id: string) => Promise<unknown>

function situationOf(slug: GatedSlug) {
  return (who: (people: People) => Person | undefined, ...steps: Work[]): Situation => ({
    slug,
    by: ({ people }) => who(people),
    make: async (world) => {
      const saved = await newDraft(world, slug)
      for (const each of steps) await each(world, saved.id)
      return saved
    },
  })
}
const claim = situationOf('claims')
const study = situationOf('studies')

const submitted: Work = ({ people }, id) => step(people.editor, 'claims', id, 'submit')
const touchedByBoth: Work = ({ people }, id) =>
  writeBeside(people.both, 'claims', id, { population: 'Adults.' })
const uncited: Work = ({ people }, id) =>
  writeBeside(people.editor, 'claims', id, { citations: [] })
const changed: Work = (world, id) => change(world, 'claims', id)
const signed: Work = (world, id) => sign(world, 'claims', id)
const signedLongAgo: Work = (world, id) => daysAgo(400, () => sign(world, 'claims', id))
const wentLive: Work = (world, id) => publish(world, 'claims', id)
const studyWentLive: Work = (world, id) => publish(world, 'studies', id)
const scheduled: Work = ({ people }, id) =>
  step(people.editor, 'claims', id, 'schedule', { publishAt: tomorrow() })
const commented: Work = ({ people }, id) =>
  step(people.editor, 'claims', id, 'comment', { text: 'Is it two of three?' })
const assigned: Work = ({ people }, id) =>
  step(people.editor, 'claims', id, 'assign', { assignee: people.secondReviewer.user.key })
const sentBack: Work = ({ people }, id) =>
  step(people.secondReviewer, 'claims', id, 'request-changes', { reason: 'Not in the paper.' })
const withdrawn: Work = ({ people }, id) =>
  step(people.editor, 'claims', id, 'withdraw', { reason: 'It was doubted.', kind: 'safety' })

/** Signed, and then the study it rests on is live no more. */
const signedOnSand: Work = async (world, id) => {
  const { editor } = world.people
  const { id: cited } = await newLive(world, 'studies')
  await writeBeside(editor, 'claims', id, { citations: [{ study: cited, stance: 'supports' }] })
  await sign(world, 'claims', id)
  await step(editor, 'studies', cited, 'withdraw', { reason: 'Another trial.', kind: 'evidence' })
}

const editor = (people: People) => people.editor
const reviewer = (people: People) => people.reviewer
const second = (people: People) => people.secondReviewer
const both = (people: People) => people.both
const admin = (people: People) => people.admin
const stranger = () => undefined

export const situations = {
  editorDraft: claim(editor),
  reviewerDraft: claim(reviewer),
  adminDraft: claim(admin),
  strangerDraft: claim(stranger),
  editorInReview: claim(editor, submitted, assigned),
  reviewerInReview: claim(reviewer, submitted),
  authorInReview: claim(both, touchedByBoth, submitted),
  adminInReview: claim(admin, submitted),
  reviewerUncited: claim(reviewer, uncited, submitted),
  reviewerCommented: claim(reviewer, submitted, commented),
  otherEditorCommented: claim((people) => people.otherEditor, submitted, commented),
  editorSentBack: claim(editor, submitted, sentBack),
  reviewerSentBack: claim(reviewer, submitted, sentBack),
  editorApproved: claim(editor, signed),
  signerApproved: claim(reviewer, signed),
  secondApproved: claim(second, signed),
  adminApproved: claim(admin, signed),
  editorApprovedCommented: claim(editor, signed, commented),
  editorApprovedOnSand: claim(editor, signedOnSand),
  editorScheduled: claim(editor, signed, scheduled),
  editorExpired: claim(editor, signedLongAgo),
  signerExpired: claim(reviewer, signedLongAgo),
  editorLive: claim(editor, signed, wentLive),
  signerLive: claim(reviewer, signed, wentLive),
  adminLive: claim(admin, signed, wentLive),
  editorLiveAndDraft: claim(editor, signed, wentLive, changed),
  reviewerLiveAndInReview: claim(reviewer, signed, wentLive, changed, submitted),
  editorLiveAndApproved: claim(editor, signed, wentLive, changed, signed),
  editorWithdrawn: claim(editor, signed, wentLive, withdrawn),
  editorSignedAgain: claim(editor, signed, wentLive, withdrawn, signed),
  adminSignedAgain: claim(admin, signed, wentLive, withdrawn, signed),
  strangerSignedAgain: claim(stranger, signed, wentLive, withdrawn, signed),
  editorStudyDraft: study(editor),
  reviewerStudyLive: study(reviewer, studyWentLive),
} satisfies Record<string, Situation>

/** All that has to be said with an action, said; whoever can sign asks themselves to review. */
export async function requestFor(
  world: World,
  action: Action,
  { slug, by }: Situation,
  id: string,
): Promise<Fields> {
  const { people } = world
  const { body } = await people.editor.get(`/${slug}/${id}/review`)
  const { comments } = body['workflow'] as { comments: readonly { id: number }[] }
  const person = by(world)
  const assignee = person?.user.roles.includes('reviewer') === true ? person : people.reviewer
  const said: Readonly<Record<Action, Fields>> = {
    submit: {},
    assign: { assignee: assignee.user.key },
    comment: { text: 'Is it two of three?' },
    resolve: { comment: comments.at(-1)?.id ?? 1 },
    approve: { meaning: 'medically-accurate', password },
    'request-changes': { reason: 'The number is not in the paper.' },
    publish: {},
    schedule: { publishAt: tomorrow() },
    unschedule: {},
    reinstate: { reason: 'The doubt is gone.' },
    withdraw: { reason: 'It was doubted.', kind: 'evidence' },
  }
  return { action, contentHash: body['contentHash'], ...said[action] }
}
