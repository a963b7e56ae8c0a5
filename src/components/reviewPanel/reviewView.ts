import type {
  Finding,
  LogEntry,
  SubjectKind,
  SubjectName,
  WithdrawalKind,
} from '../../domain/model/index.ts'
import type { Action, OpenAction, Standing, Workflow } from '../../domain/review/index.ts'

/** What `GET /api/{collection}/{id}/review` answers. */
export interface ReviewView extends Standing {
  readonly subject: { readonly kind: SubjectKind; readonly key: string }
  /** Whether the newest text is the one readers see. */
  readonly isNewestLive: boolean
  readonly workflow: Workflow
  readonly findings: readonly Finding[]
  readonly actions: readonly OpenAction[]
  /** Newest first. */
  readonly log: readonly LogEntry[]
}

/** What `POST` to the same path takes. */
export interface ReviewRequest extends ActionWords {
  readonly action: Action
  readonly contentHash?: string
}

/** What is said with an action. */
export interface ActionWords {
  readonly meaning?: string
  readonly reason?: string
  readonly password?: string
  readonly kind?: WithdrawalKind
  readonly supersededBy?: SubjectName
  /** Key of the person; null for nobody any more. */
  readonly assignee?: string | null
  /** ISO date. */
  readonly due?: string
  readonly place?: string
  readonly text?: string
  /** Id of the comment to resolve. */
  readonly comment?: number
  /** ISO instant. */
  readonly publishAt?: string
}
