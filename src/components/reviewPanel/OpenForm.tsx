import type { ReactNode } from 'react'
import type { Action } from '../../domain/review/index.ts'
import { ActionForm } from './ActionForm.tsx'
import { ApproveForm } from './ApproveForm.tsx'
import { AssignForm } from './assignment/AssignForm.tsx'
import { CommentForm } from './comments/CommentForm.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import type { ActionWords, ReviewView } from './reviewView.ts'
import { ScheduleForm } from './schedule/ScheduleForm.tsx'
import { WithdrawForm } from './withdrawal/WithdrawForm.tsx'

/** Actions that ask for something first, in the panel's one open form. */
export type FormAction = Exclude<Action, 'submit' | 'resolve' | 'unschedule'>

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
  readonly onAct: (words: ActionWords) => void
  readonly onCancel: () => void
}): ReactNode {
  const form = { isBusy, obstacle, notice, onCancel }
  const onReason = (reason: string) => {
    onAct({ reason })
  }
  switch (action) {
    case 'assign':
      return <AssignForm {...form} view={view} onAssign={onAct} />
    case 'comment':
      return <CommentForm {...form} onComment={onAct} />
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
          onReason={onReason}
        />
      )
    case 'schedule':
      return <ScheduleForm {...form} view={view} onSchedule={onAct} />
    case 'reinstate':
      return (
        <ReasonForm
          {...form}
          title="Bring it back into the feed"
          verb="Reinstate"
          label="Why it may be read again"
          consequence="It goes live again, with the next release; the notice in its place goes."
          onReason={onReason}
        />
      )
    case 'withdraw':
      return <WithdrawForm {...form} view={view} onWithdraw={onAct} />
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
