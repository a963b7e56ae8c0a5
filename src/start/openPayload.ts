import { getPayload } from 'payload'
import config from '@payload-config'

/** Opens the database, and polls for jobs from then on. */
export async function openPayload(): Promise<void> {
  await getPayload({ config, cron: true })
}
