import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LogEntry } from '../../../../src/domain/model/index.ts'
import { contentAudit } from '../../../../src/domain/audit/index.ts'
import { knownSubjects } from '../../../../src/domain/model/index.ts'
import { appendEntry } from '../../../../src/domain/review/index.ts'
import { adam, claim, erin, graphOf, ravi, rita, study, therapy } from '../review/world.ts'
import type { Row, Stored } from './archive.ts'
import { Archive, audit, codes, dayAfter, soundArchive, storedOf } from './archive.ts'

/** What a person with the database's password did. */
function after(interfere: (stored: Stored) => void): readonly string[] {
  const stored = storedOf(soundArchive())
  interfere(stored)
  return codes(audit(stored))
}

const rowAt = (rows: readonly unknown[], index: number) => rows[index] as Row

describe('the audit of what is as it should be', () => {
  it('finds nothing and counts what it read', () => {
    expect(audit(storedOf(soundArchive()))).toMatchObject({
      ok: true,
      breaks: [],
      head: { sequence: 10 },
      counts: { entries: 10, texts: 3, live: 3, releases: 0 },
    })
  })

  it('finds nothing in an empty installation', () => {
    expect(audit(storedOf(new Archive([])))).toMatchObject({ ok: true, head: null, breaks: [] })
  })

  it('leaves a draft beside a live text alone', () => {
    const archive = soundArchive()
    archive.add('edit', claim({ statement: 'Soreness was rare.' }), erin)
    expect(codes(audit(storedOf(archive)))).toEqual([])
  })

  it('accepts a claim that was withheld when its facts changed', () => {
    const archive = soundArchive().publish(study({ sampleSize: 8 }))
    archive.add('withhold', claim(), adam)
    expect(codes(audit(storedOf(archive)))).toEqual([])
  })

  it('accepts a claim that was signed again when its facts changed', () => {
    const archive = soundArchive().publish(study({ sampleSize: 8 }))
    archive.add('approve', claim(), ravi)
    expect(codes(audit(storedOf(archive)))).toEqual([])
  })

  it('accepts what was withdrawn and reinstated', () => {
    const archive = soundArchive()
    archive.add('withdraw', claim(), erin, { reason: 'Unsafe.', withdrawalKind: 'safety' })
    archive.add('submit', claim(), erin).add('approve', claim(), rita)
    archive.add('reinstate', claim(), erin, { reason: 'Safe after all.' })
    expect(codes(audit(storedOf(archive)))).toEqual([])
  })
})

describe('tampering with the log', () => {
  const words: Readonly<Partial<Record<keyof LogEntry, unknown>>> = {
    at: '2025-03-01T10:00:00.000Z',
    subject: 'claim/other',
    action: 'withdraw',
    contentHash: `cg1-${'0'.repeat(64)}`,
    actor: erin,
    meaning: 'evidence-checked',
    reason: 'another reason',
    policy: { approvals: 0, roles: [] },
    changed: ['statement'],
    withdrawalKind: 'legal',
    supersededBy: 'claim/other',
    assignee: 'somebody',
    due: '2025-04-01',
    place: 'statement',
    text: 'words',
    publishAt: '2025-04-01T00:00:00.000Z',
    refersTo: 1,
    hash: '0'.repeat(64),
  }

  it.each(Object.entries(words))('shows another value of %s', (name, value) => {
    // The fifth entry is the signature on the claim.
    const found = after(({ log }) => void Object.assign(rowAt(log, 4), { [name]: value }))
    expect(found).toContain('entry-altered at entry 5')
  })

  it('shows another tie, and another number', () => {
    expect(
      after(({ log }) => void Object.assign(rowAt(log, 4), { previousHash: '0'.repeat(64) })),
    ).toContain('entry-untied at entry 5')
    expect(after(({ log }) => void Object.assign(rowAt(log, 4), { sequence: 50 }))).toEqual(
      expect.arrayContaining(['entry-missing at entry 5', 'entry-altered at entry 50']),
    )
  })

  it('shows a property that was taken away, and one that was added', () => {
    expect(after(({ log }) => void Reflect.deleteProperty(rowAt(log, 4), 'meaning'))).toContain(
      'entry-altered at entry 5',
    )
    expect(after(({ log }) => void Object.assign(rowAt(log, 4), { note: 'x' }))).toContain(
      'entry-altered at entry 5',
    )
  })

  it('shows a deleted entry, a swap and a copy, each once', () => {
    expect(after(({ log }) => void log.splice(6, 1))).toEqual(['entry-missing at entry 7'])
    expect(
      after(({ log }) => {
        const [sixth] = log.splice(5, 1)
        log.splice(6, 0, sixth)
      }),
    ).toEqual(['entry-missing at entry 6', 'entry-repeated at entry 6'])
    expect(after(({ log }) => void log.splice(6, 0, rowAt(log, 5)))).toEqual([
      'entry-repeated at entry 6',
    ])
  })

  it('shows that rows were put where no number leads to them', () => {
    const stored = storedOf(soundArchive())
    stored.log.push({ ...(stored.log[0] as Row), sequence: 'none' })
    expect(codes(audit(stored)).join()).toMatch(/entry-unreadable at entry 11/)
  })

  it('shows a forged entry with a hash of its own at the one behind it', () => {
    const found = after(({ log }) => {
      const entry = log[4] as LogEntry
      const { sequence: _s, hash: _h, previousHash: _p, ...words } = entry
      log[4] = appendEntry(log[3] as LogEntry, { ...words, actor: ravi })
    })
    expect(found).toContain('entry-untied at entry 6')
  })

  it('goes on behind a break and finds the next', () => {
    const found = after(({ log }) => {
      Object.assign(rowAt(log, 1), { reason: 'one' })
      Object.assign(rowAt(log, 8), { reason: 'two' })
    })
    expect(found).toEqual(['entry-altered at entry 2', 'entry-altered at entry 9'])
  })

  it('shows a log that was cut at its end, or written anew, by what a release says of it', () => {
    const archive = soundArchive()
    const { sequence, hash } = archive.entries.at(-1) as LogEntry
    const stored = {
      ...storedOf(archive),
      releases: [{ number: 3, auditHead: { sequence, hash } }],
    }
    expect(codes(audit(stored))).toEqual([])
    const cut = { ...stored, log: stored.log.slice(0, -1), graph: graphOf([study(), claim()]) }
    expect(codes(audit(cut))).toEqual(['log-cut at release 3'])
    const anew = soundArchive().entries.map(({ at, ...entry }) => ({ ...entry, at }))
    const other = anew.with(-1, { ...(anew.at(-1) as LogEntry), hash: '0'.repeat(64) })
    expect(codes(audit({ ...stored, log: other }))).toContain('log-cut at release 3')
  })

  it('shows a release whose word on the log was damaged', () => {
    const releases = [{ number: 3, auditHead: 'x' }]
    expect(codes(audit({ ...storedOf(soundArchive()), releases }))).toEqual([
      'release-unreadable at release 3',
    ])
  })

  it('shows an entry that lists put under somebody else', () => {
    const under = contentAudit()
    const archive = soundArchive()
    for (const entry of archive.entries) {
      const { key, name } = entry.sequence === 5 ? ravi : entry.actor
      under.addLogRow({ entry, listedAs: { key, name } })
    }
    for (const text of archive.texts) under.addTextRow(text)
    const stored = { graph: archive.graph(), unreadable: [], releases: [], logRows: 10 }
    expect(codes(under.conclude(stored, dayAfter))).toEqual(['entry-mislabelled at entry 5'])
  })

  it('shows a row that could not even be fetched', () => {
    const under = contentAudit()
    const archive = soundArchive()
    for (const entry of archive.entries) {
      if (entry.sequence !== 5) under.addLogRow({ entry })
      else under.addLogRow({ entry: { sequence: 5 }, problem: 'holds broken JSON' })
    }
    for (const text of archive.texts) under.addTextRow(text)
    const stored = { graph: archive.graph(), unreadable: [], releases: [], logRows: 11 }
    expect(codes(under.conclude(stored, dayAfter))).toEqual([
      'entry-unreadable at entry 5',
      'entry-repeated at log',
      'unsigned at claim/soreness',
    ])
  })
})

describe('tampering with texts', () => {
  it('shows an image in a live text that says something else', () => {
    const page = (alt: string) => {
      const image = { type: 'image' as const, url: 'media:00', alt }
      const body = {
        type: 'root' as const,
        children: [{ type: 'paragraph' as const, children: [image] }],
      }
      return therapy({
        sections: [{ heading: 'Risks', aspect: 'RisksOrComplicationsHealthAspect', body }],
      })
    }
    const archive = new Archive([]).publish(page('A needle'))
    archive.set(page('A thin needle'))
    expect(codes(audit(storedOf(archive)))).toEqual(['live-altered at therapy/example-injection'])
  })

  it('shows a text of record that was altered, moved to another subject, or taken away', () => {
    const { hash } = storedOf(soundArchive()).texts[1] as { hash: string }
    const projection = { subject: claim({ statement: 'Soreness never occurred.' }) }
    expect(after(({ texts }) => void Object.assign(rowAt(texts, 1), { projection }))).toContain(
      `text-altered at text ${hash}`,
    )
    expect(
      after(({ texts }) => void Object.assign(rowAt(texts, 1), { subject: 'claim/other' })),
    ).toContain(`text-altered at text ${hash}`)
    expect(after(({ texts }) => void texts.splice(1, 1))).toContain(`text-missing at text ${hash}`)
  })

  it('shows a live text that is not the one that was published', () => {
    const statement = 'Soreness never occurred.'
    expect(
      after((stored) => {
        stored.graph = graphOf([study(), claim({ statement }), therapy()])
      }),
    ).toEqual(['live-altered at claim/soreness'])
    expect(
      after((stored) => {
        stored.graph = graphOf([study(), claim(), therapy({ summary: 'It works.' })])
      }),
    ).toEqual(['live-altered at therapy/example-injection'])
  })

  it('shows a study altered in the database, and the claim that rests on it', () => {
    expect(
      after((stored) => {
        stored.graph = graphOf([study({ sampleSize: 800 }), claim(), therapy()])
      }),
    ).toEqual(['live-altered at study/trial', 'unsigned at claim/soreness'])
  })

  it('shows what is live and should not be, and what should be live and is not', () => {
    expect(
      after((stored) => {
        stored.graph = graphOf([study(), claim(), claim({ key: 'smuggled' }), therapy()])
      }),
    ).toEqual(['live-unlogged at claim/smuggled'])
    expect(
      after((stored) => {
        stored.graph = graphOf([study(), therapy()])
      }),
    ).toEqual(['live-missing at claim/soreness'])
    const archive = soundArchive()
    archive.add('withdraw', claim(), erin, { reason: 'Unsafe.', withdrawalKind: 'safety' })
    expect(codes(audit(storedOf(archive)))).toEqual(['live-unlogged at claim/soreness'])
  })

  it('shows a live text that nobody can read any more, once', () => {
    expect(
      after((stored) => {
        stored.graph = graphOf([study(), therapy()])
        stored.unreadable = [{ subject: 'claim/soreness', problem: 'its citations are no list' }]
      }),
    ).toEqual(['live-unreadable at claim/soreness'])
  })
})

describe('signatures', () => {
  it('are missed on a text that was published without them', () => {
    const archive = new Archive([study(), claim()]).publish(study())
    archive.add('edit', claim(), erin).add('publish', claim(), erin)
    expect(codes(audit(storedOf(archive)))).toEqual(['unsigned at claim/soreness'])
  })

  it('do not count when those who gave them wrote the text', () => {
    const archive = new Archive([study(), claim()]).publish(study())
    archive.add('edit', claim(), rita).add('submit', claim(), erin).add('approve', claim(), rita)
    archive.add('publish', claim(), erin)
    expect(codes(audit(storedOf(archive)))).toEqual(['unsigned at claim/soreness'])
  })

  it('have to be as many as their policy asked for', () => {
    const archive = new Archive([study(), claim()]).publish(study())
    const policy = { approvals: 2, roles: ['reviewer' as const] }
    archive.add('edit', claim(), erin).add('submit', claim(), erin)
    archive.add('approve', claim(), rita, { policy }).add('publish', claim(), erin)
    const report = audit(storedOf(archive))
    expect(codes(report)).toEqual(['unsigned at claim/soreness'])
    expect(report.breaks[0]?.message).toContain('lacks 1 of 2 signatures')
  })

  it('may be missing for the moment in which a release has yet to judge a change', () => {
    const archive = soundArchive().publish(study({ sampleSize: 8 }))
    const changed = archive.entries.at(-1) as LogEntry
    const seconds = (n: number) => new Date(Date.parse(changed.at) + n * 1000)
    const stored = storedOf(archive)
    expect(codes(audit({ ...stored, now: seconds(5) }))).toEqual([])
    expect(codes(audit({ ...stored, now: seconds(3600) }))).toEqual(['unsigned at claim/soreness'])
    const { sequence, hash } = changed
    const releases = [{ number: 2, auditHead: { sequence, hash } }]
    expect(codes(audit({ ...stored, releases, now: seconds(5) }))).toEqual([
      'unsigned at claim/soreness',
    ])
  })
})

describe('whatever stands in the rows', () => {
  it('is told and never thrown', () => {
    const anything = fc.anything({ withNullPrototype: true, maxDepth: 3 })
    const names = fc.constantFrom(...Object.keys(soundArchive().entries[4] as LogEntry))
    fc.assert(
      fc.property(fc.nat(9), names, anything, (index, name, value) => {
        const found = after(({ log }) => void Object.assign(rowAt(log, index), { [name]: value }))
        const was = (soundArchive().entries[index] as unknown as Row)[name]
        if (JSON.stringify(value) !== JSON.stringify(was)) expect(found).not.toEqual([])
      }),
    )
    fc.assert(
      fc.property(fc.nat(9), anything, (index, value) => {
        expect(after(({ log }) => void (log[index] = value))).not.toEqual([])
      }),
    )
    fc.assert(
      fc.property(fc.nat(2), anything, (index, value) => {
        expect(after(({ texts }) => void (texts[index] = value))).not.toEqual([])
      }),
    )
  })

  it('is told in words that say what to do', () => {
    const stored = storedOf(soundArchive())
    Object.assign(rowAt(stored.log, 4), { reason: 'x' })
    stored.log.splice(7, 2)
    stored.texts.splice(2, 1)
    stored.graph = graphOf([study({ title: 'Other' }), claim({ key: 'smuggled' })])
    const report = audit({ ...stored, now: dayAfter })
    expect(report.breaks.length).toBeGreaterThan(5)
    for (const { message } of report.breaks) expect(message).toMatch(/(restore|sign|Ask|Make) /)
    expect(knownSubjects(stored.graph)).toHaveLength(2)
  })
})
