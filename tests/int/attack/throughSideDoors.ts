import type { Fields, Route, Target } from './attack.ts'
import { sendAs } from './throughRest.ts'
import type { World } from './world.ts'

/** A request to another collection that speaks of the document under attack. */
function sideDoor(
  name: string,
  path: (target: Target) => string,
  body: (target: Target, world: World) => Fields | FormData,
): Route {
  return {
    name,
    over: 'draft',
    carries: 'body',
    attempt: (world, target) =>
      sendAs(world, world.people.editor, {
        method: 'POST',
        path: path(target),
        body: body(target, world),
      }),
  }
}

/** The smallest PNG there is. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
)

function imageWith(fields: Fields): FormData {
  const form = new FormData()
  form.set(
    '_payload',
    JSON.stringify({ ...fields, alt: 'An invented image.', _status: 'published' }),
  )
  form.set('file', new File([png], 'dot.png', { type: 'image/png' }))
  return form
}

const saying = ({ fields }: Target) => ({ ...fields, _status: 'published' })

export const sideDoors = {
  upload: sideDoor(
    'upload',
    () => '/media',
    ({ fields }) => imageWith(fields),
  ),
  preferences: sideDoor(
    'preferences',
    ({ slug, id }) => `/payload-preferences/collection-${slug}-${id}`,
    (target) => ({ value: saying(target) }),
  ),
  lock: sideDoor(
    'locked documents',
    () => '/payload-locked-documents',
    (target, { people }) => ({
      ...saying(target),
      document: { relationTo: target.slug, value: target.id },
      user: { relationTo: 'users', value: people.editor.user.id },
    }),
  ),
  accessCheck: sideDoor(
    'access check',
    ({ slug, id }) => `/${slug}/access/${id}`,
    (target) => saying(target),
  ),
  jobs: sideDoor(
    'job queue',
    () => '/payload-jobs',
    ({ slug, id }) => ({
      taskSlug: 'schedulePublish',
      input: { type: 'publish', doc: { relationTo: slug, value: id } },
    }),
  ),
  reviewLog: sideDoor(
    'review log',
    () => '/reviews',
    ({ slug, key, fields }) => ({ ...fields, subject: `${slug}/${key}`, action: 'publish' }),
  ),
} satisfies Record<string, Route>
