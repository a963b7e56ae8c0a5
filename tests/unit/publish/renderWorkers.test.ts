import { afterAll, describe, expect, it } from 'vitest'
import { renderRelease } from '../../../src/feeds/index.ts'
import type { Chunk } from '../../../src/publish/renderWorkers/index.ts'
import { renderChunk, renderPool } from '../../../src/publish/renderWorkers/index.ts'
import { feedInput } from '../feeds/exampleFeed.ts'

const { publisher, graph, plan, media, now } = feedInput()
const chunk: Chunk = {
  input: { publisher, graph, plan, media, now },
  wanted: plan.channels.map(({ channel, items }) => ({ channel: channel.key, names: items })),
}
const pool = renderPool({ items: 10_000, threads: 2 })
afterAll(() => pool.close())

describe('rendering in chunks', () => {
  it('gives the bytes that a release as a whole has', () => {
    const { files } = renderRelease({ publisher, graph, plan, media, now, release: 1 })
    const bodies = new Map(files.map(({ path, body }) => [path, body]))
    const { items, refusals } = renderChunk(chunk)
    expect(refusals).toEqual([])
    expect(items).toHaveLength(plan.channels.flatMap((channel) => channel.items).length)
    for (const { path, body } of items.flatMap(({ json, markdown }) => [json, markdown])) {
      expect(new TextDecoder().decode(body)).toBe(bodies.get(path))
    }
  })

  it('gives the same in other threads, several at once', async () => {
    const here = renderChunk(chunk)
    const there = await Promise.all([chunk, chunk, chunk].map((each) => pool.render(each)))
    for (const rendered of there) expect(rendered).toEqual(here)
  })

  it('says of what is not there that it is refused', async () => {
    const names = [{ kind: 'claim', key: 'nowhere' } as const]
    const rendered = await pool.render({ ...chunk, wanted: [{ channel: 'us-en', names }] })
    expect(rendered.refusals).toMatchObject([{ channel: 'us-en', kind: 'claim', key: 'nowhere' }])
  })

  it('reports what a thread died of, and goes on with another', async () => {
    const names = [{ kind: 'claim', key: 'nowhere' } as const]
    const unknown = { ...chunk, wanted: [{ channel: 'no-where', names }] }
    await expect(pool.render(unknown)).rejects.toThrow('no channel no-where')
    expect((await pool.render(chunk)).refusals).toEqual([])
  })
})
