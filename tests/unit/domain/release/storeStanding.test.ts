import { describe, expect, it } from 'vitest'
import type { LogEntry, SubjectName } from '../../../../src/domain/model/index.ts'
import type { DatabaseHead, StoredItem } from '../../../../src/domain/release/index.ts'
import {
  standingInWords,
  storeStanding,
  unknownToDatabase,
} from '../../../../src/domain/release/index.ts'

const hash = (sequence: number, history = 'a') =>
  history.repeat(60) + String(sequence).padStart(4, '0')
const head = (sequence: number, history = 'a') => ({ sequence, hash: hash(sequence, history) })
const store = { release: 7, auditHead: head(20) }

/** A database with so many entries of one history. */
const database = (entries: number, release: number, history = 'a'): DatabaseHead => ({
  release,
  head: entries === 0 ? null : head(entries, history),
  hashAtStoreHead: entries >= 20 ? hash(20, history) : undefined,
})

describe('storeStanding', () => {
  it.each([
    ['lists the release and has its log', database(20, 7), { standing: 'in-step', release: 7 }],
    ['has gone on since', database(25, 7), { standing: 'in-step', release: 7 }],
    [
      'has the log and lists nothing, because a crash came between',
      database(25, 6),
      { standing: 'record-missing', release: 7, listed: 6 },
    ],
    [
      'ends before the log of the release',
      database(15, 5),
      {
        ...{ standing: 'database-older', release: 7, listed: 5, log: 'shorter' },
        entries: { from: 16, to: 20 },
      },
    ],
    [
      'is empty',
      database(0, 0),
      {
        ...{ standing: 'database-older', release: 7, listed: 0, log: 'shorter' },
        entries: { from: 1, to: 20 },
      },
    ],
    [
      'was restored and has been written to since',
      database(30, 7, 'b'),
      { standing: 'database-older', release: 7, listed: 7, log: 'forked', entries: null },
    ],
    [
      'lists a release that the store has lost',
      database(30, 9),
      { standing: 'store-older', release: 7, listed: 9 },
    ],
  ])('tells a database that %s', (_name, side, expected) => {
    expect(storeStanding(store, side)).toEqual(expected)
  })

  it('has nothing to say before the first release', () => {
    expect(storeStanding(null, database(3, 0))).toEqual({ standing: 'in-step', release: 0 })
  })

  it('misses a store that is empty where there were releases', () => {
    expect(storeStanding(null, database(25, 7))).toMatchObject({ standing: 'store-older' })
  })

  it('asks nothing of the log of a release that was made before there was one', () => {
    const first = { release: 1, auditHead: null }
    expect(storeStanding(first, database(0, 0))).toMatchObject({ standing: 'record-missing' })
  })

  it('calls a log that has a gap at that place another one', () => {
    const side = { release: 7, head: head(30), hashAtStoreHead: undefined }
    expect(storeStanding(store, side)).toMatchObject({ log: 'forked', entries: null })
  })
})

describe('unknownToDatabase', () => {
  const entry = (action: LogEntry['action']) => ({ action }) as LogEntry
  const item = (subject: SubjectName, version: number, isWithdrawn = false): StoredItem => ({
    ...{ subject, channel: 'us-en', version, isWithdrawn },
  })
  const log = new Map<SubjectName, readonly LogEntry[]>([
    ['claim/known', [entry('publish')]],
    ['claim/draft', [entry('edit')]],
    ['study/quiet', [entry('edit')]],
    ['claim/gone', [entry('publish'), entry('withdraw')]],
  ])

  it('lists what the database would tell otherwise, and nothing else', () => {
    const items = [
      item('claim/known', 1),
      item('claim/known', 2),
      item('claim/draft', 1),
      item('claim/new', 1),
      item('study/quiet', 1),
      item('claim/known', 1, true),
      item('claim/gone', 1, true),
    ]
    expect(unknownToDatabase(items, log)).toEqual([
      { ...item('claim/known', 2), unknown: 'version', known: 1 },
      { ...item('claim/draft', 1), unknown: 'version', known: 0 },
      { ...item('claim/new', 1), unknown: 'subject', known: 0 },
      { ...item('claim/known', 1, true), unknown: 'withdrawal', known: 1 },
    ])
  })

  it('is told in words, a line for each', () => {
    const items = [item('claim/new', 1), item('claim/known', 1, true)]
    const lines = standingInWords(
      storeStanding(store, database(15, 5)),
      unknownToDatabase(items, log),
    )
    expect(lines[0]).toContain('lacks the entries 16 to 20')
    expect(lines[1]).toBe('us-en: claim/new, version 1: the database has never heard of it.')
    expect(lines[2]).toBe('us-en: claim/known was withdrawn, and the database takes it for live.')
    expect(lines).toHaveLength(4)
  })
})
