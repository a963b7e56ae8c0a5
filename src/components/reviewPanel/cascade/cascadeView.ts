import type { SubjectName } from '../../../domain/model/index.ts'

/** What `GET /api/{collection}/{id}/cascade` answers: what would follow if it left now. */
export interface CascadeView {
  readonly subject: SubjectName
  readonly citedBy: readonly {
    readonly subject: SubjectName
    readonly title: string
    readonly isLive: boolean
  }[]
  readonly withheld: readonly {
    readonly subject: SubjectName
    /** Absent: withheld from every channel it goes to. */
    readonly channel?: string
    readonly reason: string
  }[]
  /** Pages that stay, with a notice where the claim stood. */
  readonly notices: readonly {
    readonly page: SubjectName
    readonly claim: SubjectName
    readonly channel: string
  }[]
}
