import { subjectName, subjectKinds } from '../model/index.ts'
import { isLiveText, openComments, quoted, workflowOf } from '../review/index.ts'
import { exampleGraph } from './exampleGraph.ts'
import {
  exampleEditor,
  exampleGraphAfter,
  exampleLog,
  exampleReviewer,
  signed,
} from './exampleLog.ts'
import type { ExampleStep } from './exampleLog.ts'
import { exampleHarm, exampleStudy, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'
import { standingIn } from './standingIn.ts'

/**
 * No text goes live while somebody's remark on it is unanswered. What is live already stays: a
 * remark is a question, and whoever thinks a text harms withdraws it.
 */
export const noOpenComments = defineRule({
  id: 'no-open-comments',
  severity: 'error',
  concern: 'review',
  kinds: subjectKinds,
  authority: {
    label: '21 CFR 11.10(f), checks that steps are taken in their order',
    url: 'https://www.ecfr.gov/current/title-21/part-11',
  },
  evaluate: (subject, context) => {
    const name = subjectName(subject)
    const open = openComments(workflowOf(context.graph.log.get(name) ?? []))
    if (open.length === 0) return []
    if (isLiveText(subject, standingIn(subject, context), context.graph)) return []
    return open.map(({ place, actor, at, text }) => ({
      place: place ?? 'review',
      message: `${actor.name} commented on ${name} on ${at.slice(0, 'YYYY-MM-DD'.length)}, and nobody has resolved it: ${quoted(text)}.`,
      remedy: 'Settle what it says, then resolve it.',
    }))
  },
  examples: {
    fires: [
      {
        name: 'a signed therapy on which a reviewer has commented',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(...signed(exampleTherapy(), [exampleReviewer]), comment()),
      },
      {
        name: 'a draft beside a live therapy, commented on before it went live',
        subject: exampleTherapy({ title: 'A draft' }),
        graph: exampleGraphAfter(comment(), ...live(), {
          action: 'edit',
          by: exampleEditor,
          subject: exampleTherapy({ title: 'A draft' }),
        }),
      },
      {
        name: 'a therapy that was withdrawn with a comment on it',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(...live(), comment(), {
          action: 'withdraw',
          by: exampleEditor,
          subject: exampleTherapy(),
        }),
      },
      {
        name: 'a study that was never live, commented on',
        subject: exampleStudy(),
        graph: exampleGraph({
          drafts: [exampleStudy()],
          log: exampleLog([{ action: 'comment', by: exampleEditor, subject: exampleStudy() }]),
        }),
      },
    ],
    passes: [
      {
        name: 'a signed therapy whose comment was resolved',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(...signed(exampleTherapy(), [exampleReviewer]), comment(), {
          action: 'resolve',
          by: exampleEditor,
          subject: exampleTherapy(),
        }),
      },
      {
        name: 'a live therapy that somebody has commented on since',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(...live(), comment()),
      },
      {
        name: 'a live claim commented on, whose study has another result since',
        subject: exampleHarm(),
        graph: exampleGraph({
          live: [exampleStudy({ result: 'No difference in soreness.' })],
          log: exampleLog([
            ...signed(exampleHarm(), [exampleReviewer]),
            { action: 'publish', by: exampleEditor, subject: exampleHarm() },
            { action: 'comment', by: exampleReviewer, subject: exampleHarm() },
          ]),
        }),
      },
    ],
  },
})

function comment(): ExampleStep {
  return { action: 'comment', by: exampleReviewer, subject: exampleTherapy() }
}

function live(): ExampleStep[] {
  return [
    ...signed(exampleTherapy(), [exampleReviewer]),
    { action: 'publish', by: exampleEditor, subject: exampleTherapy() },
  ]
}
