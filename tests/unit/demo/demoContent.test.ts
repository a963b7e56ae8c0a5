import { describe, expect, it } from 'vitest'
import { demoContent } from '../../../src/demo/content/index.ts'
import type { DemoItem, DemoStage } from '../../../src/demo/content/index.ts'
import type { Claim, Subject } from '../../../src/domain/model/index.ts'
import { claimsOn, claimsShown } from '../../../src/domain/pages/index.ts'
import { policyFor } from '../../../src/domain/review/index.ts'
import { evaluate, graphOf } from '../../../src/domain/rules/index.ts'
import { asArticle, asDisclaimer, asTherapy } from './asSubject.ts'
import { numbersIn } from './numbersIn.ts'

const items: readonly DemoItem<Subject>[] = [
  ...demoContent.conditions,
  ...demoContent.studies,
  ...demoContent.claims,
  ...demoContent.disclaimers.map(withSubject(asDisclaimer)),
  ...demoContent.therapies.map(withSubject(asTherapy)),
  ...demoContent.articles.map(withSubject(asArticle)),
]
const at = (stage: DemoStage) => items.filter((item) => item.stage === stage)
const live = at('live').map(({ subject }) => subject)
const liveClaims = live.filter((subject) => subject.kind === 'claim')
const livePages = live.filter((subject) => subject.kind === 'therapy' || subject.kind === 'article')
const liveStudies = new Map(
  live.flatMap((subject) => (subject.kind === 'study' ? [[subject.key, subject]] : [])),
)
const people = new Map(demoContent.people.map((person) => [person.key, person]))

/** What the gate sees once everything is loaded. */
const graph = graphOf({
  live,
  drafts: items.filter(({ stage }) => stage !== 'live').map(({ subject }) => subject),
  channels: demoContent.channels,
})
const now = new Date('2026-11-22T12:00:00Z')

function withSubject<A, B>(change: (subject: A) => B): (item: DemoItem<A>) => DemoItem<B> {
  return (item) => ({ ...item, subject: change(item.subject) })
}

function errorsOf(subject: Subject) {
  return evaluate(subject, graph, now).filter(
    ({ severity, concern }) => severity === 'error' && concern !== 'review',
  )
}

describe('the demo content', () => {
  it('holds what a demonstration needs', () => {
    expect(liveStudies.size).toBeGreaterThanOrEqual(18)
    expect(liveClaims.length).toBeGreaterThanOrEqual(24)
    expect(live.filter(({ kind }) => kind === 'disclaimer').length).toBeGreaterThanOrEqual(5)
    expect(live.filter(({ kind }) => kind === 'condition').length).toBeGreaterThanOrEqual(3)
    expect(demoContent.channels.map(({ key }) => key)).toEqual(['us-en', 'gb-en'])
    expect(livePages.map(({ key }) => key)).toEqual([
      'mesenchymal-stem-cell-therapy',
      'platelet-rich-plasma',
      'prolotherapy',
      'regenerative-treatment-of-chronic-back-pain',
    ])
  })

  it('shows a text on every step of the way', () => {
    const stages: readonly DemoStage[] = [
      'draft',
      'in-review',
      'changes-requested',
      'approved',
      'withdrawn',
    ]
    for (const stage of stages) expect(at(stage), stage).not.toHaveLength(0)
    for (const item of [...at('changes-requested'), ...at('withdrawn')]) {
      expect(item.reason, item.subject.key).toBeTruthy()
    }
    for (const item of at('withdrawn')) expect(item.withdrawalKind, item.subject.key).toBeTruthy()
  })

  it('shows what reviewers are asked, what they remark and what is to come', () => {
    const asked = items.filter(({ assignment }) => assignment !== undefined)
    const remarked = items.filter(({ comment }) => comment !== undefined)
    const scheduled = items.filter(({ publishInDays }) => publishInDays !== undefined)
    for (const { assignment, stage, reviewers } of asked) {
      expect(stage).toBe('in-review')
      expect(reviewers).toContain(assignment?.assignee)
    }
    for (const { comment, stage, reviewers } of remarked) {
      expect(stage).toBe('in-review')
      expect(reviewers).toContain(comment?.by)
      // A remark of somebody who does not exist is about words, never about facts.
      expect(comment?.text).not.toMatch(/\d/)
    }
    for (const { stage } of scheduled) expect(stage).toBe('approved')
    expect([asked.length, remarked.length, scheduled.length]).not.toContain(0)
  })

  it('uses every key once', () => {
    const names = items.map(({ subject }) => `${subject.kind}/${subject.key}`)
    expect(new Set(names).size).toBe(names.length)
  })

  it('has fictitious people in every role', () => {
    expect(demoContent.people.map(({ email }) => email)).toEqual([
      'editor@demo.test',
      'editor2@demo.test',
      'reviewer@demo.test',
      'reviewer2@demo.test',
      'admin@demo.test',
    ])
    for (const person of demoContent.people) expect(person).toMatchObject({ isFictitious: true })
  })

  it('is written by editors and signed by as many others as the policy asks for', () => {
    for (const { subject, stage, author, reviewers } of items) {
      expect(people.get(author)?.roles, subject.key).toContain('editor')
      expect(reviewers, subject.key).not.toContain(author)
      expect(new Set(reviewers).size, subject.key).toBe(reviewers.length)
      for (const reviewer of reviewers) expect(people.get(reviewer)?.roles).toContain('reviewer')
      if (stage === 'live' || stage === 'approved' || stage === 'withdrawn') {
        expect(reviewers, subject.key).toHaveLength(policyFor(subject).approvals)
      }
    }
  })

  it.each(live.map((subject) => [subject.key, subject] as const))(
    'passes the gate once signed: %s',
    (_, subject) => {
      expect(errorsOf(subject)).toEqual([])
    },
  )

  it.each(
    [...at('in-review'), ...at('approved'), ...at('withdrawn')].map(
      ({ subject }) => [subject.key, subject] as const,
    ),
  )('could be signed: %s', (_, subject) => {
    expect(errorsOf(subject).filter(({ concern }) => concern === 'text')).toEqual([])
  })

  it('has drafts that show what is refused', () => {
    const rules = at('draft').flatMap(({ subject }) => errorsOf(subject).map(({ rule }) => rule))
    expect(rules).toEqual(
      expect.arrayContaining([
        'claim-has-supporting-citation',
        'no-retracted-source',
        'benefit-not-preclinical-only',
        'certainty-within-designs',
        'certainty-stated',
        'claim-statement-is-sentence',
        'regulatory-status-per-channel',
        'disclaimer-complete',
      ]),
    )
  })

  it('says in every draft that must be refused that it is an example', () => {
    for (const { subject } of at('draft')) {
      if (subject.kind === 'claim') expect(subject.statement).toMatch(/^Example of a text/)
    }
  })

  it('rests benefit and comparison on sources with a DOI or PMID, and on no review by opinion', () => {
    for (const claim of liveClaims.filter(isPromise)) {
      for (const { study } of claim.citations) {
        const { identifiers, design, sourceType } = liveStudies.get(study) ?? never(study)
        expect(identifiers.doi ?? identifiers.pmid, `${claim.key}: ${study}`).toBeTruthy()
        expect(sourceType).toBe('study')
        expect(['animal', 'in-vitro', 'narrative-review']).not.toContain(design)
      }
    }
  })

  it('words a promise as carefully as its certainty asks for', () => {
    const wording: Readonly<Record<string, RegExp>> = {
      moderate: /\bprobably\b/,
      low: /\bmay\b/,
      'very-low': /\bvery uncertain\b/,
    }
    for (const claim of liveClaims.filter(isPromise)) {
      expect(claim.statement, claim.key).toMatch(wording[claim.certainty ?? ''] ?? never(claim.key))
      expect(claim.certaintyReason, claim.key).toBeTruthy()
    }
  })

  it('cites what speaks against each benefit', () => {
    for (const claim of liveClaims.filter(isPromise)) {
      if (claim.direction !== 'favours' || claim.claimKind !== 'benefit') continue
      expect(
        claim.citations.filter(({ stance }) => stance !== 'supports'),
        claim.key,
      ).not.toHaveLength(0)
    }
  })

  it('states no number that its supporting sources do not state', () => {
    for (const claim of items.flatMap(({ subject }) => (subject.kind === 'claim' ? subject : []))) {
      const known = new Set(
        claim.citations
          .filter(({ stance }) => stance === 'supports')
          .flatMap(({ study }) => [
            ...numbersIn(JSON.stringify(graph.studies.get(study)?.subject ?? '')),
          ]),
      )
      const strange = [...numbersIn(claim.statement)].filter((number) => !known.has(number))
      expect(strange, claim.key).toEqual([])
    }
  })

  it('shows every live claim on a page, and each null trial on its own', () => {
    const shown = new Set(livePages.flatMap(claimsOn))
    expect(liveClaims.map(({ key }) => key).filter((key) => !shown.has(key))).toEqual([])
    const nulls: Readonly<Record<string, readonly string[]>> = {
      'mesenchymal-stem-cell-therapy': ['pers-2024', 'vadala-2025'],
      'platelet-rich-plasma': ['schepers-2022', 'akeda-2022'],
      prolotherapy: ['yelland-2004', 'dechow-1999', 'dagenais-2007'],
    }
    for (const page of livePages) {
      const noDifference = claimsOn(page)
        .flatMap((key) => liveClaims.find((claim) => claim.key === key) ?? [])
        .filter(({ direction }) => direction === 'noDifference')
        .flatMap(({ citations }) => citations.map(({ study }) => study))
      expect(noDifference).toEqual(expect.arrayContaining([...(nulls[page.key] ?? [])]))
    }
  })

  it('shows each therapy’s harms in every channel', () => {
    for (const page of livePages) {
      for (const channel of demoContent.channels) {
        const harms = claimsShown(page, channel, graph).filter(
          ({ claimKind }) => claimKind === 'harm',
        )
        expect(harms, `${page.key} in ${channel.key}`).not.toHaveLength(0)
      }
    }
  })
})

function isPromise({ claimKind }: Claim): boolean {
  return claimKind === 'benefit' || claimKind === 'comparison'
}

function never(what: string): never {
  throw new Error(`The demo content has nothing for ${what}.`)
}
