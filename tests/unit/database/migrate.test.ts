import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Migration } from '../../../src/database/index.ts'
import { isMigrated, migrate } from '../../../src/database/index.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'citegate-migrate-'))
  file = path.join(folder, 'test.db')
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

const now = new Date('2026-11-22T12:00:00Z')

const first: Migration = {
  name: '0001_first',
  sql: `CREATE TABLE claims (id TEXT PRIMARY KEY, statement TEXT);
        CREATE TABLE citations (id TEXT PRIMARY KEY, claim TEXT NOT NULL REFERENCES claims(id) ON DELETE CASCADE);`,
}

/** What a generator writes for a changed column: build the table again, drop the old one. */
const rebuild: Migration = {
  name: '0002_rebuild',
  sql: `CREATE TABLE new_claims (id TEXT PRIMARY KEY, statement TEXT NOT NULL);
        INSERT INTO new_claims SELECT id, statement FROM claims;
        DROP TABLE claims;
        ALTER TABLE new_claims RENAME TO claims;`,
}

const loseTarget: Migration = { name: '0003_lose', sql: `DELETE FROM claims;` }

function filled(): void {
  migrate(file, [first], now)
  const database = new DatabaseSync(file)
  database.exec(
    `INSERT INTO claims VALUES ('c', 'It is.'); INSERT INTO citations VALUES ('x', 'c')`,
  )
  database.close()
}

function count(of: string, table: string): number {
  const database = new DatabaseSync(of, { readOnly: true })
  const row = database.prepare(`SELECT count(*) AS n FROM ${table}`).get()
  database.close()
  return Number(row?.['n'])
}

describe('migrate', () => {
  it('creates a database, and finds nothing to do the second time', () => {
    expect(isMigrated(file, [first])).toBe(false)
    expect(migrate(file, [first], now)).toEqual({ applied: ['0001_first'] })
    expect(migrate(file, [first], now)).toEqual({ applied: [] })
    expect(isMigrated(file, [first])).toBe(true)
    expect(isMigrated(file, [first, rebuild])).toBe(false)
  })

  it('keeps the citations of a claim whose table is built again', () => {
    filled()
    migrate(file, [first, rebuild], now)
    expect([count(file, 'claims'), count(file, 'citations')]).toEqual([1, 1])
  })

  it('leaves a copy of the database as it was', () => {
    filled()
    const { backup } = migrate(file, [first, rebuild], now)
    expect(backup).toBe(`${file}.2026-11-22T120000.backup`)
    expect(existsSync(String(backup))).toBe(true)
    expect(count(String(backup), 'citations')).toBe(1)
  })

  it('undoes a migration that would leave references without target, and says how many', () => {
    filled()
    expect(() => migrate(file, [first, rebuild, loseTarget], now)).toThrow(
      /0003_lose .* 1 references/,
    )
    expect([count(file, 'claims'), count(file, 'citations')]).toEqual([1, 1])
    expect(isMigrated(file, [first, rebuild])).toBe(true)
  })

  it('refuses a database from a newer version', () => {
    migrate(file, [first, rebuild], now)
    expect(() => migrate(file, [first], now)).toThrow(/newer version/)
    expect(() => isMigrated(file, [first])).toThrow(/newer version/)
  })

  it('refuses a migration whose text is not the one that was applied', () => {
    migrate(file, [first], now)
    expect(() => migrate(file, [{ ...first, sql: 'SELECT 1' }], now)).toThrow(/another text/)
  })
})
