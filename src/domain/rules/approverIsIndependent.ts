import { subjectName } from '../model/index.ts'
import { exampleGraph } from './exampleGraph.ts'
import {
  exampleAdmin,
  exampleBoth,
  exampleEditor,
  exampleGraphAfter,
  exampleReviewer,
  signed,
} from './exampleLog.ts'
import { exampleHarm, exampleStudy, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'
import { standingIn } from './standingIn.ts'

/**
 * No signature on a text is from somebody who wrote a part of it or of the facts it cites, or who had
 * none of the roles its policy names. Such a signature never counts; that there is one has to be
 * looked at, for no route lets it come about.
 */
export const approverIsIndependent = defineRule({
  id: 'approver-is-independent',
  severity: 'error',
  concern: 'review',
  kinds: ['claim', 'therapy', 'article', 'disclaimer'],
  authority: {
    label: '21 CFR 11.10(g), authority checks; 11.50, what a signature states',
    url: 'https://www.ecfr.gov/current/title-21/part-11',
  },
  evaluate: (subject, context) =>
    standingIn(subject, context).discounted.map(({ approval, because }) => {
      const { actor, at, policy } = approval
      const flaw =
        because === 'author'
          ? 'but had written a part of it or of the facts it cites'
          : `but did not have the role ${policy.roles.join(' or ')}`
      return {
        place: 'review',
        message: `${actor.name} approved ${subjectName(subject)} on ${at.slice(0, 'YYYY-MM-DD'.length)}, ${flaw}.`,
        remedy:
          'Find out how this was possible. Then request changes, so that the text is submitted anew and somebody else signs it.',
      }
    }),
  examples: {
    fires: [
      {
        name: 'a therapy signed by the person who wrote it',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(
          { action: 'edit', by: exampleBoth, subject: exampleTherapy() },
          { action: 'submit', by: exampleBoth, subject: exampleTherapy() },
          { action: 'approve', by: exampleBoth, subject: exampleTherapy() },
        ),
      },
      {
        name: 'a claim signed by the person who wrote down the facts of its study',
        subject: exampleHarm(),
        graph: exampleGraphAfter(
          { action: 'edit', by: exampleBoth, subject: exampleStudy() },
          ...signed(exampleHarm(), [exampleBoth]),
        ),
      },
      {
        name: 'a therapy signed by an administrator who is no reviewer',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(...signed(exampleTherapy(), [exampleAdmin])),
      },
      {
        name: 'a therapy signed by its author beside a reviewer',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(
          { action: 'edit', by: exampleBoth, subject: exampleTherapy() },
          ...signed(exampleTherapy(), [exampleBoth, exampleReviewer]),
        ),
      },
    ],
    passes: [
      {
        name: 'a therapy signed by somebody else',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(...signed(exampleTherapy(), [exampleReviewer])),
      },
      {
        name: 'a therapy signed by an editor who is a reviewer too and did not touch it',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(...signed(exampleTherapy(), [exampleBoth])),
      },
      { name: 'a therapy that nobody signed', subject: exampleTherapy(), graph: exampleGraph() },
      {
        name: 'a text whose author signed another text before',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(
          { action: 'approve', by: exampleEditor, subject: exampleTherapy({ title: 'Before' }) },
          ...signed(exampleTherapy(), [exampleReviewer]),
        ),
      },
    ],
  },
})
