import type { Person } from '../support/citegate.ts'
import type { Fields, Outcome, Over, Route, Target } from './attack.ts'
import { outcomeOf } from './attack.ts'
import type { World } from './world.ts'

const api = 'https://feeds.example.org/api'

export interface Sent {
  readonly method: string
  readonly path: string
  readonly body?: Fields | FormData
  readonly headers?: Readonly<Record<string, string>>
}

/** Sends a request with these headers and no others. */
export async function send(world: World, { method, path, body, headers }: Sent): Promise<Outcome> {
  const isForm = body instanceof FormData
  const answer = await world.answer(
    new Request(`${api}${path}`, {
      method,
      headers: { ...(isForm ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    }),
  )
  const { errors, message } = answer.body
  return outcomeOf(answer.status, errors, String(message))
}

/** Sends a request as somebody who is signed in. */
export function sendAs(world: World, { token }: Person, sent: Sent): Promise<Outcome> {
  return send(world, { ...sent, headers: { Authorization: `JWT ${token}`, ...sent.headers } })
}

const published = { _status: 'published' }

interface Written {
  readonly over?: Over
  readonly query?: string
  readonly method?: string
  readonly beside?: Fields
  readonly headers?: Readonly<Record<string, string>>
  readonly by?: (world: World) => Person
}

/** A route that writes to one document: PATCH with the words and the wish to publish, unless told otherwise. */
function write(name: string, options: Written = {}): Route {
  const { over = 'draft', query = '', method = 'PATCH', beside = published, headers } = options
  return {
    name,
    over,
    carries: 'body',
    ...(options.by === undefined ? {} : { by: options.by }),
    attempt: (world, { slug, id, fields }) =>
      sendAs(world, options.by?.(world) ?? world.people.editor, {
        method,
        path: `/${slug}/${id}${query}`,
        body: { ...beside, ...fields },
        ...(headers === undefined ? {} : { headers }),
      }),
  }
}

function create(name: string, query = ''): Route {
  return {
    name,
    over: 'nothing',
    carries: 'body',
    attempt: (world, { slug, whole }) =>
      sendAs(world, world.people.editor, {
        method: 'POST',
        path: `/${slug}${query}`,
        body: { ...published, ...whole },
      }),
  }
}

/** A form with the words beside a file, as the admin panel sends them. */
function formOf(fields: Fields): FormData {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ ...published, ...fields }))
  form.set('file', new File(['not an image'], 'note.txt', { type: 'text/plain' }))
  return form
}

const byId = ({ slug, id }: Target) => `/${slug}/${id}`

export const restWrites = {
  create: create('POST, published'),
  createDraft: create('POST ?draft=true, published', '?draft=true'),
  patch: write('PATCH'),
  patchLive: write('PATCH of a live text', { over: 'live' }),
  patchSilent: write('PATCH of a live text, no _status', { over: 'live', beside: {} }),
  patchOverNewer: write('PATCH, no _status, over a newer draft', { over: 'newer', beside: {} }),
  patchDraftFalse: write('PATCH ?draft=false over a newer draft', {
    over: 'newer',
    query: '?draft=false',
  }),
  patchDraft: write('PATCH ?draft=true beside a live text', {
    over: 'newer',
    query: '?draft=true',
    beside: {},
  }),
  patchDraftPublished: write('PATCH ?draft=true, published', {
    over: 'newer',
    query: '?draft=true',
  }),
  autosave: write('PATCH ?autosave=true', { over: 'newer', query: '?autosave=true' }),
  autosaveDraft: write('PATCH ?autosave=true&draft=true', {
    over: 'newer',
    query: '?autosave=true&draft=true',
    beside: {},
  }),
  deletedAt: write('PATCH with deletedAt (trash)', {
    over: 'live',
    beside: { ...published, deletedAt: '2026-01-01T00:00:00.000Z' },
  }),
  untrash: write('PATCH ?trash=true without deletedAt (untrash)', {
    over: 'live',
    query: '?trash=true',
    beside: { ...published, deletedAt: null },
  }),
  unpublishAllLocales: write('PATCH ?unpublishAllLocales=true', {
    over: 'live',
    query: '?unpublishAllLocales=true',
  }),
  locales: write('PATCH ?publishAllLocales, locale, publishSpecificLocale', {
    query: '?publishAllLocales=true&locale=de&fallback-locale=none&publishSpecificLocale=de',
  }),
  shortAnswer: write('PATCH ?select, depth, populate', {
    query: '?select[updatedAt]=true&depth=3&populate[studies][title]=true',
  }),
  form: {
    name: 'PATCH as a form with a file',
    over: 'draft',
    carries: 'body',
    attempt: (world, target) =>
      sendAs(world, world.people.editor, {
        method: 'PATCH',
        path: byId(target),
        body: formOf(target.fields),
      }),
  },
} satisfies Record<string, Route>

/** Ways that are closed to everybody, or to whoever comes on them. */
export const closedRoutes = {
  put: write('PUT', { method: 'PUT' }),
  bulk: {
    name: 'PATCH of many',
    over: 'draft',
    carries: 'body',
    attempt: (world, { slug, id, fields }) =>
      sendAs(world, world.people.editor, {
        method: 'PATCH',
        path: `/${slug}?where[id][equals]=${id}`,
        body: { ...published, ...fields },
      }),
  },
  override: write('POST ?_method=PATCH, X-HTTP-Method-Override', {
    method: 'POST',
    query: '?_method=PATCH',
    headers: { 'X-HTTP-Method-Override': 'PATCH', 'X-Payload-HTTP-Method-Override': 'PATCH' },
  }),
  overrideGet: write('POST as GET', {
    method: 'POST',
    headers: { 'X-HTTP-Method-Override': 'GET' },
  }),
  versionPatch: {
    name: 'PATCH of a version',
    over: 'newer',
    carries: 'body',
    attempt: (world, { slug, version, fields }) =>
      sendAs(world, world.people.editor, {
        method: 'PATCH',
        path: `/${slug}/versions/${version}`,
        body: { version: { ...published, ...fields } },
      }),
  },
  admin: write('PATCH by an administrator', { by: ({ people }) => people.admin }),
  reviewer: write('PATCH by a reviewer', { by: ({ people }) => people.reviewer }),
  stranger: {
    name: 'PATCH by a stranger',
    over: 'draft',
    carries: 'body',
    attempt: (world, target) =>
      send(world, {
        method: 'PATCH',
        path: byId(target),
        body: { ...published, ...target.fields },
      }),
  },
  apiKey: {
    name: 'PATCH with an API key',
    over: 'draft',
    carries: 'body',
    attempt: (world, target) =>
      send(world, {
        method: 'PATCH',
        path: byId(target),
        body: { ...published, ...target.fields },
        headers: { Authorization: 'users API-Key 01234567-89ab-cdef-0123-456789abcdef' },
      }),
  },
  graphQl: {
    name: 'GraphQL',
    over: 'draft',
    carries: 'body',
    attempt: (world, { id }) =>
      sendAs(world, world.people.editor, {
        method: 'POST',
        path: '/graphql',
        body: {
          query: `mutation { updateClaim(id: "${id}", data: { _status: published }) { id } }`,
        },
      }),
  },
  import: {
    name: 'import',
    over: 'nothing',
    carries: 'body',
    attempt: (world, { slug, whole }) =>
      sendAs(world, world.people.editor, {
        method: 'POST',
        path: `/${slug}/import`,
        body: { documents: [{ ...published, ...whole }] },
      }),
  },
} satisfies Record<string, Route>
