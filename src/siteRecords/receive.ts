import type { BasePayload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'
import type { Receipt as ReceiptDocument, Release } from '../payload-types.ts'
import { asRecorder, inTransaction } from '../records/index.ts'
import type { KeptKey, Receipt, ReceiptAnswer, ReceiptOutcome, Served } from '../sites/index.ts'
import { receiptOutcome, refuseReceipt } from '../sites/index.ts'

/**
 * Takes a receipt in: all of its channels or none. Saying the same again changes nothing, an older
 * release is written down as a step back.
 *
 * @param served - the release that readers get now; its record may be a moment behind
 */
export async function receive(
  payload: BasePayload,
  key: KeptKey,
  receipt: Receipt,
  served: Served | null,
  now: Date,
): Promise<ReceiptAnswer> {
  const known = await releaseRecord(payload, receipt.release)
  const isServed = served?.release === receipt.release
  const problem = refuseReceipt({
    receipt,
    channels: key.channels,
    newest:
      known === undefined
        ? (served?.release ?? null)
        : Math.max(known.number, served?.release ?? 0),
    digest: isServed ? served.digest : known?.digest,
    now,
  })
  if (problem !== null) return { ok: false, ...problem }
  const req = await createLocalReq({}, payload)
  const outcomes = await inTransaction(req, async () => {
    const made: { channel: string; outcome: ReceiptOutcome }[] = []
    for (const channel of new Set(receipt.channels)) {
      made.push({ channel, outcome: await keep(req, key, channel, receipt, now) })
    }
    return made
  })
  return { ok: true, outcomes }
}

async function releaseRecord(payload: BasePayload, number: number): Promise<Release | undefined> {
  const { docs } = await payload.find({
    collection: 'releases',
    where: { number: { equals: number } },
    limit: 1,
    pagination: false,
    depth: 0,
  })
  return docs[0]
}

async function keep(
  req: PayloadRequest,
  { site, prefix }: KeptKey,
  channel: string,
  receipt: Receipt,
  now: Date,
): Promise<ReceiptOutcome> {
  const key = `${site.key}/${channel}`
  const { docs } = await req.payload.find({
    collection: 'receipts',
    where: { key: { equals: key } },
    limit: 1,
    pagination: false,
    depth: 0,
    req,
  })
  const [held] = docs
  const outcome = receiptOutcome(held && heldReceipt(held), receipt)
  if (outcome === 'same' || outcome === 'late') return outcome
  const at = now.toISOString()
  const data = {
    ...{ key, site: site.id, channel, prefix, receivedAt: at },
    ...{ release: receipt.release, digest: receipt.digest },
    appliedAt: receipt.appliedAt.toISOString(),
    ...(outcome === 'went-back'
      ? { wentBackFrom: held?.release ?? null, wentBackAt: at }
      : { wentBackFrom: null, wentBackAt: null }),
  }
  await asRecorder(req, async () =>
    held === undefined
      ? req.payload.create({ collection: 'receipts', data, depth: 0, req })
      : req.payload.update({ collection: 'receipts', id: held.id, data, depth: 0, req }),
  )
  return outcome
}

function heldReceipt({ release, digest, appliedAt }: ReceiptDocument) {
  return { release, digest, appliedAt: new Date(appliedAt) }
}
