import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LogEntry, NewLogEntry } from '../../../../src/domain/model/index.ts'
import { logActions, roles } from '../../../../src/domain/model/index.ts'
import { appendEntry, genesisHash, verifyChain } from '../../../../src/domain/review/index.ts'

const newEntry: fc.Arbitrary<NewLogEntry> = fc.record(
  {
    at: fc
      .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
      .map((date) => date.toISOString()),
    subject: fc.constantFrom('claim/a' as const, 'therapy/b' as const),
    action: fc.constantFrom(...logActions),
    contentHash: fc.stringMatching(/^cg1-[0-9a-f]{8}$/),
    actor: fc.record({
      key: fc.string(),
      name: fc.string({ unit: 'binary' }),
      roles: fc.subarray([...roles]),
      isFictitious: fc.boolean(),
    }),
    reason: fc.string({ unit: 'binary' }),
    changed: fc.array(fc.string()),
  },
  { requiredKeys: ['at', 'subject', 'action', 'contentHash', 'actor'] },
)

const chain = (minLength: number) =>
  fc.array(newEntry, { minLength, maxLength: 8 }).map((entries) => chained(entries))

function chained(entries: readonly NewLogEntry[]): LogEntry[] {
  const log: LogEntry[] = []
  for (const entry of entries) log.push(appendEntry(log.at(-1), entry))
  return log
}

describe('the chain of the review log', () => {
  it('starts at 1 from 64 zeros', () => {
    fc.assert(
      fc.property(newEntry, (entry) => {
        expect(appendEntry(undefined, entry)).toMatchObject({
          sequence: 1,
          previousHash: genesisHash,
        })
      }),
    )
    expect(genesisHash).toMatch(/^0{64}$/)
  })

  it('holds for whatever was appended, also after a trip through a database', () => {
    fc.assert(
      fc.property(chain(0), (log) => {
        const read = JSON.parse(JSON.stringify(log)) as LogEntry[]
        const head = log.at(-1)?.hash ?? genesisHash
        expect(verifyChain(read)).toEqual({ ok: true, length: log.length, head })
      }),
    )
  })

  it('mends text that no database could keep before it is hashed', () => {
    const entry = appendEntry(undefined, {
      at: '2026-01-01T00:00:00.000Z',
      subject: 'claim/a',
      action: 'withdraw',
      contentHash: 'cg1-00',
      actor: { key: 'a', name: 'A', roles: [], isFictitious: true },
      reason: 'half a pair \udc00',
    })
    expect(entry.reason).toBe('half a pair \ufffd')
    expect(verifyChain([entry])).toMatchObject({ ok: true })
  })

  it('shows any altered property at that very entry', () => {
    const place = fc.constantFrom<keyof LogEntry>(
      'at',
      'subject',
      'action',
      'contentHash',
      'actor',
      'reason',
      'meaning',
      'policy',
      'changed',
      'hash',
      'previousHash',
      'sequence',
    )
    fc.assert(
      fc.property(chain(1), fc.nat(), place, (log, at, name) => {
        const index = at % log.length
        const forged = log.with(index, { ...log[index], [name]: 'forged' } as unknown as LogEntry)
        expect(verifyChain(forged)).toMatchObject({ ok: false, sequence: index + 1 })
      }),
    )
  })

  it('shows a forged entry at its successor even if its own hash was made again', () => {
    fc.assert(
      fc.property(chain(2), fc.nat(), newEntry, (log, at, other) => {
        const index = at % (log.length - 1)
        const forged = appendEntry(log[index - 1], other)
        fc.pre(forged.hash !== log[index]?.hash)
        expect(verifyChain(log.with(index, forged))).toMatchObject({
          ok: false,
          sequence: index + 2,
        })
      }),
    )
  })

  it('shows a removed entry, or at the end another length and head', () => {
    fc.assert(
      fc.property(chain(2), fc.nat(), (log, at) => {
        const index = at % log.length
        const verdict = verifyChain(log.toSpliced(index, 1))
        if (index < log.length - 1) {
          expect(verdict).toMatchObject({ ok: false, sequence: index + 1 })
        } else {
          expect(verdict).toEqual({ ok: true, length: index, head: log[index - 1]?.hash })
        }
      }),
    )
  })

  it('shows two swapped entries', () => {
    fc.assert(
      fc.property(chain(2), fc.nat(), fc.nat(), (log, a, b) => {
        const [first = 0, second = 0] = [a % log.length, b % log.length].toSorted((x, y) => x - y)
        fc.pre(first !== second)
        const swapped = log.map((entry, position) =>
          position === first ? log[second] : position === second ? log[first] : entry,
        ) as LogEntry[]
        expect(verifyChain(swapped)).toMatchObject({ ok: false, sequence: first + 1 })
      }),
    )
  })

  it('shows an inserted entry', () => {
    fc.assert(
      fc.property(chain(1), fc.nat(), newEntry, (log, at, extra) => {
        const index = at % log.length
        const inserted = log.toSpliced(index, 0, appendEntry(log[index - 1], extra))
        expect(verifyChain(inserted)).toMatchObject({ ok: false, sequence: index + 2 })
      }),
    )
  })

  it('says in words what is wrong', () => {
    const entry = (reason: string): NewLogEntry => ({
      at: '2026-01-01T00:00:00.000Z',
      subject: 'claim/a',
      action: 'withdraw',
      contentHash: 'cg1-00',
      actor: { key: 'a', name: 'A', roles: ['editor'], isFictitious: true },
      reason,
    })
    const log = chained([entry('one'), entry('two'), entry('three')])
    const message = (entries: LogEntry[]) => {
      const verdict = verifyChain(entries)
      return verdict.ok ? '' : verdict.message
    }
    expect(message(log.toSpliced(1, 1))).toContain('missing')
    expect(message(log.with(1, { ...log[1], reason: 'other' } as LogEntry))).toContain('altered')
    expect(message(log.with(1, appendEntry(undefined, entry('x'))))).toContain('missing')
    expect(
      message(log.with(1, appendEntry({ sequence: 1, hash: genesisHash }, entry('x')))),
    ).toContain('not tied')
  })
})
