// Opens the database, says what it finds there, then works until it is killed: SEED
// Told to leave (SIGTERM), it takes a database on a server away with it.
import { writeSync } from 'node:fs'
import { getPayload } from 'payload'
import configPromise from '../../../../payload.config.ts'
import { resumeJobs } from '../../../../src/jobs/index.ts'
import { programOver } from '../../support/program.ts'
import { dice } from '../dice.ts'
import { examine } from '../examine.ts'
import type { WorkerLine } from '../reports.ts'
import { comeToWork } from '../newsroom.ts'
import { work } from '../work.ts'

const began = performance.now()
/** All of it: a long line does not go through a pipe at once. */
const say = (line: WorkerLine): void => {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
  for (let at = 0; at < bytes.length;) at += written(bytes, at)
}

function written(bytes: Buffer, at: number): number {
  try {
    return writeSync(1, bytes, at)
  } catch (error) {
    // The pipe is full: whoever reads it is slow.
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0
    throw error
  }
}

const config = await configPromise
const payload = await getPayload({ config })
process.once('SIGTERM', () => void leave())
const newsroom = await comeToWork(payload, programOver(payload, config))
await resumeJobs(payload)
const startedIn = Math.round(performance.now() - began)
say({ found: { startedIn, ...(await examine(payload)) } })
await work(newsroom, dice(Number(process.argv[2] ?? 1)), say)

async function leave(): Promise<never> {
  const { connection } = payload.db as { connection?: { dropDatabase: () => Promise<void> } }
  await connection?.dropDatabase()
  process.exit(0)
}
