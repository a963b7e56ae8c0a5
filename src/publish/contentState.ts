import type { LogEntry, Subject, SubjectName } from '../domain/model/index.ts'
import type { KnownWithheld, Withheld } from '../domain/release/index.ts'
import type { ChannelLists, PreviousRelease } from '../feeds/index.ts'
import type { NamedText } from '../records/index.ts'
import type { Basis } from './basis.ts'

/** What is known of the content of a release while it is put together. */
export interface ContentState {
  /** Every live subject that fails the gate, by name. */
  readonly withheld: Map<SubjectName, readonly KnownWithheld[]>
  /** What the log has to say: who is withheld from now on, and who is not any more. */
  readonly news: Map<SubjectName, News>
  /** By channel key. */
  readonly lists: Map<string, ChannelLists>
  /** Items that cannot be written without loss, by channel and name. */
  readonly refusals: Map<string, { readonly place: string; readonly message: string }>
  /** The log of subjects that are not live any more, among those looked at. */
  readonly departed: Map<SubjectName, readonly LogEntry[]>
  /** The sources of each claim that was looked at, now and at earlier looks. */
  readonly sources: Map<string, Set<string>>
}

export interface News {
  readonly action: 'withhold' | 'readmit'
  readonly reason?: string
  readonly text: NamedText
}

/** A release as complete as `Withheld` says it; what an earlier release found is known by its reason. */
export function allWithheld({ withheld }: ContentState): readonly Withheld[] {
  return [...withheld.values()]
    .flat()
    .map((each) => ({ findings: [], isRecorded: true, ...each }))
    .toSorted((one, other) => order(nameIn(one), nameIn(other)))
}

/** Begins where the last release ended. */
export function stateAfter(
  previous: PreviousRelease | undefined,
  basis: Basis | undefined,
): ContentState {
  const withheld = new Map<SubjectName, KnownWithheld[]>()
  for (const each of basis?.withheld ?? []) {
    withheld.set(each.subject, [...(withheld.get(each.subject) ?? []), each])
  }
  return {
    withheld,
    news: new Map(),
    lists: new Map(previous?.channels),
    refusals: new Map(),
    departed: new Map(),
    sources: new Map(),
  }
}

/** A subject with the sources it rests on, apart from the graph it was found in. */
export function textOf(subject: Subject, studies: NamedText['graph']['studies']): NamedText {
  const cited = subject.kind === 'claim' ? subject.citations.map(({ study }) => study) : []
  return {
    subject,
    graph: {
      studies: new Map(
        cited.flatMap((key) => {
          const known = studies.get(key)
          return known === undefined ? [] : [[key, known] as const]
        }),
      ),
    },
  }
}

function nameIn({ subject, channel }: KnownWithheld): string {
  return `${subject} ${channel ?? ''}`
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
