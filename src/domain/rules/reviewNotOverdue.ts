import { subjectName } from '../model/index.ts'
import { plannedReview } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleGraphAfter, exampleReviewer, signed } from './exampleLog.ts'
import { exampleHarm, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'
import { standingIn } from './standingIn.ts'

/** No text stays public on signatures that are older than its review interval. */
export const reviewNotOverdue = defineRule({
  id: 'review-not-overdue',
  severity: 'error',
  concern: 'review',
  kinds: ['claim', 'therapy', 'article', 'disclaimer'],
  authority: plannedReview,
  evaluate: (subject, context) => {
    const { isExpired, lastReviewed, reviewDue } = standingIn(subject, context)
    if (!isExpired || lastReviewed === undefined || reviewDue === undefined) return []
    return [
      {
        place: 'review',
        message: `${subjectName(subject)} was last reviewed on ${lastReviewed}; its next review was due by ${reviewDue}.`,
        remedy: 'Have its reviewers read it again and approve it anew, or withdraw it.',
      },
    ]
  },
  examples: {
    fires: [
      {
        name: 'a therapy the day after its review was due',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(...signed(exampleTherapy(), [exampleReviewer], '2025-01-14')),
      },
      {
        name: 'a claim signed years ago',
        subject: exampleHarm(),
        graph: exampleGraphAfter(...signed(exampleHarm(), [exampleReviewer], '2021-06-01')),
      },
    ],
    passes: [
      {
        name: 'a therapy on the day its review is due',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(...signed(exampleTherapy(), [exampleReviewer], '2025-01-15')),
      },
      {
        name: 'a therapy signed long ago and again lately',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(...signed(exampleTherapy(), [exampleReviewer], '2024-01-10'), {
          action: 'approve',
          by: exampleReviewer,
          subject: exampleTherapy(),
          on: '2025-12-20',
        }),
      },
      {
        name: 'a text that nobody has signed, which is another rule’s matter',
        subject: exampleHarm(),
        graph: exampleGraph(),
      },
    ],
  },
})
