import { z } from 'zod'
import { approvalMeanings } from '../domain/model/index.ts'

/** The body of `POST /api/{collection}/{id}/review`. */
export const reviewRequest = z
  .object({
    action: z.enum(['submit', 'approve', 'request-changes', 'publish', 'withdraw']),
    contentHash: z.string().max(200).optional(),
    meaning: z.enum(approvalMeanings).optional(),
    reason: z.string().max(2000).optional(),
    password: z.string().max(1000).optional(),
  })
  .strict()

export type ReviewRequest = z.infer<typeof reviewRequest>
