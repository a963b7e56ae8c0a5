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
const say = (line: WorkerLine): void => {
  writeSync(1, `${JSON.stringify(line)}\n`)
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
