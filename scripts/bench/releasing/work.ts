// One piece of the benchmark in a process of its own: fill | full | change. DATA_DIR says where.
import { rm } from 'node:fs/promises'
import type { BasePayload } from 'payload'
import type { Claim, LogEntry } from '../../../src/domain/model/index.ts'
import { env } from '../../../src/env.ts'
import { loadLiveNeighbourhood } from '../../../src/projection/index.ts'
import { publishRelease } from '../../../src/publish/index.ts'
import { withPayload } from '../../../src/start/index.ts'
import { idOf, logRow, subjectRow } from '../content/documents.ts'
import { fillDatabase } from '../content/fillDatabase.ts'
import { historyOf } from '../content/history.ts'
import { generatedNow } from '../content/index.ts'

/** What a piece of work came to. */
export interface WorkReport {
  readonly ms: number
  /** Most memory the process ever held, in bytes. */
  readonly peakBytes: number
  readonly cost: {
    readonly read: number
    readonly rendered: number
    readonly written: number
    readonly bytes: number
  }
}

const [what = '', amount = '0'] = process.argv.slice(2)
const now = () => generatedNow
const progress = (text: string) => process.send?.({ progress: text })

if (what === 'fill') {
  await withPayload((payload) => fillDatabase(payload, { items: Number(amount) }, progress), {
    access: 'restore',
  })
  process.send?.({ done: true })
} else {
  await withPayload(async (payload) => {
    process.send?.({ reports: what === 'full' ? [await full(payload)] : await changes(payload) })
  })
}
process.disconnect()

/** The first release of all content. */
async function full(payload: BasePayload): Promise<WorkReport> {
  await rm(env.storeDir, { recursive: true, force: true })
  return measured(payload)
}

/** Some releases of one changed claim each, after one that warms up. */
async function changes(payload: BasePayload): Promise<readonly WorkReport[]> {
  const reports: WorkReport[] = []
  for (let round = 0; round <= Number(amount); round += 1) {
    await changeClaim(payload, `generated-therapy-${String(round)}-claim-1`)
    reports.push(await measured(payload))
  }
  return reports.slice(1)
}

async function measured(payload: BasePayload): Promise<WorkReport> {
  const began = performance.now()
  const { outcome, withheld, cost } = await publishRelease(payload, { now, acceptsOlderDatabase: true })
  const ms = performance.now() - began
  if (outcome !== 'released' || withheld.length > 0) {
    throw new Error(`Nothing to measure: ${outcome}, ${String(withheld.length)} withheld.`)
  }
  return { ms, peakBytes: process.resourceUsage().maxRSS * 1024, cost }
}

/** Publishes other words of a claim, signed, as the gate would have left them. */
async function changeClaim(payload: BasePayload, key: string): Promise<void> {
  const { graph } = await loadLiveNeighbourhood({ payload }, 'claims', [key])
  const known = graph.claims.get(key)
  if (known === undefined) throw new Error(`There is no claim ${key}.`)
  const changed: Claim = { ...known.subject, statement: `${known.subject.statement} Anew.` }
  const { docs } = await payload.db.find<LogEntry>({
    collection: 'reviews',
    sort: '-sequence',
    limit: 1,
    pagination: false,
  })
  const { id: _id, ...data } = subjectRow(changed)
  await payload.db.updateOne({ collection: 'claims', id: idOf(`claim/${key}`), data })
  for (const entry of historyOf(changed, graph.studies, docs[0])) {
    await payload.db.create({ collection: 'reviews', data: logRow(entry) })
  }
}
