import type { Graph, LogEntry, Subject } from '../model/index.ts'
import { subjectName } from '../model/index.ts'
import type { Standing } from '../review/index.ts'
import { exampleGraph } from './exampleGraph.ts'
import {
  exampleEditor,
  exampleGraphAfter,
  exampleReviewer,
  exampleLog,
  exampleSecondReviewer,
  signed,
} from './exampleLog.ts'
import { exampleBenefit, exampleHarm, exampleStudy, exampleTherapy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'
import { standingIn } from './standingIn.ts'

/**
 * Nothing goes out unless as many reviewers as its policy asks for have signed exactly this text. A
 * claim's text takes in the facts of the studies it cites.
 */
export const approvedByPolicy = defineRule({
  id: 'approved-by-policy',
  severity: 'error',
  concern: 'review',
  kinds: ['claim', 'therapy', 'article', 'disclaimer'],
  authority: {
    label: '21 CFR 11.70, signatures linked to their records; 11.10(g), authority checks',
    url: 'https://www.ecfr.gov/current/title-21/part-11',
  },
  evaluate: (subject, context) => {
    const standing = standingIn(subject, context)
    if (standing.missing === 0) return []
    const history = lostSignature(subject, standing, context.graph)
    return [
      {
        place: 'review',
        message: `${subjectName(subject)} lacks ${missingSignatures(standing)}.${history}`,
        remedy: remedyFor(standing),
      },
    ]
  },
  examples: {
    fires: [
      {
        name: 'a claim that nobody has signed',
        subject: exampleHarm(),
        graph: exampleGraph(),
      },
      {
        name: 'a benefit claim of low certainty with one of its two signatures',
        subject: exampleBenefit(),
        graph: exampleGraphAfter(...signed(exampleBenefit(), [exampleReviewer])),
      },
      {
        name: 'a claim that one reviewer signed twice where two have to sign',
        subject: exampleBenefit(),
        graph: exampleGraphAfter(...signed(exampleBenefit(), [exampleReviewer, exampleReviewer])),
      },
      {
        name: 'a therapy edited after its approval',
        subject: exampleTherapy({ title: 'Example injections' }),
        graph: exampleGraphAfter(...signed(exampleTherapy(), [exampleReviewer])),
      },
      {
        name: 'a claim signed before the result of its study changed',
        subject: exampleHarm(),
        graph: exampleGraph({
          live: [exampleStudy({ result: 'No difference in soreness.' })],
          log: exampleLog(signed(exampleHarm(), [exampleReviewer])),
        }),
      },
      {
        name: 'a claim signed, then sent back',
        subject: exampleHarm(),
        graph: exampleGraphAfter(...signed(exampleHarm(), [exampleReviewer]), {
          action: 'request-changes',
          by: exampleSecondReviewer,
          subject: exampleHarm(),
        }),
      },
      {
        name: 'a therapy that was withdrawn and not signed since',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(
          ...signed(exampleTherapy(), [exampleReviewer]),
          { action: 'publish', by: exampleEditor, subject: exampleTherapy() },
          { action: 'withdraw', by: exampleEditor, subject: exampleTherapy() },
        ),
      },
    ],
    passes: [
      {
        name: 'a harm claim with its one signature',
        subject: exampleHarm(),
        graph: exampleGraphAfter(...signed(exampleHarm(), [exampleReviewer])),
      },
      {
        name: 'a benefit claim of low certainty with both signatures',
        subject: exampleBenefit(),
        graph: exampleGraphAfter(
          ...signed(exampleBenefit(), [exampleReviewer, exampleSecondReviewer]),
        ),
      },
      {
        name: 'a claim signed before a typo in the title of its study was mended',
        subject: exampleHarm(),
        graph: exampleGraph({
          live: [exampleStudy({ title: 'A sham-controlled trial of the example injection.' })],
          log: exampleLog(signed(exampleHarm(), [exampleReviewer])),
        }),
      },
      {
        name: 'a live therapy beside which a draft is written',
        subject: exampleTherapy(),
        graph: exampleGraphAfter(
          ...signed(exampleTherapy(), [exampleReviewer]),
          { action: 'publish', by: exampleEditor, subject: exampleTherapy() },
          { action: 'edit', by: exampleEditor, subject: exampleTherapy({ title: 'A draft' }) },
        ),
      },
    ],
  },
})

function missingSignatures({ missing, policy, approvals }: Standing): string {
  const roles = policy.roles.join(' or ')
  const number = `${String(missing)} ${missing === 1 ? 'signature' : 'signatures'} of the role ${roles}`
  return approvals.length === 0
    ? number
    : `${number} beside that of ${approvals.map(({ actor }) => actor.name).join(', ')}`
}

/** What became of an approval there once was, as a sentence with a space before it. */
function lostSignature(subject: Subject, standing: Standing, graph: Graph): string {
  const log: readonly LogEntry[] = graph.log.get(subjectName(subject)) ?? []
  const last = log.findLast(({ action }) => action === 'approve')
  if (last === undefined || standing.approvals.length > 0) return ''
  const what = `${last.actor.name} approved on ${last.at.slice(0, 'YYYY-MM-DD'.length)}`
  if (last.contentHash !== standing.contentHash) {
    return subject.kind === 'claim'
      ? ` Its words or the facts it cites are not those that ${what}.`
      : ` Its words are not those that ${what}.`
  }
  return ` What ${what} was changed, sent back or withdrawn since, or the approval does not count.`
}

function remedyFor({ reviewState, missing }: Standing): string {
  switch (reviewState) {
    case 'in-review':
    case 'approved':
      return missing === 1
        ? 'Have a reviewer who did not write it approve it.'
        : `Have ${String(missing)} reviewers who did not write it approve it.`
    case 'changes-requested':
      return 'Make the changes that were requested, then submit it for review again.'
    case 'draft':
      return 'Submit it for review.'
  }
}
