import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { htmlOf } from '../../../src/consumer/index.ts'

const therapy = new URL(
  '../../fixtures/feeds/us-en/therapies/example-injection.md',
  import.meta.url,
)

describe('htmlOf', () => {
  it('gives the text of an item that was pulled, with ids of its own', () => {
    const result = htmlOf(readFileSync(therapy, 'utf8'))
    const html = result.ok ? result.html : result.message
    expect(html).not.toContain('contentHash')
    expect(html).toMatch(/^<blockquote>/)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '')
    expect(ids.length).toBeGreaterThan(3)
    for (const id of ids) expect(id).toMatch(/^therapy-example-injection-(fn|fnref|footnote)-/)
  })

  it('says what is wrong with a text that is no item, and where', () => {
    const bare = htmlOf('Only words.\n')
    expect(bare).toMatchObject({
      ok: false,
      message: expect.stringContaining('front matter') as string,
    })
    const raw = htmlOf('---\nkey: a\nitemKind: claim\n---\n\n<b>a</b>\n')
    expect(raw).toMatchObject({
      ok: false,
      message: expect.stringContaining('children.0') as string,
    })
  })
})
