import { createLocalReq } from 'payload'
import type { NewLogEntry } from '../../../src/domain/model/index.ts'
import type { GatedSlug } from '../../../src/projection/index.ts'
import { nameOf } from '../../../src/projection/index.ts'
import { appendToLog, inTransaction } from '../../../src/records/index.ts'
import type { Answer, Citegate, Person } from '../support/citegate.ts'
import { startCitegate } from '../support/citegate.ts'
import type { Newsroom } from '../support/newsroom.ts'
import { documentOf, newsroom, review } from '../support/newsroom.ts'
import type { Fields } from './fields.ts'
import type { Ground } from './content.ts'
import { goodChange, goodContent } from './content.ts'

/** The program under attack, its people, and what they have written so far. */
export interface World extends Citegate {
  readonly people: Newsroom & { readonly both: Person }
  readonly ground: Ground
}

/** Starts a program with as much content as an attack needs around it. */
export async function startWorld(): Promise<World> {
  const citegate = await startCitegate()
  const people = {
    ...(await newsroom(citegate)),
    both: await citegate.person('Bea Both', 'editor', 'reviewer'),
  }
  const channel = documentOf(
    await people.admin.post('/channels', {
      key: 'us-en',
      title: 'United States, English',
      jurisdiction: 'us',
      language: 'en',
      slots: [
        { key: 'comparison-note', place: 'end', when: { claimKinds: ['comparison'] } },
        { key: 'procedure-note', place: 'end', when: { claimKinds: ['procedure'] } },
      ],
    }),
  )
  const ground = { channel: channel.id, therapy: '', study: '' }
  const therapy = await saveDraft(people.editor, 'therapies', goodContent('therapies', ground))
  const study = documentOf(
    await people.editor.post('/studies', {
      ...goodContent('studies', ground),
      _status: 'published',
    }),
  )
  return { ...citegate, people, ground: { ...ground, therapy: therapy.id, study: study.id } }
}

interface Saved {
  readonly id: string
  readonly key: string
}

/** Saves a new document as a draft. */
export async function saveDraft({ post }: Person, slug: GatedSlug, fields: Fields): Promise<Saved> {
  return documentOf(await post(`/${slug}?draft=true`, fields))
}

/** Writes words beside whatever is live. */
export async function writeBeside(
  { patch }: Person,
  slug: GatedSlug,
  id: string,
  fields: Fields,
): Promise<void> {
  documentOf(await patch(`/${slug}/${id}?draft=true`, fields))
}

/** A new document with good words, saved as a draft. */
export async function newDraft({ people, ground }: World, slug: GatedSlug): Promise<Saved> {
  const saved = await saveDraft(people.editor, slug, goodContent(slug, ground))
  // A therapy says of itself what its regulator says of it.
  if (slug === 'therapies') {
    await writeBeside(people.editor, slug, saved.id, {
      statusNotEstablished: [{ therapy: saved.id, jurisdiction: 'us', searchedOn: '2026-01-05' }],
    })
  }
  return saved
}

/** One step of a review that has to work. */
export async function step(
  person: Person,
  slug: GatedSlug,
  id: string,
  action: string,
  more: Fields = {},
): Promise<Answer> {
  const answer = await review(person, slug, id, action, more)
  if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`)
  return answer
}

/** Has a draft signed, where its kind is signed at all. */
export async function sign({ people }: World, slug: GatedSlug, id: string): Promise<void> {
  if (slug === 'studies' || slug === 'conditions') return
  await step(people.editor, slug, id, 'submit')
  await step(people.reviewer, slug, id, 'approve')
}

export async function publish({ people }: World, slug: GatedSlug, id: string): Promise<void> {
  documentOf(await people.editor.patch(`/${slug}/${id}`, { _status: 'published' }))
}

/** A new document whose good words are live. */
export async function newLive(world: World, slug: GatedSlug): Promise<Saved> {
  const saved = await newDraft(world, slug)
  await sign(world, slug, saved.id)
  await publish(world, slug, saved.id)
  return saved
}

/** Has an approved draft published tomorrow, as far as it depends on the editor. */
export async function schedule({ people }: World, slug: GatedSlug, id: string): Promise<void> {
  await step(people.editor, slug, id, 'schedule', { publishAt: tomorrow() })
}

export const tomorrow = (): string => new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString()

/** Writes other good words beside the live ones. */
export function change({ people }: World, slug: GatedSlug, id: string): Promise<void> {
  return writeBeside(people.editor, slug, id, goodChange(slug))
}

/** Id of the version that holds the newest text of a document. */
export async function newestVersion(
  { payload }: World,
  slug: GatedSlug,
  id: string,
): Promise<string> {
  const { docs } = await payload.db.findVersions<Fields>({
    collection: slug,
    where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
    limit: 1,
    pagination: false,
  })
  return String(docs[0]?.id)
}

/**
 * Puts a signature into the log that no route would have let in: what a bug, or a hand in the
 * database that knows how to chain, could leave there.
 */
export async function forgeSignature(
  { payload }: World,
  slug: GatedSlug,
  key: string,
  contentHash: string,
  { user }: Person,
): Promise<void> {
  const entry: NewLogEntry = {
    at: new Date().toISOString(),
    subject: nameOf(slug, key),
    action: 'approve',
    contentHash,
    actor: { key: user.key, name: user.name, roles: user.roles, isFictitious: false },
    meaning: 'medically-accurate',
    policy: { approvals: 2, roles: ['reviewer'] },
  }
  const req = await createLocalReq({}, payload)
  await inTransaction(req, () => appendToLog(req, entry, undefined))
}

/** Hash of the newest text. */
export async function hashOf({ people }: World, slug: GatedSlug, id: string): Promise<string> {
  const { body } = await people.editor.get(`/${slug}/${id}/review`)
  return String(body['contentHash'])
}
