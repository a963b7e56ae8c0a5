import { createHash } from 'node:crypto'
import type {
  Channel,
  LogEntry,
  Page,
  RichText,
  Subject,
  SubjectName,
} from '../../../src/domain/model/index.ts'
import { logDetails, subjectName } from '../../../src/domain/model/index.ts'
import { claimsOn } from '../../../src/domain/pages/index.ts'
import { richTextToLexical } from '../../../src/intake/richText/index.ts'
import type { StoredRow } from '../../../src/database/index.ts'

/** Subjects as the rows of a database in which they are live. */

const day = '2026-01-10T15:00:00.000Z'
const made = { createdAt: day, updatedAt: day }
const live = {
  ...made,
  _status: 'published',
  reviewStatus: 'approved',
  liveStatus: 'live',
  openComments: 0,
}

export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return [8, 4, 4, 4, 12]
    .reduce<{ at: number; parts: string[] }>(
      ({ at, parts }, length) => ({
        at: at + length,
        parts: [...parts, hex.slice(at, at + length)],
      }),
      { at: 0, parts: [] },
    )
    .parts.join('-')
}

export function channelRow({ slots, ...channel }: Channel): StoredRow {
  return {
    id: idOf(`channel/${channel.key}`),
    ...made,
    ...channel,
    slots: slots.map((slot) => ({
      id: idOf(`slot/${channel.key}/${slot.key}`),
      key: slot.key,
      place: slot.place,
      when: { ...slot.when, therapies: slot.when.therapies.map((key) => idOf(`therapy/${key}`)) },
    })),
  }
}

export function subjectRow(subject: Subject): StoredRow {
  return { id: idOf(subjectName(subject)), ...live, ...fieldsOf(subject) }
}

export function logRow(entry: LogEntry): StoredRow {
  const said = logDetails.filter((name) => entry[name] !== undefined)
  const { sequence, at, subject, action, contentHash, previousHash, hash, actor } = entry
  return {
    id: idOf(`log/${String(sequence)}`),
    ...made,
    ...{ sequence, at, subject, action, contentHash, previousHash, hash, actor: { ...actor } },
    ...{ actorKey: actor.key, actorName: actor.name },
    ...(entry.meaning === undefined ? {} : { meaning: entry.meaning }),
    ...(entry.reason === undefined ? {} : { reason: entry.reason }),
    ...(entry.policy === undefined ? {} : { policy: { ...entry.policy } }),
    ...(entry.changed === undefined ? {} : { changed: [...entry.changed] }),
    ...(said.length === 0
      ? {}
      : { details: Object.fromEntries(said.map((name) => [name, entry[name]])) }),
  }
}

type Fields = Readonly<Record<string, unknown>>

function fieldsOf(subject: Subject): Fields {
  switch (subject.kind) {
    case 'study': {
      const { kind: _kind, identifiers, primaryOutcomeMet: met, authors, ...rest } = subject
      return {
        ...rest,
        ...identifiers,
        authors: authors.map((author, index) => ({
          id: idOf(`author/${subject.key}/${String(index)}`),
          ...author,
        })),
        ...(met === undefined ? {} : { primaryOutcomeMet: met ? 'yes' : 'no' }),
      }
    }
    case 'claim': {
      const { kind: _kind, therapy, condition, citations, ...rest } = subject
      return {
        ...rest,
        therapy: idOf(`therapy/${therapy}`),
        ...(condition === undefined ? {} : { condition: idOf(`condition/${condition}`) }),
        citations: citations.map((citation, index) => ({
          ...citation,
          id: idOf(`citation/${subject.key}/${String(index)}`),
          study: idOf(`study/${citation.study}`),
        })),
      }
    }
    case 'condition': {
      const { kind: _kind, ...rest } = subject
      return rest
    }
    case 'disclaimer': {
      const { kind: _kind, body, ...rest } = subject
      return { ...rest, body: lexical(body) }
    }
    case 'therapy':
      return {
        ...pageFields(subject),
        alternateNames: subject.alternateNames.map((name, index) => ({
          id: idOf(`name/${subject.key}/${String(index)}`),
          name,
        })),
      }
    case 'article':
      return { ...pageFields(subject), therapies: idsOf('therapy', subject.therapies) }
  }
}

function pageFields(page: Page): Fields {
  const { key, language, title, summary } = page
  return {
    ...{ key, language, title, summary },
    conditions: idsOf('condition', page.conditions),
    channels: idsOf('channel', page.channels),
    claimsUsed: idsOf('claim', claimsOn(page)),
    sections: page.sections.map(({ body, ...section }, index) => ({
      id: idOf(`section/${page.kind}/${key}/${String(index)}`),
      ...section,
      body: lexical(body),
    })),
    statusNotEstablished: page.statusNotEstablished.map((entry, index) => ({
      ...entry,
      id: idOf(`status/${page.kind}/${key}/${String(index)}`),
      therapy: idOf(`therapy/${entry.therapy}`),
    })),
  }
}

function idsOf(
  kind: SubjectName extends `${infer K}/${string}` ? K | 'channel' : never,
  keys: readonly string[],
) {
  return keys.map((key) => idOf(`${kind}/${key}`))
}

function lexical(body: RichText) {
  return richTextToLexical(body, { claimId: (key) => idOf(`claim/${key}`) })
}
