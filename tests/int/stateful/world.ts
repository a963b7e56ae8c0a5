import { rmSync } from 'node:fs'
import type { BasePayload } from 'payload'
import type { LogEntry } from '../../../src/domain/model/index.ts'
import { env } from '../../../src/env.ts'
import type { Answer, Citegate, Person } from '../support/citegate.ts'
import { password, startCitegate } from '../support/citegate.ts'
import { documentOf, newsroom } from '../support/newsroom.ts'
import type { Label } from './content.ts'
import { constantFields, slugs } from './content.ts'
import type { ActorName, PersonName } from './model.ts'

/** The real program, its people, and what one sequence has made in it. */
export interface World {
  readonly citegate: Citegate
  readonly payload: BasePayload
  readonly people: Readonly<Record<PersonName, Omit<Person, 'token' | 'user'>>>
  /** Who an actor of the log is. */
  readonly actorOf: (key: string) => ActorName
  /** Keys of people, by name. */
  readonly keyOf: (name: PersonName) => string
  /** How many wrong passwords somebody has entered in a row. */
  readonly wrongPasswords: Map<PersonName, number>
  readonly channel: string
  /** The log of this sequence, as it was at the last look. */
  log: readonly LogEntry[]
  /** What the log calls each text, by subject and text. */
  readonly hashes: Map<string, string>
  /** What is there, by label; each sequence has its own. */
  ids: Map<Label | 'channel', string>
  /** What the last release of this sequence let out, if there was one. */
  lastReleased: string | undefined
  /** Number of the release that readers had at the last look; 0 before the first. */
  release: number
  /** What readers have ever had. */
  readonly everReleased: Set<Label>
  /** Ends the keys of this sequence. */
  round: number
}

export async function startStateful(): Promise<World> {
  const citegate = await startCitegate()
  const signedIn = {
    ...(await newsroom(citegate)),
    both: await citegate.person('Bea Both', 'editor', 'reviewer'),
  }
  const { admin } = signedIn
  const channel = documentOf(
    await admin.post('/channels', {
      key: 'us-en',
      title: 'United States, English',
      jurisdiction: 'us',
      language: 'en',
      slots: [{ key: 'medical-advice', place: 'end', when: { claimKinds: ['benefit'] } }],
    }),
  ).id
  const names = new Map<string, ActorName>(
    Object.entries(signedIn).map(([name, { user }]) => [user.key, name as PersonName]),
  )
  names.set('citegate', 'citegate')
  return {
    citegate,
    payload: citegate.payload,
    people: { ...signedIn, stranger: citegate.stranger },
    actorOf: (key) => names.get(key) ?? 'stranger',
    keyOf: (name) => (name === 'stranger' ? 'nobody' : signedIn[name].user.key),
    wrongPasswords: new Map(),
    channel,
    log: [],
    hashes: new Map(),
    lastReleased: undefined,
    release: 0,
    everReleased: new Set(),
    ids: new Map(),
    round: 0,
  }
}

/** The public name of a subject of this sequence. */
export const keyIn = ({ round }: World, label: Label): string => `${label}-${String(round)}`

/** All that goes; people stay, and the channel. */
const tables = [
  ...new Set(Object.values(slugs)),
  'releases',
  'reviews',
  'texts',
  'notices',
  'payload-jobs',
] as const

/** Clears the table for the next sequence, past every hook. The next one has other keys. */
export async function clearAway(world: World): Promise<void> {
  const { db } = world.payload
  const everything = { id: { exists: true } }
  for (const collection of new Set(Object.values(slugs))) {
    await db.deleteVersions({ collection, where: everything })
  }
  for (const collection of tables) await db.deleteMany({ collection, where: everything })
  rmSync(env.storeDir, { recursive: true, force: true })
  world.log = []
  world.hashes.clear()
  world.everReleased.clear()
  world.lastReleased = undefined
  world.release = 0
  world.round += 1
  world.ids = new Map([['channel', world.channel]])
}

/** Asks for a subject to be made, and remembers its id if it is. */
export async function make(
  world: World,
  who: PersonName,
  label: Label,
  fields: Record<string, unknown>,
  query: string,
): Promise<Answer> {
  const answer = await world.people[who].post(`/${slugs[label]}${query}`, {
    key: keyIn(world, label),
    ...constantFields(label, world.ids),
    ...fields,
  })
  if (answer.status < 300) world.ids.set(label, documentOf(answer).id)
  return answer
}

export { password }
