import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Graph, Study, SubjectName } from '../../../../src/domain/model/index.ts'
import { knownSubjects, subjectName } from '../../../../src/domain/model/index.ts'
import { planRelease } from '../../../../src/domain/release/index.ts'
import type { KnownWithheld, ReleasePlan } from '../../../../src/domain/release/index.ts'
import { claimsOn } from '../../../../src/domain/pages/index.ts'
import {
  claimAlone,
  exampleArticle,
  exampleBenefit,
  exampleChannel,
  exampleCondition,
  exampleDisclaimer,
  exampleHarm,
  exampleNotice,
  exampleNow as now,
  exampleRabbitStudy,
  exampleSection,
  exampleStatus,
  exampleStudy,
  exampleTherapy,
  richText,
  slotWhen,
} from '../../../../src/domain/rules/index.ts'
import { gb, Story, us, world } from './story.ts'

const retracted = (change: Partial<Study> = {}) =>
  exampleStudy({ status: 'retracted', noticeDoi: '10.900000/notice.2026', ...change })

function names(plan: ReleasePlan, channel: string): string[] {
  const found = plan.channels.find((each) => each.channel.key === channel)
  return (found?.items ?? []).map(({ kind, key }) => `${kind}/${key}`)
}

function withheld(plan: ReleasePlan): string[] {
  return plan.withheld.map(({ subject, channel }) =>
    channel === undefined ? subject : `${subject} in ${channel}`,
  )
}

function pageIn(plan: ReleasePlan, channel: string, key: string) {
  const found = plan.channels.find((each) => each.channel.key === channel)
  return found?.pages.find((page) => page.key === key)
}

describe('a release of what is signed and live', () => {
  it('carries it all, by kind and key, in the channels it belongs to', () => {
    const plan = new Story().plan()
    expect(plan.withheld).toEqual([])
    expect(plan.readmitted).toEqual([])
    expect(plan.channels.map(({ channel }) => channel.key)).toEqual(['gb-en', 'us-en'])
    expect(names(plan, 'us-en')).toEqual([
      'therapy/example-injection',
      'article/treating-example-pain',
      'claim/less-pain-at-six-months',
      'claim/soreness',
      'claim/status-us',
      'study/regulator-notice',
      'study/sham-trial',
    ])
  })

  it('keeps a regulatory claim and its document to their jurisdiction', () => {
    const plan = new Story().plan()
    expect(names(plan, 'gb-en')).toEqual([
      'therapy/example-injection',
      'article/treating-example-pain',
      'claim/less-pain-at-six-months',
      'claim/soreness',
      'study/sham-trial',
    ])
    const [inUs, inGb] = [
      pageIn(plan, 'us-en', 'example-injection'),
      pageIn(plan, 'gb-en', 'example-injection'),
    ]
    expect(inUs && claimsOn(inUs)).toContain('status-us')
    expect(inUs?.statusNotEstablished).toEqual([])
    expect(inGb && claimsOn(inGb)).not.toContain('status-us')
    expect(inGb?.statusNotEstablished).toHaveLength(1)
  })

  it('sends a page to the channels it names, and a claim to those of its language', () => {
    const german = exampleChannel({ key: 'de-de', jurisdiction: 'de', language: 'de' })
    const page = exampleTherapy({ channels: ['us-en'] })
    const subjects = world.map((each) => (each.kind === 'therapy' ? page : each))
    const plan = new Story(subjects, [us, gb, german]).plan()
    expect(names(plan, 'us-en')).toContain('therapy/example-injection')
    expect(names(plan, 'gb-en')).not.toContain('therapy/example-injection')
    expect(names(plan, 'gb-en')).toContain('claim/soreness')
    expect(names(plan, 'de-de')).toEqual([])
    expect(plan.withheld).toEqual([])
  })

  it('carries a live text while a draft is written and refused beside it', () => {
    const draft = exampleHarm({ statement: 'Soreness was rare.' })
    const plan = new Story()
      .then('edit', draft)
      .then('submit', draft)
      .then('request-changes', draft, { reason: 'No.' })
      .plan()
    expect(names(plan, 'us-en')).toContain('claim/soreness')
    expect(plan.withheld).toEqual([])
  })

  it('does not depend on the order in which content is loaded', () => {
    const backwards = (graph: Graph): Graph => ({
      studies: new Map([...graph.studies].toReversed()),
      claims: new Map([...graph.claims].toReversed()),
      therapies: new Map([...graph.therapies].toReversed()),
      articles: new Map([...graph.articles].toReversed()),
      conditions: new Map([...graph.conditions].toReversed()),
      disclaimers: new Map([...graph.disclaimers].toReversed()),
      channels: new Map([...graph.channels].toReversed()),
      log: new Map([...graph.log].toReversed()),
    })
    const text = (plan: ReleasePlan) =>
      JSON.stringify(plan, (_, value: unknown) => (value instanceof Map ? [...value] : value))
    const graph = new Story()
      .changed(retracted())
      .changed(exampleRabbitStudy({ title: '' }))
      .graph()
    expect(text(planRelease(backwards(graph), now))).toBe(text(planRelease(graph, now)))
  })
})

describe('when a study is retracted', () => {
  const rabbits = exampleRabbitStudy({ design: 'cohort' })
  /** The benefit rests on one study, the harm on another. */
  const apart = world.map((each) =>
    each.kind === 'study' && each.key === 'rabbit-study'
      ? rabbits
      : each.kind === 'claim' && each.key === 'soreness'
        ? exampleHarm({ citations: [{ study: 'rabbit-study', stance: 'supports' }] })
        : each,
  )

  it('withholds the claims that cite it, and leaves notices where risks still stand', () => {
    const plan = new Story(apart).changed(retracted()).plan()
    expect(withheld(plan)).toEqual(['claim/less-pain-at-six-months'])
    expect(plan.withheld[0]?.findings.map(({ rule }) => rule)).toContain('no-retracted-source')
    expect(names(plan, 'us-en')).not.toContain('claim/less-pain-at-six-months')
    expect(names(plan, 'us-en')).not.toContain('study/sham-trial')
    const page = pageIn(plan, 'us-en', 'example-injection')
    expect(page?.sections[0]?.body).toEqual(
      richText({
        type: 'paragraph',
        children: [
          {
            type: 'claimNotice',
            claim: 'less-pain-at-six-months',
            date: '2026-01-15',
            reason: plan.withheld[0]?.reason ?? '',
          },
        ],
      }),
    )
    expect(plan.channels[1]?.fallenClaims.get('less-pain-at-six-months')?.date).toBe('2026-01-15')
  })

  it('withholds a page whose last word on risks fell while it still speaks of benefit', () => {
    const plan = new Story(apart).changed({ ...rabbits, status: 'retracted' }).plan()
    expect(withheld(plan)).toEqual([
      'article/treating-example-pain',
      'claim/soreness',
      'therapy/example-injection',
    ])
    expect(plan.withheld[2]?.findings.map(({ rule }) => rule)).toEqual(['benefit-page-has-harms'])
    expect(names(plan, 'us-en')).toEqual([
      'claim/less-pain-at-six-months',
      'claim/status-us',
      'study/regulator-notice',
      'study/sham-trial',
    ])
  })

  it('dates the notice by the log once the log says that the claim is withheld', () => {
    const plan = new Story(apart)
      .changed(retracted())
      .then('withhold', exampleBenefit(), {
        at: '2026-01-10T09:00:00.000Z',
        reason: 'Its only study was retracted.',
      })
      .plan()
    const fallen = { date: '2026-01-10', reason: 'Its only study was retracted.' }
    expect(plan.channels[0]?.fallenClaims.get('less-pain-at-six-months')).toMatchObject(fallen)
    expect(plan.withheld).toMatchObject([
      { since: '2026-01-10', reason: fallen.reason, isRecorded: true },
    ])
    expect(plan.readmitted).toEqual([])
  })

  it('readmits what passes again', () => {
    const story = new Story(apart)
      .changed(retracted())
      .then('withhold', exampleBenefit(), { reason: 'Its only study was retracted.' })
      .changed(exampleStudy())
    expect(story.plan().readmitted).toEqual(['claim/less-pain-at-six-months'])
    expect(story.plan().withheld).toEqual([])
    expect(names(story.plan(), 'us-en')).toContain('claim/less-pain-at-six-months')
    story.then('readmit', exampleBenefit())
    expect(story.plan().readmitted).toEqual([])
  })
})

describe('what is not signed, or whose signature ran out', () => {
  it('is withheld: a fact under a claim changed', () => {
    const changed = exampleStudy({ sampleSize: 79 })
    const plan = new Story().changed(changed, ['sampleSize']).plan()
    expect(withheld(plan)).toContain('claim/less-pain-at-six-months')
    expect(withheld(plan)).toContain('claim/soreness')
    expect(
      plan.withheld.find(({ subject }) => subject === 'claim/soreness')?.findings,
    ).toMatchObject([{ rule: 'approved-by-policy' }])
  })

  it('is withheld from every channel, in one word: a page changed behind the gate', () => {
    const plan = new Story().changed(exampleTherapy({ title: 'Other' }), ['title']).plan()
    expect(withheld(plan)).toEqual(['therapy/example-injection'])
    expect(plan.withheld[0]?.findings).toMatchObject([{ rule: 'approved-by-policy' }])
    expect(names(plan, 'us-en')).toContain('article/treating-example-pain')
  })

  it('is withheld once its review is overdue, everything else with it that needs it', () => {
    const plan = new Story().plan(new Date('2027-01-06T00:00:00Z'))
    expect(plan.channels.flatMap(({ items }) => items)).toEqual([])
    expect(withheld(plan)).toContain('disclaimer/no-advice')
    expect(plan.withheld.every(({ since }) => since === '2027-01-06')).toBe(true)
    expect(new Story().plan(new Date('2027-01-05T00:00:00Z')).withheld).toEqual([])
  })
})

describe('a withdrawn claim', () => {
  const reason = 'We no longer stand by it.'

  it('leaves a notice with the date and the reason of its withdrawal', () => {
    const plan = new Story().withdrawn(exampleBenefit(), reason, '2026-01-08').plan()
    expect(plan.withheld).toEqual([])
    expect(names(plan, 'us-en')).not.toContain('claim/less-pain-at-six-months')
    const page = pageIn(plan, 'gb-en', 'example-injection')
    expect(page?.sections[0]?.body.children[0]).toMatchObject({
      children: [{ type: 'claimNotice', date: '2026-01-08', reason }],
    })
  })

  it('takes the page along where it was the regulatory status', () => {
    const plan = new Story().withdrawn(exampleStatus(), reason, '2026-01-08').plan()
    expect(withheld(plan)).toEqual([
      'article/treating-example-pain in us-en',
      'therapy/example-injection in us-en',
    ])
    expect(names(plan, 'gb-en')).toContain('therapy/example-injection')
  })
})

describe('a claim that was never live', () => {
  it('is no fallen claim: the page that shows it is withheld', () => {
    const plan = new Story().plan()
    expect(plan.withheld).toEqual([])
    const story = new Story()
    const graph = story.graph()
    const draft = exampleBenefit({ key: 'never-live' })
    const page = exampleTherapy({
      sections: [
        ...exampleTherapy().sections,
        exampleSection({ heading: 'More', body: richText(claimAlone('never-live')) }),
      ],
    })
    const withDraft: Graph = {
      ...graph,
      claims: new Map([...graph.claims, ['never-live', { subject: draft, isLive: false }]]),
      therapies: new Map([[page.key, { subject: page, isLive: true }]]),
    }
    const found = planRelease(withDraft, now).withheld.find(
      ({ subject }) => subject === 'therapy/example-injection',
    )
    expect(found?.findings.map(({ rule }) => rule)).toContain('claims-on-page-live')
  })
})

describe('a disclaimer that a channel lacks', () => {
  const wantsWord = exampleChannel({
    ...gb,
    slots: [
      ...gb.slots,
      {
        key: 'low-certainty',
        place: 'beside-claim',
        when: slotWhen({ claimKinds: ['benefit'], certainties: ['low'] }),
      },
    ],
  })

  it('keeps the pages and claims that need it out of that channel only', () => {
    const plan = new Story(world, [us, wantsWord]).plan()
    expect(withheld(plan)).toEqual([
      'article/treating-example-pain in gb-en',
      'claim/less-pain-at-six-months in gb-en',
      'therapy/example-injection in gb-en',
    ])
    expect(names(plan, 'gb-en')).toEqual(['claim/soreness', 'study/sham-trial'])
    expect(names(plan, 'us-en')).toContain('therapy/example-injection')
    expect(names(plan, 'us-en')).toContain('claim/less-pain-at-six-months')
  })

  it('keeps everything out when it is withdrawn and needed everywhere', () => {
    const plan = new Story().withdrawn(exampleDisclaimer(), 'Outdated.', '2026-01-08').plan()
    expect(plan.channels.flatMap(({ items }) => items)).toEqual([])
    expect(withheld(plan)).toEqual([
      'article/treating-example-pain',
      'claim/less-pain-at-six-months',
      'claim/soreness',
      'claim/status-us',
      'therapy/example-injection',
    ])
  })
})

describe('a source or a condition that fails by itself', () => {
  it('takes what rests on it along', () => {
    const nameless = exampleCondition({ name: '' })
    const plan = new Story().changed(nameless, ['name']).plan()
    expect(withheld(plan)).toContain('condition/example-pain')
    expect(withheld(plan)).toContain('claim/soreness')
    expect(withheld(plan)).toContain('therapy/example-injection')
    expect(names(plan, 'us-en')).toEqual(['claim/status-us', 'study/regulator-notice'])
  })
})

describe('whatever falls', () => {
  const event = fc.constantFrom<(story: Story) => Story>(
    (story) => story.changed(retracted()),
    (story) => story.changed(exampleStudy()),
    (story) => story.changed(exampleNotice({ status: 'retracted' })),
    (story) => story.changed(exampleStudy({ sampleSize: 1 }), ['sampleSize']),
    (story) => story.changed(exampleCondition({ name: '' }), ['name']),
    (story) => story.changed(exampleTherapy({ summary: 'Other.' }), ['summary']),
    (story) => story.withdrawn(exampleBenefit(), 'Doubts.', '2026-01-08'),
    (story) => story.withdrawn(exampleHarm(), 'Doubts.', '2026-01-08'),
    (story) => story.withdrawn(exampleStatus(), 'Doubts.', '2026-01-08'),
    (story) => story.withdrawn(exampleDisclaimer(), 'Outdated.', '2026-01-08'),
    (story) => story.withdrawn(exampleArticle(), 'Outdated.', '2026-01-08'),
  )

  it('no page shows a claim and no claim cites a study that is not in the channel', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 4 }), (events) => {
        const story = events.reduce((told, next) => next(told), new Story())
        const graph = story.graph()
        const plan = story.plan()
        const gone = plan.withheld.flatMap(({ subject, channel }) =>
          channel === undefined ? subject : [],
        )
        for (const { channel, items, pages } of plan.channels) {
          const here = new Set(names(plan, channel.key))
          expect(here.size).toBe(items.length)
          for (const page of pages) {
            for (const claim of claimsOn(page)) expect(here).toContain(`claim/${claim}`)
          }
          for (const { kind, key } of items) {
            if (kind !== 'claim') continue
            for (const { study } of graph.claims.get(key)?.subject.citations ?? []) {
              expect(here).toContain(`study/${study}`)
              expect(graph.studies.get(study)?.subject.status).not.toBe('retracted')
            }
          }
          for (const name of gone) expect(here).not.toContain(name)
        }
      }),
    )
  })
})

describe('a release that is planned in parts', () => {
  const layers = ['condition', 'study', 'disclaimer', 'claim', 'therapy', 'article']
  const flaws = fc.subarray([
    retracted(),
    exampleDisclaimer({ slots: [] }),
    exampleBenefit({ certainty: 'high' }),
    exampleHarm({ citations: [] }),
    exampleStatus({ statement: '' }),
    exampleTherapy({ summary: '' }),
    exampleCondition({ name: '' }),
  ])

  it('withholds and carries what one plan of everything does, however it is cut', () => {
    fc.assert(
      fc.property(flaws, fc.integer({ min: 1, max: 4 }), (broken, size) => {
        const changed = new Map(broken.map((subject) => [subject.kind + subject.key, subject]))
        const story = new Story(
          world.map((subject) => changed.get(subject.kind + subject.key) ?? subject),
        )
        const graph = story.graph()
        const whole = planRelease(graph, now)

        const known = new Map<SubjectName, KnownWithheld[]>()
        const planned: ReleasePlan['withheld'][number][] = []
        for (const layer of layers) {
          const names = knownSubjects(graph)
            .map(({ subject }) => subjectName(subject))
            .filter((name) => name.startsWith(`${layer}/`))
          for (let start = 0; start < names.length; start += size) {
            const open = new Set(names.slice(start, start + size))
            const isOpen = (name: SubjectName) => open.has(name)
            const { withheld: found } = planRelease(graph, now, { isOpen, withheld: known })
            planned.push(...found)
            for (const each of found) {
              const { subject, channel, inChannels, reason, since } = each
              const before = known.get(subject) ?? []
              const kept = { subject, reason, since }
              known.set(subject, [
                ...before,
                {
                  ...kept,
                  ...(channel === undefined ? {} : { channel }),
                  ...(inChannels === undefined ? {} : { inChannels }),
                },
              ])
            }
          }
        }
        const byName = (one: { subject: string }, other: { subject: string }) =>
          one.subject < other.subject ? -1 : 1
        expect(planned.toSorted(byName)).toEqual(whole.withheld.toSorted(byName))
        const pages = (name: SubjectName) => /^(therapy|article)\//.test(name)
        const last = planRelease(graph, now, { isOpen: pages, withheld: known })
        expect(last.channels.map(({ items }) => items)).toEqual(
          whole.channels.map(({ items }) => items),
        )
        expect(last.channels.map(({ pages: read }) => read)).toEqual(
          whole.channels.map(({ pages: read }) => read),
        )
      }),
    )
  })
})
