import { describe, expect, it } from 'vitest'
import type { Graph, Subject, SubjectName } from '../../../../src/domain/model/index.ts'
import { subjectName } from '../../../../src/domain/model/index.ts'
import {
  cascadeOf,
  planRelease,
  withLive,
  withoutLive,
} from '../../../../src/domain/release/index.ts'
import {
  exampleArticle,
  exampleBenefit,
  exampleCondition,
  exampleDisclaimer,
  exampleHarm,
  exampleNow as now,
  exampleRabbitStudy,
  exampleStudy,
  exampleTherapy,
} from '../../../../src/domain/rules/index.ts'
import { Story, world } from './story.ts'

/** The benefit rests on one study, the harm on another. */
const apart = world.map((each) =>
  each.kind === 'study' && each.key === 'rabbit-study'
    ? exampleRabbitStudy({ design: 'cohort' })
    : each.kind === 'claim' && each.key === 'soreness'
      ? exampleHarm({ citations: [{ study: 'rabbit-study', stance: 'supports' }] })
      : each,
)

function withdrawing(graph: Graph, subject: Subject) {
  const name = subjectName(subject)
  return cascadeOf(graph, withoutLive(graph, name, now), name, now)
}

const inWords = (withheld: readonly { subject: SubjectName; channel?: string }[]) =>
  withheld.map(({ subject, channel }) =>
    channel === undefined ? subject : `${subject} in ${channel}`,
  )

describe('withdrawing', () => {
  it('a claim leaves dated notices where the page still stands without it', () => {
    const cascade = withdrawing(new Story(apart).graph(), exampleBenefit())
    expect(cascade.subject).toBe('claim/less-pain-at-six-months')
    expect(cascade.citedBy).toEqual([
      {
        subject: 'article/treating-example-pain',
        title: exampleArticle().title,
        isLive: true,
      },
      { subject: 'therapy/example-injection', title: exampleTherapy().title, isLive: true },
    ])
    expect(cascade.withheld).toEqual([])
    const claim = 'claim/less-pain-at-six-months'
    expect(cascade.notices).toEqual([
      { page: 'article/treating-example-pain', claim, channel: 'gb-en' },
      { page: 'article/treating-example-pain', claim, channel: 'us-en' },
      { page: 'therapy/example-injection', claim, channel: 'gb-en' },
      { page: 'therapy/example-injection', claim, channel: 'us-en' },
    ])
  })

  it('the last word on risks withholds the page that speaks of benefit, and says why', () => {
    const { withheld, notices } = withdrawing(new Story(apart).graph(), exampleHarm())
    expect(inWords(withheld)).toContain('therapy/example-injection')
    expect(inWords(withheld)).not.toContain('claim/soreness')
    for (const { reason } of withheld) expect(reason).not.toBe('')
    expect(notices).toEqual([])
  })

  it('a study withholds the claims that cite it', () => {
    const { citedBy, withheld } = withdrawing(new Story(apart).graph(), exampleStudy())
    expect(citedBy.map(({ subject }) => subject)).toEqual(['claim/less-pain-at-six-months'])
    expect(citedBy[0]?.title).toBe(exampleBenefit().statement)
    expect(inWords(withheld)).toEqual(['claim/less-pain-at-six-months'])
  })

  it.each<[string, Subject]>([
    ['disclaimer that fills a slot', exampleDisclaimer()],
    ['condition', exampleCondition()],
  ])('a %s withholds the pages that need it', (_, subject) => {
    const { withheld } = withdrawing(new Story().graph(), subject)
    expect(inWords(withheld)).toContain('therapy/example-injection')
  })

  it('names drafts that lean on it too', () => {
    const draft = exampleHarm({
      key: 'a-draft',
      citations: [{ study: 'sham-trial', stance: 'supports' }],
    })
    const graph = new Story(apart).graph()
    const withDraft = {
      ...graph,
      claims: new Map([...graph.claims, [draft.key, { subject: draft, isLive: false }]]),
    }
    expect(withdrawing(withDraft, exampleStudy()).citedBy).toContainEqual(
      expect.objectContaining({ subject: 'claim/a-draft', isLive: false }),
    )
  })

  it('does not count what is withheld already', () => {
    const graph = new Story(apart)
      .changed(exampleStudy({ status: 'retracted', noticeDoi: '10.5555/notice' }))
      .graph()
    expect(planRelease(graph, now).withheld).not.toEqual([])
    expect(withdrawing(graph, exampleStudy())).toMatchObject({ withheld: [], notices: [] })
  })

  it('what is not live changes nothing', () => {
    const graph = new Story(apart).withdrawn(exampleBenefit(), 'Doubts.', '2026-01-08').graph()
    expect(withoutLive(graph, 'claim/less-pain-at-six-months', now)).toBe(graph)
    expect(withoutLive(graph, 'claim/unknown', now)).toBe(graph)
  })

  it('foretells the plan that a real withdrawal leads to', () => {
    for (const subject of [exampleBenefit(), exampleHarm()]) {
      const story = new Story(apart)
      const foretold = withdrawing(story.graph(), subject)
      const plan = story.withdrawn(subject, 'Doubts.', '2026-01-15').plan()
      expect(inWords(foretold.withheld)).toEqual(inWords(plan.withheld))
    }
  })
})

describe('changing a study', () => {
  it('shows the claims whose signatures rest on its facts', () => {
    const graph = new Story(apart).graph()
    const after = withLive(graph, exampleStudy({ sampleSize: 79 }))
    const { withheld, notices } = cascadeOf(graph, after, 'study/sham-trial', now)
    expect(inWords(withheld)).toEqual(['claim/less-pain-at-six-months'])
    expect(notices).toHaveLength(4)
  })

  it('shows nothing for a typo in its title', () => {
    const graph = new Story(apart).graph()
    const after = withLive(graph, exampleStudy({ title: 'A mended title.' }))
    expect(cascadeOf(graph, after, 'study/sham-trial', now)).toMatchObject({
      withheld: [],
      notices: [],
    })
  })
})
