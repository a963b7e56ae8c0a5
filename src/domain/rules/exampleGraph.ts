import {
  subjectName,
  type Channel,
  type Graph,
  type Known,
  type LogEntry,
  type Subject,
  type SubjectKind,
  type SubjectName,
  type SubjectOf,
} from '../model/index.ts'
import {
  exampleArticle,
  exampleBenefit,
  exampleChannel,
  exampleCondition,
  exampleDisclaimer,
  exampleHarm,
  exampleNotice,
  exampleRabbitStudy,
  exampleStatus,
  exampleStudy,
  exampleTherapy,
} from './exampleSubjects.ts'

interface GraphParts {
  readonly live?: readonly Subject[]
  readonly drafts?: readonly Subject[]
  readonly channels?: readonly Channel[]
  readonly log?: readonly LogEntry[]
}

/** A graph of exactly what is listed. */
export function graphOf({ live = [], drafts = [], channels = [], log = [] }: GraphParts): Graph {
  const known = [
    ...live.map((subject) => ({ subject, isLive: true })),
    ...drafts.map((subject) => ({ subject, isLive: false })),
  ]
  return {
    studies: ofKind(known, 'study'),
    claims: ofKind(known, 'claim'),
    therapies: ofKind(known, 'therapy'),
    articles: ofKind(known, 'article'),
    conditions: ofKind(known, 'condition'),
    disclaimers: ofKind(known, 'disclaimer'),
    channels: new Map(channels.map((channel) => [channel.key, channel])),
    log: bySubject(log),
  }
}

const exampleLive: readonly Subject[] = [
  exampleStudy(),
  exampleRabbitStudy(),
  exampleNotice(),
  exampleBenefit(),
  exampleHarm(),
  exampleStatus(),
  exampleTherapy(),
  exampleArticle(),
  exampleCondition(),
  exampleDisclaimer(),
]

const exampleChannels: readonly Channel[] = [
  exampleChannel(),
  exampleChannel({ key: 'gb-en', title: 'Great Britain, English', jurisdiction: 'gb' }),
]

/**
 * The graph of the example world, everything in it live. What is given takes the place of what has
 * the same name and joins the rest; `without` takes subjects or channels out by name or key.
 */
export function exampleGraph(
  change: GraphParts & { readonly without?: readonly string[] } = {},
): Graph {
  const { live = [], drafts = [], channels = [], log = [], without = [] } = change
  const replaced = new Set<string>([...[...live, ...drafts].map(subjectName), ...without])
  const replacedChannels = new Set([...channels.map(({ key }) => key), ...without])
  return graphOf({
    live: [...exampleLive.filter((subject) => !replaced.has(subjectName(subject))), ...live],
    drafts,
    channels: [...exampleChannels.filter(({ key }) => !replacedChannels.has(key)), ...channels],
    log,
  })
}

function ofKind<K extends SubjectKind>(
  known: readonly Known<Subject>[],
  kind: K,
): ReadonlyMap<string, Known<SubjectOf<K>>> {
  return new Map(
    known.flatMap(({ subject, isLive }) =>
      subject.kind === kind
        ? [[subject.key, { subject: subject as SubjectOf<K>, isLive }] as const]
        : [],
    ),
  )
}

function bySubject(log: readonly LogEntry[]): ReadonlyMap<SubjectName, readonly LogEntry[]> {
  const entries = new Map<SubjectName, LogEntry[]>()
  for (const entry of log)
    entries.set(entry.subject, [...(entries.get(entry.subject) ?? []), entry])
  return entries
}
