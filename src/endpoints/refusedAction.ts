import type { APIError, PayloadRequest } from 'payload'
import type { Refusal, Situation } from '../domain/review/index.ts'
import { differenceBetween, projectionOf } from '../domain/review/index.ts'
import type { Text } from '../payload-types.ts'
import type { RefusalCode } from '../refusal.ts'
import { refusal } from '../refusal.ts'

/** The domain's refusal as an answer; a stale reading is told what has changed since. */
export async function refusedAction(
  req: PayloadRequest,
  situation: Situation,
  { code, message, possible, findings }: Refusal,
  readHash: string | undefined,
): Promise<APIError> {
  if (code !== 'stale') {
    return refusal(code satisfies RefusalCode, message, {
      possible,
      ...(code === 'findings' ? { findings } : {}),
    })
  }
  const { subject, graph, standing } = situation
  const { contentHash } = standing
  const read = readHash === undefined ? undefined : await keptText(req, readHash)
  if (read === undefined) {
    const unknown = readHash === undefined ? '' : ' There never was a text with the hash you sent.'
    return refusal(code, `${message}${unknown}`, { possible, contentHash })
  }
  const difference = differenceBetween(read.projection as object, projectionOf(subject, graph))
  return refusal(code, message, { possible, contentHash, difference })
}

async function keptText(req: PayloadRequest, hash: string): Promise<Text | undefined> {
  const { docs } = await req.payload.db.find<Text>({
    collection: 'texts',
    where: { hash: { equals: hash } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]
}
