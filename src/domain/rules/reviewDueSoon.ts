import { subjectName } from '../model/index.ts'
import { plannedReview } from './authorities.ts'
import { exampleGraphAfter, exampleReviewer, signed } from './exampleLog.ts'
import { exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'
import { standingIn } from './standingIn.ts'

/** Says, while there is still time, that a text's signatures are about to run out. */
export const reviewDueSoon = defineRule({
  id: 'review-due-soon',
  severity: 'warning',
  concern: 'review',
  kinds: ['claim', 'therapy', 'article', 'disclaimer'],
  authority: plannedReview,
  evaluate: (subject, context) => {
    const { isExpired, renewal, reviewDue } = standingIn(subject, context)
    if (isExpired || renewal === undefined || reviewDue === undefined) return []
    return [
      {
        place: 'review',
        message: `The signatures on ${subjectName(subject)} hold until ${reviewDue}; after that it leaves the feed.`,
        remedy: 'Have its reviewers read it again and approve it anew.',
      },
    ]
  },
  examples: {
    fires: [
      {
        name: 'a therapy 30 days before its review is due',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(...signed(exampleTherapy(), [exampleReviewer], '2025-02-14')),
      },
      {
        name: 'a therapy on the day its review is due',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(...signed(exampleTherapy(), [exampleReviewer], '2025-01-15')),
      },
    ],
    passes: [
      {
        name: 'a therapy 31 days before its review is due',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(...signed(exampleTherapy(), [exampleReviewer], '2025-02-15')),
      },
      {
        name: 'a therapy whose review is overdue, which is another rule’s matter',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(...signed(exampleTherapy(), [exampleReviewer], '2025-01-14')),
      },
    ],
  },
})
