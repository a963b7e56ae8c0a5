import type { Publisher } from '../model/index.ts'
import type { WebhookTest } from '../schemas/index.ts'
import { schemaUrl } from '../schemas/index.ts'

/** What a webhook is tried out with: an event of its own, so that nothing is pulled for it. */
export function testEvent(
  publicUrl: Publisher['publicUrl'],
  data: WebhookTest['data'],
  at: Date,
): WebhookTest {
  return {
    $schema: schemaUrl(publicUrl, 'webhook-test'),
    type: 'webhook.test',
    timestamp: at.toISOString(),
    data,
  }
}
