import { describe, expect, it } from 'vitest'
import { ExampleFeed, type ReleaseEdits } from './exampleFeed.ts'
import type { PageJson } from './exampleTypes.ts'
import {
  at,
  channelIndex,
  claimJson,
  claimMarkdown,
  codes,
  pageJson,
  pageMarkdown,
  verified,
} from './verified.ts'

describe('a disclaimer that the channel requires', () => {
  it.each<[string, (json: PageJson) => unknown, string[]]>([
    ['is not in the data', (json) => json.disclaimers.shift(), [`${pageJson} disclaimer-missing`]],
    [
      'is in the data, and the claim that needs it is not',
      (json) => {
        json.disclaimers = json.disclaimers.filter(({ slot }) => slot !== 'uncertain')
      },
      [`${pageJson} disclaimer-missing`],
    ],
    [
      'stands elsewhere by the data',
      (json) => (at(json.disclaimers, 0).place = 'end'),
      [`${pageJson} disclaimer-misplaced`],
    ],
    [
      'does not name the claim',
      (json) => (at(json.disclaimers, 1).claims = []),
      [`${pageJson} disclaimer-misplaced`],
    ],
    [
      'says another thing as text',
      (json) => (at(json.disclaimers, 0).text = 'All is well.'),
      [`${pageJson} disclaimer-differs`],
    ],
    [
      'is empty',
      (json) => Object.assign(at(json.disclaimers, 0), { text: '', markdown: '' }),
      [
        `${pageJson} disclaimer-differs`,
        `${pageJson} disclaimer-missing`,
        `${pageMarkdown} disclaimer-missing`,
      ],
    ],
    [
      'is not in a section',
      (json) => {
        const section = at(json.sections, 1)
        section.markdown = section.markdown.replace('> The evidence is weak.\n\n', '')
      },
      [`${pageJson} disclaimer-missing`],
    ],
  ])('of a page is missed when it %s', async (_, damage, expected) => {
    const feed = new ExampleFeed()
    damage(feed.page.json)
    expect(codes(await verified(feed.publish()))).toEqual(expected)
  })

  it.each([
    ['page', pageMarkdown],
    ['claim', claimMarkdown],
  ] as const)('of a %s is missed in the Markdown', async (name, path) => {
    for (const [from, to] of [
      ['> This is made up.\n', ''],
      ['> The evidence is weak.\n\n', ''],
      ['> A placebo holds nothing.\n', ''],
      ['> Ask a doctor.\n', ''],
      ['> Ask a doctor.\n', 'Ask a doctor.\n'],
      ['> Ask a doctor.\n', '> Ask nobody.\n'],
    ] as const) {
      const feed = new ExampleFeed()
      const item = feed[name]
      item.markdown = item.markdown.replace(from, to)
      expect(codes(await verified(feed.publish()))).toEqual([`${path} disclaimer-missing`])
    }
  })

  it.each([
    ['at the top', '> This is made up.\n', ''],
    ['at the end', '> Ask a doctor.\n', '> Ask a doctor.\n\nAnd then?\n'],
    ['beside the claim', '(certainty: low)\n', '(certainty: low)\n\nRead on.\n'],
  ])('has its place %s', async (_, from, to) => {
    const feed = new ExampleFeed()
    const item = feed.claim
    item.markdown = item.markdown.replace(from, to)
    if (to === '') item.markdown += '\n> This is made up.\n'
    expect(codes(await verified(feed.publish()))).toEqual([`${claimMarkdown} disclaimer-misplaced`])
  })

  it('stands beside a claim wherever that is read', async () => {
    const feed = new ExampleFeed()
    const item = feed.claim
    const stated =
      /In one trial there was .*\n/.exec(item.markdown.split('---')[2] ?? '')?.[0] ?? ''
    item.markdown = item.markdown.replace('\n> Ask', `\n${stated}\n> Ask`)
    expect(codes(await verified(feed.publish()))).toEqual([`${claimMarkdown} disclaimer-misplaced`])
  })

  it('is named in the front matter', async () => {
    const feed = new ExampleFeed()
    const item = feed.claim
    item.markdown = item.markdown.replace('"made-up-uncertain",', '')
    expect(codes(await verified(feed.publish()))).toEqual([`${claimMarkdown} disclaimer-missing`])
  })

  it('says the same in every item', async () => {
    const feed = new ExampleFeed()
    const page = feed.page
    Object.assign(at(page.json.disclaimers, 3), {
      text: 'Ask a friend.',
      markdown: 'Ask a friend.\n',
    })
    page.markdown = page.markdown.replace('Ask a doctor.', 'Ask a friend.')
    const { problems } = await verified(feed.publish())
    expect(problems).toMatchObject([{ path: pageJson, code: 'disclaimer-differs' }])
    expect(problems[0]?.message).toContain(claimJson)
  })

  it('is known by the slots of the channel, which have to be there', async () => {
    const feed = new ExampleFeed().publish({
      channel: ({ channel }) => (channel.slots = undefined),
    })
    expect(codes(await verified(feed))).toEqual([`${channelIndex} no-slots`])
  })

  it('is not asked for where the slots do not', async () => {
    const feed = new ExampleFeed()
    const { json } = feed.claim
    json.disclaimers = json.disclaimers.filter(({ slot }) => slot !== 'placebos')
    const edits: ReleaseEdits = {
      channel: ({ channel }) => {
        channel.slots = channel.slots?.filter(({ slot }) => slot !== 'placebos')
      },
    }
    expect(codes(await verified(feed.publish(edits)))).toEqual([])
  })
})
