import type { BasePayload, Field } from 'payload'
import * as definitions from '../../../src/collections/index.ts'
import type { Fields } from './attack.ts'

/** One thing of ours in the running configuration that keeps something from happening. */
export interface Lock {
  /** Where it is and what it is called, like `claims beforeChange guardWrite`. */
  readonly name: string
  /** Takes it out, and answers with how to put it back. */
  readonly open: () => () => void
}

const slugs = [...Object.values(definitions).map(({ slug }) => slug), 'payload-locked-documents']

/** Fields that Payload adds, with functions of its own. */
const stockFields =
  /^(id|email|username|password|salt|hash|resetPassword\w+|loginAttempts|lockUntil|sessions|createdAt|updatedAt|_status|filename|mimeType|filesize|width|height|focal[XY]|url|thumbnailURL)$/

/**
 * Every hook, access function, validation and switch of ours, found by walking what runs. Payload
 * puts its own beside them: its default access is called so, and its validations by their types.
 */
export function locksOf({ collections, config }: BasePayload): Lock[] {
  const found = slugs.flatMap((slug) => {
    const running = collections[slug as keyof typeof collections].config
    const holder = running as unknown as Fields
    const flags = ['disableBulkEdit', 'disableDuplicate'].filter((flag) => holder[flag] === true)
    return [
      ...locksIn(slug, holder),
      ...fieldLocks(slug, running.fields),
      ...flags.map((flag) => property(`${slug} ${flag}`, holder, flag, false)),
    ]
  })
  const jobs = config.jobs.access as Fields
  return [
    ...found,
    ...hookLocks('config', config.hooks),
    ...Object.keys(jobs).map((name) => property(`jobs access ${name}`, jobs, name, () => true)),
  ]
}

function locksIn(place: string, holder: Fields): Lock[] {
  const access = (holder['access'] ?? {}) as Fields
  const isOurs = (name: string) => !nameOf(access[name]).startsWith('default')
  return [
    ...hookLocks(place, holder['hooks'] as Fields | undefined),
    ...Object.keys(access)
      .filter(isOurs)
      .map((name) =>
        property(
          `${place} access ${name} ${nameOf(access[name])}`.trim(),
          access,
          name,
          () => true,
        ),
      ),
  ]
}

function hookLocks(place: string, hooks: Fields = {}): Lock[] {
  return Object.entries(hooks).flatMap(([event, list]) =>
    // What makes copies unique is Payload's own.
    (Array.isArray(list) && event !== 'beforeDuplicate' ? (list as unknown[]) : []).map((hook) => ({
      name: `${place} ${event} ${nameOf(hook)}`.trim(),
      open: () => {
        const before = hooks[event] as unknown[]
        hooks[event] = before.filter((each) => each !== hook)
        return () => {
          hooks[event] = before
        }
      },
    })),
  )
}

function fieldLocks(place: string, fields: readonly Field[]): Lock[] {
  return fields.flatMap((field) => {
    const holder = field as unknown as Fields
    const name = typeof holder['name'] === 'string' ? holder['name'] : undefined
    if (name !== undefined && stockFields.test(name)) return []
    const here = name === undefined ? place : `${place}.${name}`
    const inner = Array.isArray(holder['fields']) ? (holder['fields'] as Field[]) : []
    return [
      ...locksIn(here, holder),
      ...(nameOf(holder['validate']) === 'validate'
        ? [property(`${here} validate`, holder, 'validate', () => true)]
        : []),
      ...fieldLocks(here, inner),
    ]
  })
}

function property(name: string, holder: Fields, key: string, opened: unknown): Lock {
  return {
    name,
    open: () => {
      const before = holder[key]
      holder[key] = opened
      return () => {
        holder[key] = before
      }
    },
  }
}

function nameOf(value: unknown): string {
  return typeof value === 'function' ? value.name : ''
}
