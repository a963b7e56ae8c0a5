import type { Finding, LogEntry, SubjectKind } from '../../domain/model/index.ts'
import type { Action, OpenAction, Standing } from '../../domain/review/index.ts'

/** What `GET /api/{collection}/{id}/review` answers. */
export interface ReviewView extends Standing {
  readonly subject: { readonly kind: SubjectKind; readonly key: string }
  /** Whether the newest text is the one readers see. */
  readonly isNewestLive: boolean
  readonly findings: readonly Finding[]
  readonly actions: readonly OpenAction[]
  /** Newest first. */
  readonly log: readonly LogEntry[]
}

/** What `POST` to the same path takes. */
export interface ReviewRequest {
  readonly action: Action
  readonly contentHash: string
  readonly meaning?: string
  readonly reason?: string
  readonly password?: string
}
