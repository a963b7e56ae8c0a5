import type {
  Channel,
  Claim,
  Condition,
  Graph,
  Known,
  Page,
  Study,
  Subject,
  Therapy,
} from '../../domain/model/index.ts'
import { subjectName } from '../../domain/model/index.ts'
import { standingOf } from '../../domain/review/index.ts'
import type { Standing } from '../../domain/review/index.ts'
import type { ChannelPlan } from '../../domain/release/index.ts'
import type { FeedInput, ItemName, MediaFile, Publisher } from '../model/index.ts'
import { compareText, feedUrl, mediaPath } from '../model/index.ts'
import { phrasesIn } from '../phrases/index.ts'
import type { Phrases } from '../phrases/index.ts'
import { digestOf } from './digestOf.ts'

/** Everything an item of one channel is rendered from, beside the item itself. */
export interface ItemContext {
  readonly publisher: Publisher
  readonly graph: Graph
  readonly channel: Channel
  readonly phrases: Phrases
  /** A page as it is read in this channel. */
  readonly page: (name: ItemName) => Page | undefined
  /** The claims that go out in this channel, in the order of their keys. */
  readonly claims: readonly Claim[]
  /** Those of them that cite a study, in the same order. */
  readonly citing: (study: string) => readonly Claim[]
  readonly study: (key: string) => Study | undefined
  /** A live condition. */
  readonly condition: (key: string) => Condition | undefined
  /** A live therapy: the title of a draft is nobody's signed text. */
  readonly therapy: (key: string) => Therapy | undefined
  readonly standing: (subject: Subject) => Standing
  readonly mediaFile: (sha256: string) => MediaFile | undefined
  readonly mediaUrl: (sha256: string) => string | undefined
  readonly goesOut: (item: ItemName) => boolean
  /** SHA-256 over the UTF-8 bytes of a body, in lower-case hex. */
  readonly digest: (body: string) => string
}

type ContextInput = Pick<FeedInput, 'publisher' | 'graph' | 'plan' | 'media' | 'now' | 'digest'>

/** Remembers a subject's standing, which is read from its whole log, across items and channels. */
export type Standings = Map<Subject, Standing>

/** Prepares the rendering of a channel's items. Channels of one release may share `standings`. */
export function itemContext(
  { publisher, graph: all, plan, media, now, digest = digestOf }: ContextInput,
  { channel, items, pages }: ChannelPlan,
  standings: Standings = new Map(),
): ItemContext {
  const names = new Set(items.map(subjectName))
  const graph = withoutWithheld(all, plan)
  const claims = [...graph.claims.values()]
    .map(({ subject }) => subject)
    .filter((claim) => names.has(subjectName(claim)))
    .toSorted((a, b) => compareText(a.key, b.key))
  const byStudy = claimsByStudy(claims)
  const pagesByName = new Map(pages.map((page) => [subjectName(page), page]))
  return {
    publisher,
    graph,
    channel,
    phrases: phrasesIn(channel.language),
    page: (name) => pagesByName.get(subjectName(name)),
    claims,
    citing: (study) => byStudy.get(study) ?? [],
    study: (key) => graph.studies.get(key)?.subject,
    condition: (key) => liveSubject(graph.conditions.get(key)),
    therapy: (key) => liveSubject(graph.therapies.get(key)),
    standing: (subject) => {
      const known = standings.get(subject)
      if (known !== undefined) return known
      const standing = standingOf(subject, graph, now)
      standings.set(subject, standing)
      return standing
    },
    mediaFile: (sha256) => media.get(sha256),
    mediaUrl: (sha256) => {
      const file = media.get(sha256)
      return file === undefined
        ? undefined
        : feedUrl(publisher.publicUrl, mediaPath(sha256, file.extension))
    },
    goesOut: (item) => names.has(subjectName(item)),
    digest,
  }
}

function claimsByStudy(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const citing = new Map<string, Claim[]>()
  for (const claim of claims) {
    for (const study of new Set(claim.citations.map((citation) => citation.study))) {
      const before = citing.get(study)
      if (before === undefined) citing.set(study, [claim])
      else before.push(claim)
    }
  }
  return citing
}

/** A disclaimer or a therapy that fails the gate today is not live for this release. */
function withoutWithheld(graph: Graph, { withheld }: FeedInput['plan']): Graph {
  const names: ReadonlySet<string> = new Set(
    withheld.flatMap(({ subject, channel }) => (channel === undefined ? [subject] : [])),
  )
  const settled = <S extends Subject>(known: ReadonlyMap<string, Known<S>>) =>
    new Map(
      [...known].map(([key, { subject, isLive }]) => [
        key,
        { subject, isLive: isLive && !names.has(subjectName(subject)) },
      ]),
    )
  return {
    ...graph,
    disclaimers: settled(graph.disclaimers),
    therapies: settled(graph.therapies),
    conditions: settled(graph.conditions),
  }
}

function liveSubject<S>(known: Known<S> | undefined): S | undefined {
  return known?.isLive === true ? known.subject : undefined
}
