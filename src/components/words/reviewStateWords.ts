import type { ReviewState } from '../../domain/model/index.ts'

/** Review states as people read them. */
export const reviewStateWords: Readonly<Record<ReviewState, string>> = {
  draft: 'Draft',
  'in-review': 'In review',
  'changes-requested': 'Changes requested',
  approved: 'Approved',
}
