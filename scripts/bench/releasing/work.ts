// One piece of the benchmark in a process of its own: fill | full | change. DATA_DIR says where.
import { readFile, readdir, realpath, rm } from 'node:fs/promises'
import path from 'node:path'
import type { BasePayload } from 'payload'
import { pullFeed } from '../../../src/consumer/index.ts'
import { env } from '../../../src/env.ts'
import { publishRelease } from '../../../src/publish/index.ts'
import { openKeys, renewMetadata } from '../../../src/repository/index.ts'
import { openStore, sha256Hex } from '../../../src/store/index.ts'
import { withPayload } from '../../../src/start/index.ts'
import { changeClaim, withdrawClaim } from '../content/changeContent.ts'
import { fillDatabase } from '../content/fillDatabase.ts'
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
  /** What a downstream site fetched after it, and how many bytes of items had changed. */
  readonly pull?: { readonly fetched: number; readonly changed: number }
}

const isItem = /^us-en\/(therapies|articles|claims|studies)\/[^/]+\.(json|md)$/
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
  return [...reports.slice(1, -1), { ...measuredLast(reports), pull: await pullAfter(payload) }]
}

function measuredLast(reports: readonly WorkReport[]): WorkReport {
  const last = reports.at(-1)
  if (last === undefined) throw new Error('Nothing was measured.')
  return last
}

/** What a site that has the release fetches after a change and a withdrawal. */
async function pullAfter(payload: BasePayload): Promise<{ fetched: number; changed: number }> {
  const out = path.join(env.dataDir, 'site')
  await pull(out)
  const key = 'generated-therapy-2-claim-4'
  await changeClaim(payload, key)
  await withdrawClaim(payload, 'generated-therapy-3-claim-1')
  await publishRelease(payload, { now })
  const before = await sizesIn(out)
  const { bytesRead } = await pull(out)
  const after = await sizesIn(out)
  let changed = 0
  for (const [name, { digest, bytes }] of after) {
    if (isItem.test(name) && before.get(name)?.digest !== digest) changed += bytes
  }
  return { fetched: bytesRead, changed }
}

/** The content is judged as of a day that is past by now; readers want it signed today. */
async function pull(out: string) {
  const store = openStore(env.storeDir)
  await renewMetadata({ store, keys: openKeys(env.keysDir), now: new Date() })
  return pullFeed(env.storeDir, out)
}

async function sizesIn(folder: string) {
  const sizes = new Map<string, { readonly digest: string; readonly bytes: number }>()
  const root = await realpath(folder)
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const bytes = await readFile(file)
    sizes.set(path.relative(root, file), { digest: sha256Hex(bytes), bytes: bytes.byteLength })
  }
  return sizes
}

async function measured(payload: BasePayload): Promise<WorkReport> {
  const began = performance.now()
  const { outcome, withheld, cost } = await publishRelease(payload, {
    now,
    acceptsOlderDatabase: true,
  })
  const ms = performance.now() - began
  if (outcome !== 'released' || withheld.length > 0) {
    throw new Error(`Nothing to measure: ${outcome}, ${String(withheld.length)} withheld.`)
  }
  return { ms, peakBytes: process.resourceUsage().maxRSS * 1024, cost }
}
