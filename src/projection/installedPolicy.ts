import type { BasePayload } from 'payload'
import type { Graph, ReviewPolicyTable } from '../domain/model/index.ts'

/**
 * The installation's rules of review, as a part of a graph: the composition root keeps them in the
 * configuration. Nothing where the default ones hold.
 */
export function installedPolicy({ config }: BasePayload): Pick<Graph, 'policy'> {
  const { reviewPolicy } = config.custom as { reviewPolicy?: ReviewPolicyTable }
  return reviewPolicy === undefined ? {} : { policy: reviewPolicy }
}
