import { describe, expect, it } from 'vitest'
import {
  generatedContent,
  generatedGraph,
  generatedNow,
} from '../../../../scripts/bench/content/index.ts'
import { planRelease } from '../../../../src/domain/release/index.ts'
import { verifyChain } from '../../../../src/domain/review/index.ts'
import { renderMarkdown, renderRelease } from '../../../../src/feeds/index.ts'
import { publisher } from '../../feeds/exampleFeed.ts'

const graph = generatedGraph({ items: 100, channels: ['us-en', 'gb-en'] })
const plan = planRelease(graph, generatedNow)

describe('generated content', () => {
  it('passes the gate as a whole, in every channel', () => {
    expect(plan.withheld).toEqual([])
    expect(plan.channels.map(({ channel, items }) => [channel.key, items.length])).toEqual([
      ['gb-en', 100],
      ['us-en', 100],
    ])
  })

  it('can be written without loss', () => {
    const input = { publisher, graph, plan, media: new Map(), release: 1, now: generatedNow }
    expect(renderRelease(input).refusals).toEqual([])
  })

  it('comes with a log whose chain holds from part to part', () => {
    const log = [...generatedContent({ items: 100 })].flatMap((part) => part.log)
    expect(verifyChain(log)).toMatchObject({ ok: true, length: log.length })
  })

  it('is the same for the same options and another for another seed', () => {
    const [one, same, other] = [3, 3, 4].map((seed) => [...generatedContent({ items: 50, seed })])
    expect(same).toEqual(one)
    expect(other).not.toEqual(one)
  })

  it('is a tenth pages, half claims, four tenths studies', () => {
    expect(graph.therapies.size + graph.articles.size).toBe(10)
    expect(graph.claims.size).toBe(50)
    expect(graph.studies.size).toBe(40)
    expect(() => [...generatedContent({ items: 60 })]).toThrow(RangeError)
  })

  it('has ten citations in a claim, and pages of about 5 KB with tables and lists', () => {
    for (const { subject } of graph.claims.values()) expect(subject.citations).toHaveLength(10)
    for (const { subject } of graph.articles.values()) {
      const blocks = subject.sections.flatMap(({ body }) => body.children)
      expect(blocks.map(({ type }) => type)).toEqual(expect.arrayContaining(['table', 'list']))
      const written = blocks
        .filter((block) => !JSON.stringify(block).includes('claimReference'))
        .map((block) => renderMarkdown({ type: 'root', children: [block] }))
      const bytes = written.map((result) => (result.ok ? result.markdown.length : 0))
      const size = bytes.reduce((sum, each) => sum + each)
      expect(size).toBeGreaterThan(3500)
      expect(size).toBeLessThan(6500)
    }
  })
})
