import { getPayload } from 'payload'
import config from '@payload-config'
import { startDeliveryRounds } from '../delivery/index.ts'
import { resumeJobs } from '../jobs/index.ts'
import { startMailRounds } from '../mail/index.ts'
import { openSiteGate } from '../siteRecords/index.ts'

/**
 * Opens the database, holds the keys of sites, takes up interrupted work; polls for jobs, sends mail
 * and tells webhooks from then on.
 */
export async function openPayload(): Promise<void> {
  const payload = await getPayload({ config, cron: true })
  await openSiteGate(payload)
  await resumeJobs(payload)
  startMailRounds(payload)
  startDeliveryRounds(payload)
}
