import type { BasePayload } from 'payload'
import { together } from './deliveryRows.ts'

/** Switches a webhook off, and says why to whoever looks at it. */
export async function switchOff(payload: BasePayload, key: string, reason: string): Promise<void> {
  await together(payload, async (req) => {
    await payload.update({
      collection: 'webhooks',
      where: { key: { equals: key } },
      data: { isOn: false, offReason: reason },
      depth: 0,
      req,
    })
  })
  payload.logger.warn({
    code: 'webhook-off',
    webhook: key,
    msg: `The webhook ${key} is off. ${reason}`,
  })
}
