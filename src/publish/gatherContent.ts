import type { BasePayload } from 'payload'
import type { Channel } from '../domain/model/index.ts'
import { isoDate } from '../domain/review/index.ts'
import type { PreviousRelease } from '../feeds/index.ts'
import { itemPaths } from '../feeds/index.ts'
import type { OpenedRelease } from '../repository/index.ts'
import { KeptRows, loadLiveNeighbourhood } from '../projection/index.ts'
import type { Basis } from './basis.ts'
import type { ContentState } from './contentState.ts'
import { stateAfter } from './contentState.ts'
import { KeySets } from './keySets.ts'
import type { LogHead } from './logSince.ts'
import { logHead, subjectsSince } from './logSince.ts'
import type { RecentForms } from './recentForms.ts'
import type { Sink } from './renderContent.ts'
import { renderContent } from './renderContent.ts'
import { settingsDigest } from './settingsDigest.ts'
import { judgeChanges, judgeEverything } from './updateContent.ts'

/** All that is live at one moment, judged and rendered. */
export interface GatheredContent {
  readonly state: ContentState
  readonly channels: readonly Channel[]
  /** The last log entry that it was made from. */
  readonly head: LogHead | null
  readonly settings: string
  /** Whether everything was looked at, and nothing is to be taken over from the release before. */
  readonly isWhole: boolean
  /** How many documents were read and items rendered. */
  readonly read: number
  readonly rendered: number
}

export interface GatherOptions {
  readonly base: OpenedRelease | null
  readonly previous: PreviousRelease | undefined
  /** What the last release was made from; undefined: everything is looked at. */
  readonly basis: Basis | undefined
  readonly release: number
  readonly now: Date
  readonly sink: Sink
  readonly forms: RecentForms
}

/** Content that is written faster than it is read this often does not come to rest. */
const mostLooks = 50

/**
 * Looks at the content and hands on what its items are rendered to. No transaction is held meanwhile:
 * a large content takes minutes, and editors go on writing. Each write leaves an entry in the log, so
 * what was written while we read is looked at once more, until a look finds nothing new; what has
 * been gathered then is the content as of that entry, whole. With a basis, only what happened since
 * is looked at: on the same day and under the same settings, the gate says of all else what it said.
 */
export async function gatherContent(
  payload: BasePayload,
  options: GatherOptions,
): Promise<GatheredContent> {
  const { basis, previous, now } = options
  const counts = { read: 0, rendered: 0 }
  const tellRead = (documents: number) => {
    counts.read += documents
  }
  let settings = await settingsDigest(payload)
  let head = await logHead(payload)
  const isSameDay = basis?.settings === settings && basis.day === isoDate(now)
  const state = stateAfter(previous, isSameDay ? basis : undefined)
  const sourcesBefore = sourcesIn(options)
  let isWhole = false
  let since = isSameDay ? basis.sequence : undefined

  for (let looks = 1; ; looks += 1) {
    if (looks > mostLooks) throw new Error(tooBusy)
    isWhole ||= since === undefined
    const changed =
      since === undefined ? undefined : new KeySets(await subjectsSince(payload, since, tellRead))
    const reader = { payload, tellRead, kept: new KeptRows() }
    const look = { reader, state, now, sourcesBefore }
    const isEverything = changed === undefined || changed.of('disclaimers').size > 0
    const wanted = isEverything ? await judgeEverything(look) : await judgeChanges(look, changed)
    await renderContent(reader, wanted, state, options)
    counts.rendered += wanted.names().size
    const { graph } = await loadLiveNeighbourhood(reader, 'conditions', [])
    const [settingsNow, headNow] = [await settingsDigest(payload), await logHead(payload)]
    if (settingsNow === settings && headNow?.sequence === head?.sequence) {
      return { state, channels: [...graph.channels.values()], head, settings, isWhole, ...counts }
    }
    since = settingsNow === settings ? (head?.sequence ?? 0) : undefined
    settings = settingsNow
    head = headNow
  }
}

const tooBusy =
  'The content was written faster than it could be read; no release was made. The next one tries again.'

/** What a claim cites in the last release: those sources list it, and may not any more. */
function sourcesIn({ base, previous }: GatherOptions) {
  return async (claim: string): Promise<readonly string[]> => {
    const sources = new Set<string>()
    for (const [channel, { entries }] of previous?.channels ?? []) {
      if (!entries.has(`claim/${claim}`) || base === null) continue
      const { json } = itemPaths(channel, { kind: 'claim', key: claim })
      const item = JSON.parse(new TextDecoder().decode(await base.read(json))) as {
        readonly citations: readonly { readonly study: string }[]
      }
      for (const { study } of item.citations) sources.add(study)
    }
    return [...sources]
  }
}
