import type { BasePayload } from 'payload'

export async function publishRelease(payload: BasePayload): Promise<{ message: string }> {
  const { totalDocs } = await payload.count({ collection: 'claims' })
  return { message: String(totalDocs) }
}
