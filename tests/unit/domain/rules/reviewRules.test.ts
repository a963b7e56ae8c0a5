import { describe, expect, it } from 'vitest'
import type { Graph, Subject } from '../../../../src/domain/model/index.ts'
import {
  evaluate,
  exampleBenefit,
  exampleBoth,
  exampleEditor,
  exampleGraph,
  exampleGraphAfter,
  exampleHarm,
  exampleLog,
  exampleNow,
  exampleReviewer,
  exampleStudy,
  exampleTherapy,
  registry,
  signed,
} from '../../../../src/domain/rules/index.ts'

function finding(rule: string, subject: Subject, graph: Graph) {
  const found = evaluate(subject, graph, exampleNow).find((each) => each.rule === rule)
  return found === undefined ? '' : `${found.message} ${found.remedy}`
}

describe('the rules on review', () => {
  it('are these', () => {
    expect(
      registry
        .filter(({ concern }) => concern === 'review')
        .map(({ id, severity }) => [id, severity]),
    ).toEqual([
      ['approved-by-policy', 'error'],
      ['approver-is-independent', 'error'],
      ['review-not-overdue', 'error'],
      ['review-due-soon', 'warning'],
      ['no-open-comments', 'error'],
    ])
  })

  it('say nothing about studies and conditions', () => {
    const { studies, conditions } = exampleGraph()
    const subjects = [...studies.values(), ...conditions.values()].map(({ subject }) => subject)
    const findings = subjects.flatMap((subject) => evaluate(subject, exampleGraph(), exampleNow))
    expect(findings).toEqual([])
  })
})

describe('approved-by-policy', () => {
  it('counts the signatures that are missing, and names the role', () => {
    const text = finding('approved-by-policy', exampleBenefit(), exampleGraph())
    expect(text).toContain('claim/less-pain-at-six-months lacks 2 signatures of the role reviewer')
    expect(text).toContain('Submit it for review.')
    const half = exampleGraphAfter(...signed(exampleBenefit(), [exampleReviewer]))
    const missing = finding('approved-by-policy', exampleBenefit(), half)
    expect(missing).toContain('1 signature of the role reviewer beside that of Rea Example')
    expect(missing).toContain('Have a reviewer who did not write it approve it.')
  })

  it('says that the text changed since it was approved, and when that was', () => {
    const graph = exampleGraphAfter(...signed(exampleTherapy(), [exampleReviewer]))
    const text = finding('approved-by-policy', exampleTherapy({ title: 'Other' }), graph)
    expect(text).toContain('not those that Rea Example approved on 2026-01-05')
  })

  it('says so too when it was a fact that changed', () => {
    const graph = exampleGraph({
      live: [exampleStudy({ sampleSize: 81 })],
      log: exampleLog(signed(exampleHarm(), [exampleReviewer])),
    })
    const text = finding('approved-by-policy', exampleHarm(), graph)
    expect(text).toContain('Its words or the facts it cites are not those')
    expect(text).toContain('Have a reviewer who did not write it approve it.')
  })

  it('says so too when the same words were sent back after their approval', () => {
    const graph = exampleGraphAfter(...signed(exampleTherapy(), [exampleReviewer]), {
      action: 'request-changes',
      by: exampleBoth,
      subject: exampleTherapy(),
    })
    const text = finding('approved-by-policy', exampleTherapy(), graph)
    expect(text).toContain('was changed, sent back or withdrawn since')
    expect(text).toContain('Make the changes that were requested')
  })
})

describe('approver-is-independent', () => {
  it('names who signed what they wrote', () => {
    const graph = exampleGraphAfter(
      { action: 'edit', by: exampleBoth, subject: exampleTherapy() },
      ...signed(exampleTherapy(), [exampleBoth]),
    )
    const text = finding('approver-is-independent', exampleTherapy(), graph)
    expect(text).toContain('Bo Example approved therapy/example-injection on 2026-01-05, but had')
  })

  it('names the role that was missing', () => {
    const graph = exampleGraphAfter(
      { action: 'submit', by: exampleBoth, subject: exampleTherapy() },
      { action: 'approve', by: exampleEditor, subject: exampleTherapy() },
    )
    const text = finding('approver-is-independent', exampleTherapy(), graph)
    expect(text).toContain('Ed Example approved')
    expect(text).toContain('did not have the role reviewer')
  })
})

describe('review-not-overdue', () => {
  it('names the last review and the day by which the next was due', () => {
    const graph = exampleGraphAfter(...signed(exampleTherapy(), [exampleReviewer], '2025-01-01'))
    expect(finding('review-not-overdue', exampleTherapy(), graph)).toContain(
      'was last reviewed on 2025-01-01; its next review was due by 2026-01-01.',
    )
  })
})

describe('no-open-comments', () => {
  const comment = { action: 'comment', by: exampleReviewer, subject: exampleTherapy() } as const

  it('names each open comment where it was made, and none that was resolved', () => {
    const graph = exampleGraphAfter(
      ...signed(exampleTherapy(), [exampleReviewer]),
      comment,
      { action: 'resolve', by: exampleEditor, subject: exampleTherapy() },
      comment,
      comment,
    )
    const open = evaluate(exampleTherapy(), graph, exampleNow).filter(
      ({ rule }) => rule === 'no-open-comments',
    )
    expect(open.map(({ place }) => place)).toEqual(['statement', 'statement'])
    expect(open[0]?.message).toContain('Rea Example commented')
  })

  it('never withholds what is live', () => {
    const graph = exampleGraphAfter(
      ...signed(exampleTherapy(), [exampleReviewer]),
      { action: 'publish', by: exampleEditor, subject: exampleTherapy() },
      comment,
    )
    expect(finding('no-open-comments', exampleTherapy(), graph)).toBe('')
    const draft = exampleTherapy({ title: 'Other' })
    expect(finding('no-open-comments', draft, graph)).toContain('Settle what it says')
  })
})
