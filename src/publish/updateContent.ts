import type { Reader } from '../projection/index.ts'
import { gatedSlugs, liveKeys, liveReferrers, nameOf } from '../projection/index.ts'
import type { ContentState } from './contentState.ts'
import { judgeContent } from './judgeContent.ts'
import { KeySets } from './keySets.ts'

/** What a look at the content is given: everything is judged, or what a change can have moved. */
export interface Look {
  readonly reader: Reader
  readonly state: ContentState
  readonly now: Date
  /** The sources that a claim had in the last release, by its key. */
  readonly sourcesBefore: (claim: string) => Promise<readonly string[]>
}

/**
 * Judges everything that is live anew.
 *
 * @returns what has to be rendered: all of it, and all that the lists hold and is not live any more
 */
export async function judgeEverything({ reader, state, now }: Look): Promise<KeySets> {
  const open = new KeySets()
  for (const slug of gatedSlugs) open.add(slug, await liveKeys(reader, slug))
  state.withheld.clear()
  for (const slug of bottomUp) await judgeContent(reader, slug, open, state, now)
  for (const { entries, tombstones } of state.lists.values()) {
    for (const { kind, key } of [...entries.values(), ...tombstones]) {
      open.add(gatedSlugs.find((slug) => nameOf(slug, key) === `${kind}/${key}`) ?? 'claims', [key])
    }
  }
  return open
}

const bottomUp = [
  'conditions',
  'studies',
  'disclaimers',
  'claims',
  'therapies',
  'articles',
] as const

/**
 * Judges what some changes can have moved, and nothing else. Each kind is judged once all that it
 * leans on has been, so that what falls below is known: a study reaches the claims that cite it, a
 * claim the pages that show it, a therapy the articles that speak of it. What shows a name or a title
 * of what changed is rendered again without being judged.
 *
 * @param changed - subjects that were written or whose log has grown
 * @returns what has to be rendered
 */
export async function judgeChanges(look: Look, changed: KeySets): Promise<KeySets> {
  const { reader, state, now } = look
  const open = new KeySets()
  open.addAll(changed)
  open.addAll(await liveReferrers(reader, 'conditions', changed.of('conditions')))
  open.addAll(await liveReferrers(reader, 'studies', changed.of('studies')))
  for (const slug of ['conditions', 'studies', 'claims'] as const) {
    await judgeContent(reader, slug, open, state, now)
  }
  const shown = new KeySets()
  open.addAll(await liveReferrers(reader, 'claims', open.of('claims')), pages)
  shown.add('studies', await sourcesOf(open.of('claims'), look))

  const before = new Set([...open.of('therapies')].filter((key) => isFallen(key, state)))
  await judgeContent(reader, 'therapies', open, state, now)
  const moved = new Set(changed.of('therapies'))
  for (const key of open.of('therapies')) {
    if (before.has(key) !== isFallen(key, state)) moved.add(key)
  }
  const speaking = await liveReferrers(reader, 'therapies', moved)
  open.addAll(speaking, ['articles'])
  shown.addAll(speaking, ['claims', 'therapies'])
  shown.addAll(await liveReferrers(reader, 'claims', shown.of('claims')), pages)
  await judgeContent(reader, 'articles', open, state, now)
  shown.addAll(open)
  return shown
}

const pages = ['therapies', 'articles'] as const

function isFallen(therapy: string, { withheld }: ContentState): boolean {
  const errors = withheld.get(nameOf('therapies', therapy)) ?? []
  return errors.some(({ channel }) => channel === undefined)
}

/** Every source of some claims, as they are now and as the last release has them. */
async function sourcesOf(
  claims: ReadonlySet<string>,
  { state, sourcesBefore }: Look,
): Promise<ReadonlySet<string>> {
  const sources = new Set<string>()
  for (const claim of claims) {
    for (const study of state.sources.get(claim) ?? []) sources.add(study)
    for (const study of await sourcesBefore(claim)) sources.add(study)
  }
  return sources
}
