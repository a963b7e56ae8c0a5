import { getPayload } from 'payload'
import config from '@payload-config'
import { resumeJobs } from '../jobs/index.ts'
import { startMailRounds } from '../mail/index.ts'

/** Opens the database, takes up interrupted work; polls for jobs and sends mail from then on. */
export async function openPayload(): Promise<void> {
  const payload = await getPayload({ config, cron: true })
  await resumeJobs(payload)
  startMailRounds(payload)
}
