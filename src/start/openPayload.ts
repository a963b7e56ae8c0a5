import { getPayload } from 'payload'
import config from '@payload-config'
import { resumeJobs } from '../jobs/index.ts'

/** Opens the database, takes up interrupted work, and polls for jobs from then on. */
export async function openPayload(): Promise<void> {
  await resumeJobs(await getPayload({ config, cron: true }))
}
