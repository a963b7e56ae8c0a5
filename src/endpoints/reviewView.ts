import type { PayloadRequest } from 'payload'
import { openActions } from '../domain/review/index.ts'
import { actorOf } from '../hooks/index.ts'
import type { ReviewedDocument } from './situationOf.ts'

const newestEntries = 30

/** What `GET /api/{collection}/{id}/review` answers. */
export function reviewView(
  req: PayloadRequest,
  { document, situation, log }: ReviewedDocument,
): object {
  const { subject, standing, workflow, findings } = situation
  return {
    subject: { kind: subject.kind, key: subject.key },
    ...standing,
    workflow,
    isNewestLive: document['_status'] === 'published',
    findings,
    actions: openActions(actorOf(req), situation),
    log: [...log].reverse().slice(0, newestEntries),
  }
}
