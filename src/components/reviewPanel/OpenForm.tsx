import type { ReactNode } from 'react'
import type { Action } from '../../domain/review/index.ts'
import { ActionForm } from './ActionForm.tsx'
import { ApproveForm } from './ApproveForm.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import type { ReviewRequest, ReviewView } from './reviewView.ts'

/** Actions that ask for something first. */
export type FormAction = Exclude<Action, 'submit'>

/** The form of an action: what has to be said with it, or what it does. */
export function OpenForm({
  action,
  view,
  isBusy,
  obstacle,
  notice,
  onAct,
  onCancel,
}: {
  readonly action: FormAction
  readonly view: ReviewView
  readonly isBusy: boolean
  readonly obstacle: string | undefined
  readonly notice: ReactNode
  readonly onAct: (words: Omit<ReviewRequest, 'action' | 'contentHash'>) => void
  readonly onCancel: () => void
}): ReactNode {
  const form = { isBusy, obstacle, notice, onCancel }
  switch (action) {
    case 'approve':
      return <ApproveForm {...form} contentHash={view.contentHash} onSign={onAct} />
    case 'request-changes':
      return (
        <ReasonForm
          {...form}
          title="Send it back"
          verb="Request changes"
          label="What has to change, and why"
          consequence="The text goes back to its editors. Signatures on it end."
          onReason={(reason) => {
            onAct({ reason })
          }}
        />
      )
    case 'withdraw':
      return (
        <ReasonForm
          {...form}
          title="Withdraw it from the feed"
          verb="Withdraw"
          label="Why it is withdrawn; readers are told"
          consequence="It leaves every feed with the next release, without anybody’s approval. A notice with the date and your reason stands in its place. To go live again it has to be reviewed again."
          onReason={(reason) => {
            onAct({ reason })
          }}
        />
      )
    case 'publish':
      return (
        <ActionForm
          {...form}
          title="Publish this text"
          verb="Publish"
          onSubmit={() => {
            onAct({})
          }}
        >
          {() => (
            <p>
              {view.liveState === 'live'
                ? 'It replaces the text that is live, with the next release.'
                : 'It goes live, with the next release.'}
            </p>
          )}
        </ActionForm>
      )
  }
}
