import type { Client, InStatement, Transaction, TransactionMode } from '@libsql/client'
import type { WriterQueue } from './writerQueue.ts'

const reading = /^\s*(select|explain|pragma\s+\w+\s*;?\s*$)/i

function isReading(statement: InStatement): boolean {
  return reading.test(typeof statement === 'string' ? statement : statement.sql)
}

/**
 * A libsql client over two connections to one file: reads use the first, everything that writes
 * takes its turn on the second. The stock client opens a connection per transaction and never
 * closes it, and its parallel transactions fail with SQLITE_BUSY.
 *
 * @param reader - connection for statements outside a transaction that only read
 * @param writer - connection for all else; must not be used by anybody beside this client
 * @param queue - whose turn it is to write
 * @param begin - how a transaction begins; `BEGIN` alone only ever reads, beside other writers
 */
export function serialisedClient(
  reader: Client,
  writer: Client,
  queue: WriterQueue,
  begin: 'BEGIN' | 'BEGIN IMMEDIATE' = 'BEGIN IMMEDIATE',
): Client {
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const release = await queue.acquire()
    try {
      return await work()
    } finally {
      release()
    }
  }

  const client = {
    execute: (statement: InStatement) =>
      isReading(statement) ? reader.execute(statement) : inTurn(() => writer.execute(statement)),
    batch: (statements: InStatement[], mode?: TransactionMode) =>
      inTurn(() => writer.batch(statements, mode)),
    migrate: (statements: InStatement[]) => inTurn(() => writer.migrate(statements)),
    executeMultiple: (sql: string) => inTurn(() => writer.executeMultiple(sql)),
    transaction: (_mode?: TransactionMode) => openTransaction(writer, queue, begin),
    sync: () => reader.sync(),
    close: () => {
      reader.close()
      writer.close()
    },
    get closed() {
      return reader.closed
    },
    protocol: 'file',
  }
  // Declared apart: the interface marks the form of `transaction` that drizzle calls as deprecated.
  return client
}

/** Begins a transaction; the turn is held until it is committed, rolled back or closed. */
async function openTransaction(
  writer: Client,
  queue: WriterQueue,
  begin: string,
): Promise<Transaction> {
  const release = await queue.acquire()
  let isOpen = true
  const end = async (statement: 'COMMIT' | 'ROLLBACK') => {
    if (!isOpen) return
    try {
      await writer.execute(statement)
    } catch (error) {
      // A commit that failed leaves the transaction open on the connection the next writer gets.
      if (statement === 'COMMIT') await writer.execute('ROLLBACK').catch(() => undefined)
      throw error
    } finally {
      isOpen = false
      release()
    }
  }
  try {
    await writer.execute(begin)
  } catch (error) {
    release()
    throw error
  }
  const whileOpen = <T>(work: () => Promise<T>): Promise<T> =>
    isOpen ? work() : Promise.reject(new Error('The transaction is over; nothing was written.'))

  return {
    execute: (statement: InStatement) => whileOpen(() => writer.execute(statement)),
    batch: (statements: InStatement[]) =>
      whileOpen(async () => {
        const results = []
        for (const statement of statements) results.push(await writer.execute(statement))
        return results
      }),
    executeMultiple: (sql: string) => whileOpen(() => writer.executeMultiple(sql)),
    commit: () => end('COMMIT'),
    rollback: () => end('ROLLBACK'),
    close: () => void end('ROLLBACK').catch(() => undefined),
    get closed() {
      return !isOpen
    },
  }
}
