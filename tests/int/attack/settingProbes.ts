import type { CollectionSlug } from 'payload'
import { vi } from 'vitest'
import { documentOf } from '../support/newsroom.ts'
import type { Fields } from './attack.ts'
import { goodContent, nextNumber } from './content.ts'
import type { Probe } from './probe.ts'
import { answered, attempting, holds } from './probe.ts'
import { tried } from './throughLocalApi.ts'
import { sendAs } from './throughRest.ts'
import { png } from './throughSideDoors.ts'
import type { World } from './world.ts'
import { newLive, saveDraft } from './world.ts'

async function image({ payload, people }: World): Promise<string> {
  const { id } = await payload.create({
    collection: 'media',
    data: { alt: 'An invented image.' },
    file: { data: png, mimetype: 'image/png', name: 'dot.png', size: png.length },
    overrideAccess: false,
    user: people.editor.user,
  })
  return id
}

/** An image that stands in a text. */
async function usedImage(world: World): Promise<string> {
  const value = await image(world)
  const node = { version: 1, direction: null, format: '', indent: 0 }
  const upload = {
    ...node,
    type: 'upload',
    relationTo: 'media',
    value,
    fields: {},
    id: 'a'.repeat(24),
  }
  const body = { root: { ...node, type: 'root', children: [upload] } }
  await saveDraft(world.people.editor, 'articles', {
    ...goodContent('articles', world.ground),
    sections: [{ heading: 'Overview', aspect: 'OverviewHealthAspect', body }],
  })
  return value
}

function form(fields: Fields): FormData {
  const made = new FormData()
  made.set('_payload', JSON.stringify(fields))
  made.set('file', new File([png], 'dot.png', { type: 'image/png' }))
  return made
}

const media = (id: string) => `/media/${id}`

export const imageReworded = attempting(async (world) => {
  const path = media(await usedImage(world))
  const sent = { method: 'PATCH', path, body: { alt: 'Another image.' } }
  return answered(await sendAs(world, world.people.editor, sent), 409)
})

export const imageReplaced = attempting(async (world) => {
  const path = media(await image(world))
  const sent = { method: 'PATCH', path, body: form({}) }
  return answered(await sendAs(world, world.people.editor, sent), 409)
})

export const imageDeleted = attempting(async (world) => {
  const sent = { method: 'DELETE', path: media(await usedImage(world)) }
  return answered(await sendAs(world, world.people.editor, sent), 409)
})

/** A file is named by its bytes, whatever the body says. */
export const imageRenamed = attempting(async (world) => {
  const path = media(await image(world))
  const forged = '0'.repeat(64)
  await sendAs(world, world.people.editor, { method: 'PATCH', path, body: { sha256: forged } })
  const { body } = await world.people.editor.get(path)
  return holds(/^[1-9a-f]/.test(String(body['sha256'])), `its digest is ${String(body['sha256'])}`)
})

export const imageByReviewer = (action: 'create' | 'delete' | 'update'): Probe =>
  attempting(async (world) => {
    const path = media(await image(world))
    const sent = {
      create: { method: 'POST', path: '/media', body: form({ alt: 'An invented image.' }) },
      update: { method: 'PATCH', path, body: { alt: 'Another image.' } },
      delete: { method: 'DELETE', path },
    }[action]
    return answered(await sendAs(world, world.people.reviewer, sent), 403)
  })

/** What administrators set up, and some of which others read. */
type SettingSlug = 'channels' | 'sites' | 'webhooks'

async function setting(world: World, slug: SettingSlug): Promise<Fields> {
  const number = String(nextNumber())
  const key = `${slug}-${number}`
  switch (slug) {
    case 'channels':
      return { key, title: 'Elsewhere', jurisdiction: 'xx', language: 'de' }
    case 'sites':
      return { key, name: 'Elsewhere', channels: [await spare(world, 'channels')] }
    case 'webhooks':
      return { key, name: 'There', site: await spare(world, 'sites'), address: outside }
  }
}

const outside = 'https://site.example/hooks'

/** The name of a setting, which its key is made from. */
const named = { channels: 'title', sites: 'name', webhooks: 'name' } as const

async function spare(world: World, slug: SettingSlug): Promise<string> {
  const body = await setting(world, slug)
  return documentOf(await world.people.admin.post(`/${slug}`, body)).id
}

export const settingByEditor = (slug: SettingSlug, action: 'create' | 'update'): Probe =>
  attempting(async (world) => {
    const path = `/${slug}/${await spare(world, slug)}`
    const sent = {
      create: { method: 'POST', path: `/${slug}`, body: await setting(world, slug) },
      update: { method: 'PATCH', path, body: { [named[slug]]: 'Nowhere' } },
    }[action]
    return answered(await sendAs(world, world.people.editor, sent), 403)
  })

export const settingDeleted = (slug: SettingSlug): Probe =>
  attempting(async (world) => {
    const sent = { method: 'DELETE', path: `/${slug}/${await spare(world, slug)}` }
    return answered(await sendAs(world, world.people.admin, sent), 403)
  })

export const settingRekeyed = (slug: SettingSlug): Probe =>
  attempting(async (world) => {
    const path = `/${slug}/${await spare(world, slug)}`
    await world.people.admin.patch(path, { key: 'another-key' })
    const { body } = await world.people.admin.get(path)
    return holds(body['key'] !== 'another-key', 'it has another key')
  })

export const settingMisnamed = (slug: SettingSlug): Probe =>
  attempting(async (world) => {
    const body = { ...(await setting(world, slug)), key: 'Not a key' }
    const sent = { method: 'POST', path: `/${slug}`, body }
    return answered(await sendAs(world, world.people.admin, sent), 400)
  })

export const settingKeyMade = (slug: SettingSlug): Probe =>
  attempting(async (world) => {
    const { key: _none, ...rest } = await setting(world, slug)
    const body = { ...rest, [named[slug]]: `Elsewhere ${String(nextNumber())}` }
    const sent = { method: 'POST', path: `/${slug}`, body }
    return answered(await sendAs(world, world.people.admin, sent), 201)
  })

export const settingCopied = (slug: SettingSlug): Probe =>
  attempting(async (world) => {
    const id = await spare(world, slug)
    const copy = tried(world.payload.duplicate({ collection: slug, id }))
    return answered(await copy, 400, { message: /cannot be duplicated/ })
  })

export const webhooksByEditor = attempting(async (world) =>
  answered(await sendAs(world, world.people.editor, { method: 'GET', path: '/webhooks' }), 403),
)

export const webhookDeletedByEditor = attempting(async (world) => {
  const sent = { method: 'DELETE', path: `/webhooks/${await spare(world, 'webhooks')}` }
  return answered(await sendAs(world, world.people.editor, sent), 403)
})

export const webhookInside = attempting(async (world) => {
  const body = { ...(await setting(world, 'webhooks')), address: 'https://169.254.169.254/' }
  const sent = { method: 'POST', path: '/webhooks', body }
  return answered(await sendAs(world, world.people.admin, sent), 400)
})

/** What the program keeps of a webhook, and no person writes. */
const keptOfWebhooks = {
  offReason: 'Because.',
  secrets: [{ salt: 'ab', fingerprint: 'ab', since: '2026-01-01', until: null }],
  since: 77,
} as const

/** What a person says of it is not taken, in a new webhook or another. */
export const webhookFieldKept = (field: keyof typeof keptOfWebhooks, isNew: boolean): Probe =>
  attempting(async (world) => {
    const forged = { [field]: keptOfWebhooks[field] }
    const fresh = { ...(await setting(world, 'webhooks')), isOn: false, ...(isNew ? forged : {}) }
    const { id } = documentOf(await world.people.admin.post('/webhooks', fresh))
    if (!isNew) await world.people.admin.patch(`/webhooks/${id}`, forged)
    const stored = await world.payload.db.findOne<Fields & { id: string }>({
      collection: 'webhooks',
      where: { id: { equals: id } },
    })
    const value = stored?.[field] ?? null
    return holds(value === null, `${field} is ${JSON.stringify(value)}`)
  })

/** A webhook that is switched on again has no reason to be off. */
export const webhookOnAgain = attempting(async (world) => {
  const id = await spare(world, 'webhooks')
  const off = { isOn: false, offReason: 'It answered 410.' }
  await world.payload.update({ collection: 'webhooks', id, data: off })
  const { body } = await world.people.admin.patch(`/webhooks/${id}`, { isOn: true })
  const { offReason } = body['doc'] as Fields
  return holds(offReason === null, `it is on, and off because: ${String(offReason)}`)
})

/** A changed setting queues a release. */
export const channelChanged = attempting(async (world) => {
  const id = await spare(world, 'channels')
  const queued = async () => {
    const { totalDocs } = await world.payload.db.count({
      collection: 'payload-jobs',
      where: { taskSlug: { equals: 'release' } },
    })
    return totalDocs
  }
  await world.payload.delete({
    collection: 'payload-jobs',
    where: { taskSlug: { equals: 'release' } },
  })
  await world.people.admin.patch(`/channels/${id}`, { title: 'Nowhere' })
  return holds((await queued()) > 0, 'no release is queued')
})

/** Editing many at once is off. */
export const bulkEdit = (slug: CollectionSlug, by: 'admin' | 'editor' = 'admin'): Probe =>
  attempting(async (world) =>
    answered(
      await sendAs(world, world.people[by], {
        method: 'PATCH',
        path: `/${slug}?where[createdAt][exists]=false`,
        body: {},
      }),
      403,
      { message: /bulk edit/ },
    ),
  )

/** Whoever opens a text locks it in their own name. */
export const lockInOthersName = attempting(async (world) => {
  const { people } = world
  const { id } = await newLive(world, 'conditions')
  const answer = await people.admin.post('/payload-locked-documents', {
    document: { relationTo: 'conditions', value: id },
    user: { relationTo: 'users', value: people.reviewer.user.id },
  })
  const lock = documentOf(answer)
  const { value } = lock['user'] as { value: unknown }
  const holder = typeof value === 'object' ? (value as { id: string }).id : value
  return holds(holder === people.admin.user.id, 'it is locked in the name of somebody else')
})

export const lockOfOthers = attempting(async (world) => {
  const { people } = world
  const { id } = await newLive(world, 'conditions')
  const lock = documentOf(
    await people.editor.post('/payload-locked-documents', {
      document: { relationTo: 'conditions', value: id },
      user: { relationTo: 'users', value: people.editor.user.id },
    }),
  )
  const answer = await people.otherEditor.delete(`/payload-locked-documents/${lock.id}`)
  return holds(answer.status === 403 || answer.status === 404, `answered ${String(answer.status)}`)
})

/** What the database says when two writers met is told as such. */
export const conflictTold = attempting(async (world) => {
  const { id } = await newLive(world, 'conditions')
  const conflict = Object.assign(new Error('WriteConflict'), { code: 112 })
  const spy = vi.spyOn(world.payload.db, 'updateOne').mockRejectedValue(conflict)
  try {
    const sent = { method: 'PATCH', path: `/conditions/${id}`, body: { name: 'Pain of two' } }
    return answered(await sendAs(world, world.people.editor, sent), 409)
  } finally {
    spy.mockRestore()
  }
})

export const jobRun = attempting(async (world) =>
  answered(
    await sendAs(world, world.people.admin, { method: 'GET', path: '/payload-jobs/run' }),
    401,
  ),
)

export const jobByLocalApi = (action: 'cancel' | 'queue'): Probe =>
  attempting(async ({ payload }) => {
    const args = { overrideAccess: false } as const
    const work =
      action === 'queue'
        ? payload.jobs.queue({ task: 'release', input: {}, queue: 'attack', ...args })
        : payload.jobs.cancel({ where: { id: { exists: false } }, ...args })
    const outcome = await work.then(
      () => 'done',
      (error: unknown) => (error as { status?: number }).status,
    )
    return holds(outcome === 403, `it is ${String(outcome)}`)
  })
