import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { DatabaseSync } from 'node:sqlite'
import type { Client } from '@libsql/client'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditDatabase, liveOn } from '../../src/audit/index.ts'
import { auditLine } from '../../src/domain/audit/index.ts'
import { appendEntry, isoDate } from '../../src/domain/review/index.ts'
import { publishAndLook } from './support/publishAndLook.ts'
import { appendToLog, asRecorder, gateActor } from '../../src/records/index.ts'
import { withPayload } from '../../src/start/index.ts'
import type { Desk } from './support/desk.ts'
import { approve, openDesk } from './support/desk.ts'
import { documentOf, publishSigned, review } from './support/newsroom.ts'
import { runCommand } from './support/runCommand.ts'
import { onMongo } from './support/settings.ts'
import type { StoredRow } from './support/storage.ts'
import { brokenJson, json, storedRow } from './support/storage.ts'

/** Every command is a process that loads the whole program. */
const patience = { timeout: 180_000 }

let desk: Desk
let claim: { id: string; key: string }
let draft: { id: string; key: string }
let disclaimer: { id: string; key: string }
let exports: string

beforeAll(async () => {
  exports = mkdtempSync(path.join(tmpdir(), 'citegate-export-'))
  desk = await openDesk()
  claim = await desk.liveClaim({ certainty: 'low', claimKind: 'harm', direction: 'against' })
  draft = await desk.newClaim()
  const paragraph = (text: string) => ({
    type: 'paragraph',
    version: 1,
    format: '',
    indent: 0,
    direction: null,
    textFormat: 0,
    children: [{ type: 'text', version: 1, text, format: 0, mode: 'normal', style: '', detail: 0 }],
  })
  documentOf(
    await desk.people.admin.post('/channels', {
      key: 'us-en',
      title: 'United States, English',
      jurisdiction: 'us',
      language: 'en',
      slots: [{ key: 'general', place: 'end' }],
    }),
  )
  disclaimer = documentOf(
    await desk.people.editor.post('/disclaimers?draft=true', {
      key: 'not-advice',
      slots: ['general'],
      body: {
        root: {
          type: 'root',
          version: 1,
          format: '',
          indent: 0,
          direction: null,
          children: [paragraph('This is no advice.')],
        },
      },
    }),
  )
  await publishSigned(desk.people, 'disclaimers', disclaimer.id)
  await publishAndLook(desk.citegate.payload)
}, 120_000)

afterAll(async () => {
  rmSync(exports, { recursive: true, force: true })
  await desk.citegate.stop()
})

const audit = () => auditDatabase(desk.citegate.payload, { now: new Date() })

async function found(): Promise<readonly string[]> {
  return (await audit()).breaks.map(({ code, place }) => `${code} at ${place}`)
}

/** What an audit finds while a row is not what the program wrote. */
async function after(
  row: StoredRow,
  interfere: (row: StoredRow) => Promise<void>,
): Promise<readonly string[]> {
  await interfere(row)
  try {
    return await found()
  } finally {
    await row.undo()
  }
}

const row = (collection: string, field: string, value: number | string) =>
  storedRow(desk.citegate.payload, collection, field, value)

async function signature(): Promise<{ sequence: number; contentHash: string }> {
  const log = await desk.logOf(`claim/${claim.key}`)
  const entry = log.find(({ action }) => action === 'approve')
  if (entry === undefined) throw new Error('The claim was never signed.')
  return entry
}

describe('the audit of a database', () => {
  it('finds nothing wrong with what the program wrote', async () => {
    const report = await audit()
    expect(report.breaks).toEqual([])
    expect(report).toMatchObject({ ok: true, counts: { live: 3, releases: 1 } })
    expect(report.counts.entries).toBe(report.head?.sequence)
  })

  it('finds and names an altered, relabelled, unreadable or deleted log entry', async () => {
    const { sequence } = await signature()
    const entry = () => row('reviews', 'sequence', sequence)
    const at = `at entry ${String(sequence)}`
    expect(await after(await entry(), (it) => it.set({ reason: 'Never said.' }))).toEqual([
      `entry-altered ${at}`,
    ])
    expect(await after(await entry(), (it) => it.set({ actorName: 'Somebody Else' }))).toEqual([
      `entry-mislabelled ${at}`,
    ])
    const other = json({ ...desk.people.secondReviewer.user, roles: ['reviewer'] })
    expect((await after(await entry(), (it) => it.set({ actor: other })))[0]).toMatch(
      /^entry-(altered|unreadable) at/,
    )
    expect((await after(await entry(), (it) => it.set({ actor: brokenJson })))[0]).toBe(
      `entry-unreadable ${at}`,
    )
    expect((await after(await entry(), (it) => it.remove()))[0]).toBe(`entry-missing ${at}`)
    expect(await found()).toEqual([])
  })

  it('finds that the log was cut at its end, by what a release says of it', async () => {
    const { head } = await audit()
    const last = await row('reviews', 'sequence', head?.sequence ?? 0)
    expect(await after(last, (it) => it.remove())).toContain('log-cut at release 1')
    expect(
      await after(await row('releases', 'number', 1), (it) =>
        it.set({ auditHead: json({ sequence: 1, hash: '0'.repeat(64) }) }),
      ),
    ).toEqual(['log-cut at release 1'])
    expect(
      await after(await row('releases', 'number', 1), (it) => it.set({ auditHead: brokenJson })),
    ).toEqual(['release-unreadable at release 1'])
    expect(await found()).toEqual([])
  })

  it('finds and names a live text that was changed past the program', async () => {
    const statement = 'The invented trial found that nobody had any harm.'
    expect(
      await after(await row('claims', 'key', claim.key), (it) => it.set({ statement })),
    ).toEqual([`live-altered at claim/${claim.key}`])
    expect(
      await after(await row('disclaimers', 'key', disclaimer.key), (it) =>
        it.set({ body: brokenJson }),
      ),
    ).toEqual([`live-unreadable at disclaimer/${disclaimer.key}`])
    expect(await found()).toEqual([])
  })

  it('finds a text that went live, or away, past the program', async () => {
    expect(
      await after(await row('claims', 'key', draft.key), (it) => it.set({ _status: 'published' })),
    ).toEqual([`live-unlogged at claim/${draft.key}`])
    expect(
      await after(await row('claims', 'key', claim.key), (it) => it.set({ _status: 'draft' })),
    ).toEqual([`live-missing at claim/${claim.key}`])
    expect(await found()).toEqual([])
  })

  it('finds a fact that was changed under a signature past the program', async () => {
    const study = await row('studies', 'key', desk.study.key)
    expect(await after(study, (it) => it.set({ sampleSize: 10_000 }))).toEqual([
      `live-altered at study/${desk.study.key}`,
      `unsigned at claim/${claim.key}`,
    ])
    expect(await found()).toEqual([])
  })

  it('finds a text of record that was altered, broken or taken away', async () => {
    const { contentHash } = await signature()
    const text = () => row('texts', 'hash', contentHash)
    const projection = json({ subject: { kind: 'claim', key: claim.key, statement: 'Other.' } })
    const at = `at text ${contentHash}`
    expect(await after(await text(), (it) => it.set({ projection }))).toEqual([
      `text-altered ${at}`,
    ])
    expect(await after(await text(), (it) => it.set({ projection: brokenJson }))).toEqual([
      `text-unreadable ${at}`,
    ])
    expect(await after(await text(), (it) => it.remove())).toEqual([`text-missing ${at}`])
    expect(await found()).toEqual([])
  })

  it('is of one moment, however much is written meanwhile', async () => {
    const { people } = desk
    const work = async () => {
      for (let n = 0; n < 4; n += 1) {
        const other = await desk.liveClaim({ claimKind: 'harm', direction: 'against' })
        const answer = await review(people.editor, 'claims', other.id, 'withdraw', {
          kind: 'evidence',
          reason: 'Only a test.',
        })
        expect(answer.status).toBe(200)
      }
    }
    const state = { isOver: false }
    const working = work().finally(() => {
      state.isOver = true
    })
    const findings: (readonly string[])[] = []
    while (!state.isOver) {
      findings.push(await found())
      // SQLite answers at once, and a loop that never waits would let nobody else work.
      await delay(5)
    }
    await working
    expect(findings.flat()).toEqual([])
  })

  it('accepts a claim whose facts change once a release has judged it', async () => {
    const other = await desk.liveClaim({ claimKind: 'harm', direction: 'against' })
    const { editor } = desk.people
    const change = { sampleSize: 99, _status: 'published' }
    expect((await editor.patch(`/studies/${desk.study.id}`, change)).status).toBe(200)
    expect(await found()).toEqual([])
    const later = new Date(Date.now() + 3_600_000)
    const unjudged = await auditDatabase(desk.citegate.payload, { now: later })
    expect(unjudged.breaks.map(({ code, place }) => `${code} at ${place}`).sort()).toEqual(
      [`unsigned at claim/${claim.key}`, `unsigned at claim/${other.key}`].sort(),
    )
    await publishAndLook(desk.citegate.payload)
    expect(await auditDatabase(desk.citegate.payload, { now: later })).toMatchObject({ ok: true })
    await approve(desk.people, 'claims', other.id).catch(() => undefined)
    expect(await found()).toEqual([])
  })

  it('reads a log of many pages', async () => {
    const { payload } = desk.citegate
    const req = await createLocalReq({}, payload)
    const first = await appendToLog(
      req,
      {
        at: new Date().toISOString(),
        subject: 'claim/never-written',
        action: 'comment',
        contentHash: `cg1-${'0'.repeat(64)}`,
        actor: gateActor,
        text: 'One of many.',
      },
      undefined,
    )
    const { sequence: _s, hash: _h, previousHash: _p, ...words } = first
    let last = first
    for (let n = 0; n < 1100; n += 1) {
      last = appendEntry(last, words)
      const data = {
        ...last,
        actorKey: last.actor.key,
        actorName: last.actor.name,
        actor: { ...last.actor },
        details: { text: last.text },
      }
      await asRecorder(req, () =>
        payload.db.create({ collection: 'reviews', data, returning: false, req }),
      )
    }
    const entries: number[] = []
    const onEntry = ({ sequence }: { sequence: number }) => void entries.push(sequence)
    const report = await auditDatabase(payload, { now: new Date(), onEntry })
    expect(report.breaks).toEqual([])
    expect(report.head).toMatchObject({ sequence: last.sequence, hash: last.hash })
    expect(entries).toEqual(Array.from({ length: last.sequence }, (_, index) => index + 1))
    expect(
      await after(await row('reviews', 'sequence', last.sequence - 700), (it) => it.remove()),
    ).toEqual([`entry-missing at entry ${String(last.sequence - 700)}`])
  })

  it('is made with a database that refuses every write', async () => {
    const read = <T>(work: Parameters<typeof withPayload<T>>[0]) =>
      withPayload(work, { access: 'read' })
    await expect(
      read(({ db }) => db.create({ collection: 'studies', data: { key: 'x' } })),
    ).rejects.toThrow('opened for reading only')
    await expect(
      read(({ db }) => db.deleteMany({ collection: 'releases', where: {} })),
    ).rejects.toThrow('opened for reading only')
    if (!onMongo) {
      await expect(
        read(({ db }) =>
          (db as unknown as { client: Client }).client.execute('DELETE FROM releases'),
        ),
      ).rejects.toThrow(/readonly/)
    }
    expect(await found()).toEqual([])
  })

  it('tells what was live on a day, with its evidence and signers', async () => {
    const today = isoDate(new Date())
    const name = `claim/${claim.key}` as const
    const { live, names, breaks } = await liveOn(desk.citegate.payload, today, { only: name })
    expect(breaks).toEqual([])
    expect(names).toContain(name)
    expect(live).toMatchObject([
      {
        subject: name,
        published: { by: { name: 'Edda Editor' } },
        evidence: [{ study: `study/${desk.study.key}`, facts: { sampleSize: 100 } }],
        signatures: [{ actor: { name: 'Rita Reviewer' }, meaning: 'medically-accurate' }],
        policy: { approvals: 1 },
      },
    ])
    expect((await liveOn(desk.citegate.payload, '2020-01-01')).live).toEqual([])
  })
})

describe('the commands, beside the process that owns the database', patience, () => {
  it('prove the log, and export it so that it proves itself', async () => {
    const folder = path.join(exports, 'first')
    const ended = await runCommand('auditVerify', ['--export', folder])
    expect(ended, ended.stderr).toMatchObject({ code: 0 })
    expect(ended.stdout).toContain('The log is whole')
    const file = path.join(folder, 'audit.jsonl')
    const table = readFileSync(path.join(folder, 'audit.txt'), 'utf8')
    expect(table).toContain('Rita Reviewer (reviewer)')
    expect(table).toContain('medically accurate')

    const again = await runCommand('auditVerify', ['--file', file, '--json'], {
      DATABASE_URL: 'file:/nowhere/at/all.db',
    })
    expect(again.code).toBe(0)
    const report = JSON.parse(again.stdout) as { head: { sequence: number; hash: string } }
    expect(ended.stdout).toContain(report.head.hash)

    // The recipe that audit.txt gives to strangers.
    const recipe = /^ {2}(sed [^]*?done)$/m.exec(table)?.[1] ?? ''
    const sums = execFileSync(
      'bash',
      ['-c', `head -n 5 audit.jsonl > five; ${recipe.replace('audit.jsonl', 'five')}`],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    const lines = readFileSync(file, 'utf8').split('\n')
    const hashes = lines.slice(0, 5).map((line) => (JSON.parse(line) as { hash: string }).hash)
    expect(
      sums
        .trim()
        .split(/\s+-?\n?/)
        .filter(Boolean),
    ).toEqual(hashes)

    writeFileSync(file, lines.toSpliced(4, 1).join('\n'))
    const broken = await runCommand('auditVerify', ['--file', file])
    expect(broken.code).toBe(1)
    expect(broken.stdout).toContain('Entry 5 is missing')
  })

  it('write over no export, and leave none behind when they fail', async () => {
    const folder = path.join(exports, 'second')
    expect((await runCommand('auditVerify', ['--export', folder])).code).toBe(0)
    const again = await runCommand('auditVerify', ['--export', folder])
    expect(again.code).toBe(3)
    expect(again.stderr).toContain('an export is evidence')
    const third = path.join(exports, 'third')
    const failed = await runCommand('auditVerify', ['--export', third], {
      DATABASE_URL: onMongo
        ? 'mongodb://127.0.0.1:9/none?replicaSet=rs0&serverSelectionTimeoutMS=500'
        : 'file:/nowhere/at/all.db',
    })
    expect(failed.code).toBe(3)
    expect(failed.stderr).not.toMatch(/\n\s+at /)
    expect(existsSync(third)).toBe(false)
  })

  it('exit 1 and name what is broken', async () => {
    const { sequence } = await signature()
    const entry = await row('reviews', 'sequence', sequence)
    await entry.set({ reason: 'Never \u001B[31msaid.' })
    try {
      const ended = await runCommand('auditVerify', [])
      expect(ended.code).toBe(1)
      expect(ended.stdout).toContain(`Entry ${String(sequence)} (approve of claim/${claim.key})`)
      expect(ended.stdout).not.toContain('\u001B')
      const asof = await runCommand('auditAsof', ['--date', isoDate(new Date()), '--json'])
      expect(asof.code).toBe(1)
      expect(asof.stdout).toContain('"code":"entry-altered"')
    } finally {
      await entry.undo()
    }
  })

  it('tell a day, in words and as data', async () => {
    const name = `claim/${claim.key}`
    const today = isoDate(new Date())
    const told = await runCommand('auditAsof', ['--date', today, '--key', name])
    expect(told, told.stderr).toMatchObject({ code: 0 })
    expect(told.stdout).toContain('by Rita Reviewer (reviewer): medically accurate')
    expect(told.stdout).toContain('sampleSize 100')
    const data = await runCommand('auditAsof', ['--date', today, '--json'])
    const rows = data.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { subject?: string })
    expect(rows.map(({ subject }) => subject)).toContain(name)
  })

  it.each([
    [['--date', '2026-02-30'], 'it has to be a day like'],
    [['--date', '2999-01-01'], 'has not come yet'],
    [[], 'Missing: --date'],
    [['--date', '2026-01-01', '--key', 'clam/x'], 'The kinds are study, claim'],
  ])('refuse %j', async (given, message) => {
    const ended = await runCommand('auditAsof', given)
    expect(ended.code).toBe(2)
    expect(ended.stderr).toContain(message)
  })

  it('suggest the name that was meant', async () => {
    const given = ['--date', isoDate(new Date()), '--key', `claim/${claim.key}x`]
    const ended = await runCommand('auditAsof', given)
    expect(ended.code).toBe(2)
    expect(ended.stderr).toContain(`Did you mean claim/${claim.key}`)
  })

  it('ask the gate about all that is live', async () => {
    const ended = await runCommand('contentCheck', [])
    expect(ended.stdout).toContain('live texts')
    expect([0, 1]).toContain(ended.code)
  })

  it('say nothing of a line that is no entry but that it is none', async () => {
    const file = path.join(exports, 'made-up.jsonl')
    writeFileSync(file, `${auditLine({} as Parameters<typeof auditLine>[0])}\n\u001B[2J\n`)
    const ended = await runCommand('auditVerify', ['--file', file])
    expect(ended.code).toBe(1)
    expect(ended.stdout).not.toContain('\u001B')
    expect((await runCommand('auditVerify', ['--file', `${file}.none`])).code).toBe(3)
  })
})

describe.skipIf(onMongo)('on SQLite, a command that reads', patience, () => {
  it('makes no database, no folder and no secret where there are none', async () => {
    const empty = path.join(exports, 'nothing-here')
    const ended = await runCommand('auditVerify', [], { DATA_DIR: empty, PAYLOAD_SECRET: '' })
    expect(ended.code).toBe(3)
    expect(ended.stderr).toContain('There is no database at')
    expect(existsSync(empty)).toBe(false)
  })

  it('refuses a database of another schema', async () => {
    const copy = path.join(exports, 'copy.db')
    const { client } = desk.citegate.payload.db as unknown as { client: Client }
    await client.execute({ sql: 'VACUUM INTO ?', args: [copy] })
    const change = (sql: string) => {
      const other = new DatabaseSync(copy)
      other.exec(sql)
      other.close()
    }
    const verify = () => runCommand('auditVerify', [], { DATABASE_URL: `file:${copy}` })
    change("INSERT INTO citegate_migrations VALUES ('9999_of-tomorrow', 'x', '2030-01-01')")
    const newer = await verify()
    expect(newer.code).toBe(3)
    expect(newer.stderr).toContain('newer version of Citegate')
    change("DELETE FROM citegate_migrations WHERE name > '0001_z'")
    const older = await verify()
    expect(older.code).toBe(3)
    expect(older.stderr).toContain('older version of Citegate')
  })
})
