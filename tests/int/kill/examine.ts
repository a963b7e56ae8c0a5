import { existsSync } from 'node:fs'
import path from 'node:path'
import type { BasePayload } from 'payload'
import { auditDatabase } from '../../../src/audit/index.ts'
import { verifyRelease } from '../../../src/consumer/index.ts'
import type { LogEntry } from '../../../src/domain/model/index.ts'
import { isPublication, subjectName } from '../../../src/domain/model/index.ts'
import { contentHash, standingOf, verifyChain } from '../../../src/domain/review/index.ts'
import { env } from '../../../src/env.ts'
import type { Review } from '../../../src/payload-types.ts'
import type { GatedDocument } from '../../../src/projection/index.ts'
import { loadNeighbourhood, toLogEntry, toSubject } from '../../../src/projection/index.ts'
import { publishRelease } from '../../../src/publish/index.ts'
import { openRelease } from '../../../src/repository/index.ts'
import { openStore } from '../../../src/store/index.ts'
import type { Found, LoggedDeed } from './reports.ts'

const all = { limit: 0, pagination: false } as const

/** Looks at everything that a crash could have left half done, then makes the next release. */
export async function examine(payload: BasePayload): Promise<Omit<Found, 'startedIn'>> {
  const { docs } = await payload.db.find<Review>({
    ...all,
    collection: 'reviews',
    sort: 'sequence',
  })
  const log = docs.map(toLogEntry)
  const verdict = verifyChain(log)
  const faults = [
    ...(verdict.ok ? [] : [verdict.message]),
    ...(await auditFaults(payload)),
    ...(await textFaults(payload, log)),
    ...(await feedFaults('as it was left')),
  ]
  const current = await openRelease(openStore(env.storeLocation, env))
  const { outcome, release: nextRelease } = await publishRelease(payload)
  // A release tidies up after the one before; where nothing has changed, none is made.
  const isUntidy = outcome === 'released' && existsSync(path.join(env.storeDir, 'staging'))
  return {
    log: log.flatMap((entry) => (entry.actor.key === 'citegate' ? [] : [loggedDeed(entry)])),
    faults: [
      ...faults,
      ...(await feedFaults('after the next release')),
      ...(isUntidy ? ['The store was not healed.'] : []),
      ...(await listFaults(payload, nextRelease)),
    ],
    release: current?.release ?? 0,
    nextRelease,
    outcome,
  }
}

const loggedDeed = ({ subject, action, contentHash: hash }: LogEntry): LoggedDeed => [
  subject,
  action,
  hash,
]

async function auditFaults(payload: BasePayload): Promise<string[]> {
  const { breaks } = await auditDatabase(payload, { now: new Date() })
  return breaks.map((each) => `The audit says: ${JSON.stringify(each)}`)
}

/** Neither a text without its entries nor entries without their text. */
async function textFaults(payload: BasePayload, log: readonly LogEntry[]): Promise<string[]> {
  const faults: string[] = []
  const main = await payload.db.find<GatedDocument>({ ...all, collection: 'claims' })
  const versions = await payload.db.findVersions<GatedDocument>({
    ...all,
    collection: 'claims',
    where: { latest: { equals: true } },
  })
  const { graph, keys } = await loadNeighbourhood({ payload }, 'claims', main.docs)
  for (const document of main.docs) {
    const id = String(document.id)
    const version = versions.docs.find(({ parent }) => String(parent) === id)?.version
    if (version === undefined) {
      faults.push(`claims/${id} has no version.`)
      continue
    }
    const newest: GatedDocument = { ...version, id }
    const subject = toSubject('claims', newest, keys)
    const name = subjectName(subject)
    const own = log.filter((entry) => entry.subject === name)
    const fault = (message: string) => faults.push(`${name}: ${message}`)

    const edit = own.findLast(({ action }) => action === 'edit')
    const hash = contentHash(subject, graph)
    if (edit?.contentHash !== hash) fault('its newest text is not that of its last edit.')
    const { reviewState } = standingOf(subject, graph, new Date())
    if (newest['reviewStatus'] !== reviewState) {
      fault(`it is stored as ${String(newest['reviewStatus'])} and counts as ${reviewState}.`)
    }

    const change = own.findLast((entry) => isPublication(entry) || entry.action === 'withdraw')
    const isLive = document['_status'] === 'published'
    if (isLive !== (change !== undefined && isPublication(change))) {
      fault(`it is ${isLive ? '' : 'not '}live, and the log says ${change?.action ?? 'nothing'}.`)
    }
    const live = isLive ? contentHash(toSubject('claims', document, keys), graph) : undefined
    if (isLive && live !== change?.contentHash) fault('its live text is not the published one.')
  }
  return faults
}

/** The feed is one whole release. */
async function feedFaults(when: string): Promise<string[]> {
  const { ok, problems } = await verifyRelease(env.storeLocation)
  return ok ? [] : problems.map((problem) => `The feed ${when}: ${JSON.stringify(problem)}`)
}

/** Every release up to the current one is listed, once. */
async function listFaults(payload: BasePayload, last: number): Promise<string[]> {
  const { docs } = await payload.find({ collection: 'releases', limit: 0, sort: 'number' })
  const listed = new Set(docs.map(({ number }) => number))
  // A release whose record the crash took is recorded by the next publication, if it is the last one.
  const missing = Array.from({ length: last }, (_, at) => at + 1).filter((n) => !listed.has(n))
  const twice = docs.length - listed.size
  return [
    ...(missing.length === 0 ? [] : [`Releases ${missing.join(', ')} are not listed.`]),
    ...(twice === 0 ? [] : [`${String(twice)} releases are listed twice.`]),
  ]
}
