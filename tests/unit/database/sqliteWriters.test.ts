import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Client } from '@libsql/client'
import { createClient } from '@libsql/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serialisedClient, writerQueue } from '../../../src/database/index.ts'

let folder: string
let client: Client

/** Longer than any disk takes for what follows, short enough to be waited for. */
const patienceMs = 10_000

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'citegate-writers-'))
  const connect = () => createClient({ url: `file:${path.join(folder, 'test.db')}` })
  const writer = connect()
  await writer.execute('PRAGMA journal_mode = WAL')
  await writer.execute('PRAGMA foreign_keys = ON')
  await writer.execute('CREATE TABLE parents (id INTEGER PRIMARY KEY)')
  await writer.execute(
    'CREATE TABLE notes (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parents(id) DEFERRABLE INITIALLY DEFERRED)',
  )
  client = serialisedClient(connect(), writer, writerQueue(patienceMs))
})

afterEach(() => {
  client.close()
  rmSync(folder, { recursive: true })
})

const count = async () =>
  Number((await client.execute('SELECT count(*) AS n FROM notes')).rows[0]?.['n'])

describe('writers of one SQLite file', () => {
  it('take turns: 300 parallel transactions and plain writes, none failed, none lost', async () => {
    const inTransaction = async (id: number) => {
      const transaction = await client.transaction('write')
      await transaction.execute({ sql: 'INSERT INTO notes (id) VALUES (?)', args: [id] })
      await delay(Math.random())
      await transaction.commit()
    }
    const alone = (id: number) =>
      client.execute({ sql: 'INSERT INTO notes (id) VALUES (?)', args: [id] })
    await Promise.all(
      Array.from({ length: 300 }, (_, id) => (id % 2 ? inTransaction(id) : alone(id))),
    )
    expect(await count()).toBe(300)
  })

  it('do not show others what is not committed', async () => {
    const transaction = await client.transaction('write')
    await transaction.execute('INSERT INTO notes (id) VALUES (1)')
    expect(await count()).toBe(0)
    await transaction.rollback()
    expect(await count()).toBe(0)
  })

  it('learn that a commit failed, and leave the way free for the next', async () => {
    const transaction = await client.transaction('write')
    await transaction.execute('INSERT INTO notes (id, parent) VALUES (1, 99)')
    await expect(transaction.commit()).rejects.toThrow(/FOREIGN KEY/)
    expect(await count()).toBe(0)
    await client.execute('INSERT INTO notes (id) VALUES (2)')
    expect(await count()).toBe(1)
  })

  it('are refused after a while when another does not end, and write nothing', async () => {
    const transaction = await client.transaction('write')
    await expect(client.execute('INSERT INTO notes (id) VALUES (1)')).rejects.toThrow(/busy/)
    await transaction.commit()
    await client.execute('INSERT INTO notes (id) VALUES (2)')
    expect(await count()).toBe(1)
  })

  it('cannot write into a transaction that is over', async () => {
    const transaction = await client.transaction('write')
    await transaction.commit()
    await expect(transaction.execute('INSERT INTO notes (id) VALUES (1)')).rejects.toThrow(/over/)
  })
})
