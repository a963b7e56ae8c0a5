import type {
  Graph,
  Known,
  LogEntry,
  Subject,
  SubjectKind,
  SubjectName,
  SubjectOf,
} from '../../../src/domain/model/index.ts'
import { channelsOf, generatedContent } from './generatedContent.ts'
import type { ContentOptions } from './generatedContent.ts'

/** Generated content as one graph, all of it in memory. */
export function generatedGraph(options: ContentOptions): Graph {
  const subjects: Subject[] = []
  const log = new Map<SubjectName, LogEntry[]>()
  for (const part of generatedContent(options)) {
    subjects.push(...part.subjects)
    for (const entry of part.log) {
      const before = log.get(entry.subject)
      if (before === undefined) log.set(entry.subject, [entry])
      else before.push(entry)
    }
  }
  return {
    studies: ofKind(subjects, 'study'),
    claims: ofKind(subjects, 'claim'),
    therapies: ofKind(subjects, 'therapy'),
    articles: ofKind(subjects, 'article'),
    conditions: ofKind(subjects, 'condition'),
    disclaimers: ofKind(subjects, 'disclaimer'),
    channels: new Map(channelsOf(options).map((channel) => [channel.key, channel])),
    log,
  }
}

function ofKind<K extends SubjectKind>(
  subjects: readonly Subject[],
  kind: K,
): ReadonlyMap<string, Known<SubjectOf<K>>> {
  return new Map(
    subjects
      .filter((subject): subject is SubjectOf<K> => subject.kind === kind)
      .map((subject) => [subject.key, { subject, isLive: true }]),
  )
}
