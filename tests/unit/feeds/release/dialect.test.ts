import { describe, expect, it } from 'vitest'
import { htmlOf } from '../../../../src/consumer/index.ts'
import { bodies, channels, feedInput } from '../exampleFeed.ts'
import { splitItem, yamlReaders } from '../feedReaders.ts'

const inWords = bodies(feedInput())
const marked = bodies(
  feedInput({ channels: channels.map((channel) => ({ ...channel, dialect: 'directive' })) }),
)
const items = [...inWords.keys()].filter((path) => /\/\w+\/[^/]+\.md$/.test(path))
const page = 'us-en/therapies/example-injection.md'

describe('a channel whose dialect is directive', () => {
  it('names the claims and disclaimers in its Markdown, and what dialect it is', async () => {
    const { text, front } = splitItem(marked.get(page) ?? '')
    expect(text).toMatch(/^:::disclaimer\{key="[a-z-]+"\}$/m)
    expect(text).toMatch(/:claim\[.*\[\^[a-z-]+\].*\]\{key="[a-z-]+" certainty="[a-z-]+"\}/)
    expect(text).not.toContain('\n> ')
    for (const [name, read] of Object.entries(yamlReaders)) {
      expect(read(front), name).toMatchObject({ markdownDialect: 'directive' })
    }
    await expect(text).toMatchFileSnapshot('../../../fixtures/dialects/directive.md')
  })

  it('says the same as one in GFM, in every item', () => {
    expect(items.length).toBeGreaterThan(10)
    for (const path of items) {
      const [one, other] = [inWords, marked].map((files) => htmlOf(files.get(path) ?? ''))
      expect(one?.ok, path).toBe(true)
      expect(other, path).toEqual(one)
    }
  })

  it('has the same data, and in them Markdown that needs no extension', () => {
    const path = page.replace(/md$/, 'json')
    const [one, other] = [inWords, marked].map((files) => files.get(path))
    expect(other).toBe(one)
  })

  it('is not written where nobody asked for it', () => {
    for (const path of items) expect(inWords.get(path), path).not.toContain('markdownDialect')
  })
})

describe('an item in a dialect of tomorrow', () => {
  it('is refused with what to do', () => {
    const item = (marked.get(page) ?? '').replace('Dialect: directive', 'Dialect: mdz')
    expect(htmlOf(item)).toMatchObject({
      ok: false,
      message: expect.stringContaining('dialect that this version cannot read (mdz)') as string,
    })
  })
})
