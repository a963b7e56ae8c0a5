import type {
  Actor,
  Claim,
  Graph,
  LogEntry,
  NewLogEntry,
  Role,
  Study,
  Subject,
  SubjectName,
  Therapy,
} from '../../../../src/domain/model/index.ts'
import { subjectName } from '../../../../src/domain/model/index.ts'
import { appendEntry, contentHash, policyFor } from '../../../../src/domain/review/index.ts'

/** Invented people and texts for the review tests, and a log that is written as the system would. */

export function person(key: string, ...roles: Role[]): Actor {
  return { key, name: key, roles, isFictitious: true }
}

export const erin = person('erin', 'editor')
export const emil = person('emil', 'editor')
export const rita = person('rita', 'reviewer')
export const ravi = person('ravi', 'reviewer')
/** Both roles: may do both, but never for the same text. */
export const bela = person('bela', 'editor', 'reviewer')
export const adam = person('adam', 'admin')

export function study(change: Partial<Study> = {}): Study {
  return {
    kind: 'study',
    key: 'trial',
    sourceType: 'study',
    title: 'An invented trial',
    authors: [{ family: 'Nobody' }],
    authorsComplete: true,
    identifiers: { doi: '10.5555/trial' },
    design: 'randomized-controlled-trial',
    sampleSize: 80,
    status: 'active',
    ...change,
  }
}

export function claim(change: Partial<Claim> = {}): Claim {
  return {
    kind: 'claim',
    key: 'soreness',
    language: 'en',
    therapy: 'example-injection',
    claimKind: 'harm',
    direction: 'against',
    statement: 'Soreness was frequent after the injection.',
    certainty: 'moderate',
    citations: [{ study: 'trial', stance: 'supports' }],
    ...change,
  }
}

export function therapy(change: Partial<Therapy> = {}): Therapy {
  return {
    kind: 'therapy',
    key: 'example-injection',
    language: 'en',
    title: 'Example injection',
    alternateNames: [],
    summary: 'What is known about the example injection.',
    conditions: [],
    channels: ['us-en'],
    sections: [
      {
        heading: 'Risks',
        aspect: 'RisksOrComplicationsHealthAspect',
        body: {
          type: 'root',
          children: [
            { type: 'paragraph', children: [{ type: 'claimReference', claim: 'soreness' }] },
          ],
        },
      },
    ],
    statusNotEstablished: [],
    ...change,
  }
}

export function graphOf(
  subjects: readonly Subject[],
  log: readonly LogEntry[] = [],
  isLive: (subject: Subject) => boolean = () => true,
): Graph {
  const known = <S extends Subject>(kind: S['kind']) =>
    new Map(
      subjects
        .filter((subject): subject is S => subject.kind === kind)
        .map((subject) => [subject.key, { subject, isLive: isLive(subject) }]),
    )
  return {
    studies: known('study'),
    claims: known('claim'),
    therapies: known('therapy'),
    articles: known('article'),
    conditions: known('condition'),
    disclaimers: known('disclaimer'),
    channels: new Map(),
    log: bySubject(log),
  }
}

function bySubject(log: readonly LogEntry[]): ReadonlyMap<SubjectName, readonly LogEntry[]> {
  const entries = new Map<SubjectName, LogEntry[]>()
  for (const entry of log) {
    entries.set(entry.subject, [...(entries.get(entry.subject) ?? []), entry])
  }
  return entries
}

export type Extra = Partial<Omit<NewLogEntry, 'subject' | 'action' | 'actor'>>

/** Writes a log entry by entry, each a minute after the one before, with the hash of the text then. */
export class Journal {
  readonly entries: LogEntry[] = []
  #subjects: readonly Subject[]
  readonly #start: Date

  constructor(subjects: readonly Subject[], start = '2025-03-01T09:00:00.000Z') {
    this.#subjects = subjects
    this.#start = new Date(start)
  }

  /** What the graph holds from now on; log entries are made with these texts. */
  set(...subjects: readonly Subject[]): this {
    const replaced = new Set(subjects.map(subjectName))
    this.#subjects = [
      ...this.#subjects.filter((subject) => !replaced.has(subjectName(subject))),
      ...subjects,
    ]
    return this
  }

  add(action: NewLogEntry['action'], subject: Subject, actor: Actor, extra: Extra = {}): this {
    const at = new Date(this.#start.getTime() + this.entries.length * 60_000).toISOString()
    this.entries.push(
      appendEntry(this.entries.at(-1), {
        at,
        subject: subjectName(subject),
        action,
        contentHash: contentHash(subject, this.graph()),
        actor,
        ...(action === 'approve'
          ? { meaning: 'medically-accurate', policy: policyFor(subject) }
          : {}),
        ...extra,
      }),
    )
    return this
  }

  graph(isLive?: (subject: Subject) => boolean): Graph {
    return graphOf(this.#subjects, this.entries, isLive)
  }
}
