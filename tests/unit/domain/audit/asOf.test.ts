import { describe, expect, it } from 'vitest'
import type { LiveThen } from '../../../../src/domain/audit/index.ts'
import { asOf, endOfDay, logBook, readText, textsFor } from '../../../../src/domain/audit/index.ts'
import { contentHash } from '../../../../src/domain/review/index.ts'
import { adam, claim, erin, ravi, rita, study, therapy } from '../review/world.ts'
import { Archive } from './archive.ts'

function on(archive: Archive, date: string): readonly LiveThen[] {
  const book = logBook()
  for (const entry of archive.entries) book.add(entry)
  const wanted = new Set(textsFor(book.bySubject, endOfDay(date)))
  const texts = archive.texts.flatMap((row) => {
    const read = readText(row)
    return read.ok && wanted.has(read.text.hash) ? [[read.text.hash, read.text] as const] : []
  })
  return asOf(book.bySubject, new Map(texts), endOfDay(date))
}

const the = (live: readonly LiveThen[], subject: string) =>
  live.find((each) => each.subject === subject)

const day = (date: string) => ({ at: `${date}T12:00:00.000Z` })

/** A claim whose public life takes a year. */
function aYear(): Archive {
  const archive = new Archive([study(), claim()])
  archive
    .add('edit', study(), erin, day('2025-01-01'))
    .add('publish', study(), erin, day('2025-01-02'))
  archive
    .add('edit', claim(), erin, day('2025-01-03'))
    .add('submit', claim(), erin, day('2025-01-03'))
  const titled = { ...rita, name: 'Rita Early', credentials: 'MD' }
  archive.add('approve', claim(), titled, day('2025-01-04'))
  archive.add('publish', claim(), erin, { at: '2025-01-05T23:59:59.999Z' })
  archive.add('edit', claim({ statement: 'Newer words.' }), erin, day('2025-02-01'))
  archive.set(study({ sampleSize: 8 }))
  archive.add('edit', study({ sampleSize: 8 }), erin, day('2025-03-01'))
  archive.add('publish', study({ sampleSize: 8 }), erin, day('2025-03-01'))
  archive.add('withhold', claim(), adam, { ...day('2025-03-02'), reason: 'Its facts changed.' })
  archive.add('approve', claim(), ravi, day('2025-03-10'))
  archive.add('readmit', claim(), adam, day('2025-03-11'))
  archive.add('withdraw', claim(), erin, {
    ...day('2025-06-01'),
    reason: 'x',
    withdrawalKind: 'legal',
  })
  archive
    .add('submit', claim(), erin, day('2025-06-02'))
    .add('approve', claim(), rita, day('2025-06-03'))
  archive.add('reinstate', claim(), erin, { ...day('2025-06-04'), reason: 'y' })
  return archive
}

describe('what was live on a day', () => {
  it('is nothing before the first publication, and includes the last instant of a day', () => {
    expect(on(aYear(), '2025-01-01')).toEqual([])
    expect(the(on(aYear(), '2025-01-04'), 'claim/soreness')).toBeUndefined()
    expect(the(on(aYear(), '2025-01-05'), 'claim/soreness')).toBeDefined()
  })

  it('is told with its text, evidence, signers and policy as they were', () => {
    const live = the(on(aYear(), '2025-02-15'), 'claim/soreness')
    expect(live).toMatchObject({
      contentHash: contentHash(claim(), new Archive([study()]).graph()),
      published: { at: '2025-01-05T23:59:59.999Z', by: { key: 'erin' }, action: 'publish' },
      version: 1,
      words: { statement: 'Soreness was frequent after the injection.' },
      evidence: [
        { study: 'study/trial', stance: 'supports', facts: { sampleSize: 80, status: 'active' } },
      ],
      signatures: [
        {
          actor: { name: 'Rita Early', credentials: 'MD', roles: ['reviewer'] },
          at: '2025-01-04T12:00:00.000Z',
          meaning: 'medically-accurate',
        },
      ],
      policy: { approvals: 1, roles: ['reviewer'] },
    })
    expect(live).not.toHaveProperty('withheld')
  })

  it('is told to have been withheld while it was', () => {
    expect(the(on(aYear(), '2025-03-05'), 'claim/soreness')).toMatchObject({
      withheld: { since: '2025-03-02T12:00:00.000Z', reason: 'Its facts changed.' },
      evidence: [{ facts: { sampleSize: 80 } }],
      signatures: [{ actor: { key: 'rita' } }],
    })
  })

  it('stands on the facts it was signed for again', () => {
    const live = the(on(aYear(), '2025-03-20'), 'claim/soreness')
    expect(live).toMatchObject({
      evidence: [{ facts: { sampleSize: 8 } }],
      signatures: [{ actor: { key: 'ravi' } }],
      version: 1,
    })
    expect(live).not.toHaveProperty('withheld')
  })

  it('leaves out what was withdrawn, until it was reinstated', () => {
    expect(the(on(aYear(), '2025-06-03'), 'claim/soreness')).toBeUndefined()
    expect(the(on(aYear(), '2025-06-04'), 'claim/soreness')).toMatchObject({
      version: 2,
      published: { action: 'reinstate' },
      signatures: [{ actor: { key: 'rita' } }],
    })
  })

  it('says of a study that it needs no signature', () => {
    const live = the(on(aYear(), '2025-02-15'), 'study/trial')
    expect(live).toMatchObject({ signatures: [], words: { sampleSize: 80 } })
    expect(live).not.toHaveProperty('policy')
  })

  it('says so when a text of record is missing or damaged, and keeps the rest', () => {
    const archive = aYear()
    for (const text of archive.texts) text['projection'] = { subject: {} }
    const live = the(on(archive, '2025-02-15'), 'claim/soreness')
    expect(live).toMatchObject({ published: { by: { key: 'erin' } }, signatures: [], evidence: [] })
    expect(live).not.toHaveProperty('words')
  })

  it('reads pages with all their parts', () => {
    const archive = new Archive([]).publish(study()).publish(claim()).publish(therapy())
    expect(the(on(archive, '2025-03-01'), 'therapy/example-injection')).toMatchObject({
      signatures: [{ actor: { key: 'rita' } }],
      words: { title: 'Example injection' },
    })
    expect(on(archive, '2025-03-01').map(({ subject }) => subject)).toEqual([
      'claim/soreness',
      'study/trial',
      'therapy/example-injection',
    ])
  })

  it('can be asked of one subject', () => {
    const book = logBook()
    for (const entry of aYear().entries) book.add(entry)
    const live = asOf(book.bySubject, new Map(), endOfDay('2025-02-15'), 'study/trial')
    expect(live.map(({ subject }) => subject)).toEqual(['study/trial'])
  })
})
