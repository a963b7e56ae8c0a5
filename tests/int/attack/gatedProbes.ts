import type { GatedSlug } from '../../../src/projection/index.ts'
import { deviations } from './deviations.ts'
import type { Fields } from './attack.ts'
import { goodChange, goodContent } from './content.ts'
import type { Probe } from './probe.ts'
import { answered, attempting, holds } from './probe.ts'
import { tried } from './throughLocalApi.ts'
import { sendAs } from './throughRest.ts'
import type { World } from './world.ts'
import { newDraft, newLive, saveDraft, sign, writeBeside } from './world.ts'
import { watched } from './watch.ts'

const targetOf = (
  slug: GatedSlug,
  { id, key }: { id: string; key: string },
  fields: Fields = {},
) => ({
  slug,
  id,
  key,
  version: '',
  fields,
  whole: {},
})

/** A draft beside a live text is saved, leaves that as it is, and makes one entry. */
export const draftBeside =
  (slug: GatedSlug): Probe =>
  async (world) => {
    const target = targetOf(slug, await newLive(world, slug), goodChange(slug))
    const path = `/${slug}/${target.id}?draft=true`
    const sent = { method: 'PATCH', path, body: target.fields }
    return async () => {
      const made = await watched(world, target, () => sendAs(world, world.people.editor, sent))
      return deviations(world, made, 'draft', {})
    }
  }

/** What nobody may take away stays; a draft that nobody needs goes, and the log says so. */
export const deletion =
  (slug: GatedSlug, isLive: boolean): Probe =>
  async (world) => {
    const target = targetOf(slug, await (isLive ? newLive : newDraft)(world, slug))
    const sent = { method: 'DELETE', path: `/${slug}/${target.id}` }
    return async () => {
      const made = await watched(world, target, () => sendAs(world, world.people.editor, sent))
      return deviations(world, made, isLive ? 409 : 'gone', {})
    }
  }

/** Words that nobody signed, or that fail by their findings, do not go live. */
export const publication =
  (slug: GatedSlug): Probe =>
  async (world) => {
    const wrong = slug === 'studies' ? { doi: '' } : { name: ' ' }
    const isSigned = slug !== 'studies' && slug !== 'conditions'
    const fields = { ...goodContent(slug, world.ground), ...(isSigned ? {} : wrong) }
    const { id } = await saveDraft(world.people.editor, slug, fields)
    const sent = { method: 'PATCH', path: `/${slug}/${id}`, body: { _status: 'published' } }
    return async () => answered(await sendAs(world, world.people.editor, sent), 422)
  }

/** A draft without a key gets one of its words. */
export const keyMade = (slug: GatedSlug): Probe =>
  attempting(async (world) => {
    const { key: _none, ...words } = goodContent(slug, world.ground)
    const sent = { method: 'POST', path: `/${slug}?draft=true`, body: words }
    return answered(await sendAs(world, world.people.editor, sent), 201)
  })

/** People without the role are turned away before anything is looked at. */
export const turnedAway =
  (slug: GatedSlug, action: 'create' | 'delete' | 'update'): Probe =>
  async (world) => {
    const { id } = await newDraft(world, slug)
    // The gate would have other things to say against this.
    const body = { ...goodContent(slug, world.ground), _status: 'neither' }
    const sent = {
      create: { method: 'POST', path: `/${slug}`, body },
      update: { method: 'PATCH', path: `/${slug}/${id}`, body },
      delete: { method: 'DELETE', path: `/${slug}/${id}` },
    }[action]
    return async () => answered(await sendAs(world, world.people.reviewer, sent), 403)
  }

/** Nobody reads who is not signed in. */
export const unread = (slug: GatedSlug, what: 'texts' | 'versions'): Probe =>
  attempting(async ({ payload }) => {
    const args = { collection: slug, overrideAccess: false, limit: 1 }
    return answered(
      await tried(what === 'texts' ? payload.find(args) : payload.findVersions(args)),
      403,
    )
  })

export const bulkEdit =
  (slug: GatedSlug): Probe =>
  async (world) => {
    const { id } = await newDraft(world, slug)
    const path = `/${slug}?where[id][equals]=${id}`
    const sent = { method: 'PATCH', path, body: goodChange(slug) }
    return async () => answered(await sendAs(world, world.people.editor, sent), 403)
  }

export const duplication =
  (slug: GatedSlug): Probe =>
  async (world) => {
    const { id } = await newDraft(world, slug)
    const { user } = world.people.editor
    return async () =>
      answered(
        await tried(world.payload.duplicate({ collection: slug, id, data: {}, user })),
        400,
        {
          message: /cannot be duplicated/,
        },
      )
  }

/** A signed text with an impossible value in a field is not published. */
export const impossible =
  (slug: GatedSlug, fields: (id: string, world: World) => Fields): Probe =>
  async (world) => {
    const { id } = await newDraft(world, slug)
    await writeBeside(world.people.editor, slug, id, fields(id, world))
    await sign(world, slug, id)
    const sent = { method: 'PATCH', path: `/${slug}/${id}`, body: { _status: 'published' } }
    return async () => answered(await sendAs(world, world.people.editor, sent), 400)
  }

/** A draft cannot have a key that is none, nor can what is published. */
export const misnamed = (slug: GatedSlug): Probe =>
  attempting(async (world) => {
    const body = { ...goodContent(slug, world.ground), key: 'Not a key', _status: 'published' }
    const sent = { method: 'POST', path: `/${slug}`, body }
    return answered(await sendAs(world, world.people.editor, sent), 400)
  })

/** What a body says of a field that the program keeps is not stored. */
export const kept = (
  slug: GatedSlug,
  field: string,
  value: unknown,
  isNew: boolean,
  said = value,
): Probe =>
  attempting(async ({ people, payload, ground }) => {
    const whole = goodContent(slug, ground)
    const made = await people.editor.post(
      `/${slug}?draft=true`,
      isNew ? { ...whole, [field]: said } : whole,
    )
    const { id } = made.body['doc'] as { id: string }
    if (!isNew) await people.editor.patch(`/${slug}/${id}?draft=true`, { [field]: said })
    const { docs } = await payload.db.findVersions<Fields>({
      collection: slug,
      where: { and: [{ parent: { equals: id } }, { latest: { equals: true } }] },
      limit: 1,
      pagination: false,
    })
    const stored = JSON.stringify(docs[0]?.version[field] ?? null)
    return holds(!stored.includes(JSON.stringify(value)), `${field} is stored as ${stored}`)
  })

/** The claims that stand in a page are read from its text. */
export const claimsKept =
  (slug: GatedSlug, isNew: boolean): Probe =>
  async (world) => {
    const { id } = await newDraft(world, 'claims')
    return kept(slug, 'claimsUsed', id, isNew, [id])(world)
  }

/** A link that people paste becomes the bare identifier. */
export const bareIdentifier = (field: string, pasted: string, bare: string): Probe =>
  attempting(async (world) => {
    const { id } = await saveDraft(world.people.editor, 'studies', {
      ...goodContent('studies', world.ground),
      [field]: pasted,
    })
    const { body } = await world.people.editor.get(`/studies/${id}?draft=true`)
    return holds(body[field] === bare, `${field} is stored as ${String(body[field])}`)
  })
