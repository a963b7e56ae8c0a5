import { describe, expect, it } from 'vitest'
import type { RichText, Section, Therapy } from '../../../../src/domain/model/index.ts'
import { pageAsRead } from '../../../../src/domain/release/index.ts'
import type { Fallen } from '../../../../src/domain/release/index.ts'
import {
  claimAlone,
  exampleChannel,
  exampleGraph,
  exampleSection,
  exampleStatus,
  exampleTherapy,
  heading,
  list,
  paragraph,
  reference,
  richText,
  table,
} from '../../../../src/domain/rules/index.ts'

const us = exampleChannel()
const gb = exampleChannel({ key: 'gb-en', jurisdiction: 'gb' })
const graph = exampleGraph({
  live: [exampleStatus({ key: 'status-gb', jurisdiction: 'gb' })],
  channels: [us, gb],
})
const nothing: ReadonlyMap<string, Fallen> = new Map()

/** A section's text as the readers of `us-en` find it; undefined if the section is gone. */
function read(body: RichText, fallen = nothing): RichText | undefined {
  const page = exampleTherapy({ sections: [exampleSection({ body })] })
  return pageAsRead(page, us, graph, fallen).sections[0]?.body
}

function visitCells(body: RichText | undefined, visit: (children: unknown[]) => void): void {
  for (const block of body?.children ?? []) {
    if (block.type !== 'table') continue
    for (const row of block.children) for (const cell of row.children) visit(cell.children)
  }
}

describe('pageAsRead', () => {
  it('leaves a page without claims of other jurisdictions as it is, in its one channel', () => {
    const page = exampleTherapy({ statusNotEstablished: [] })
    expect(pageAsRead(page, us, graph, nothing)).toEqual({ ...page, channels: ['us-en'] })
  })

  it('does not change the page it is given', () => {
    const page = exampleTherapy()
    const before = structuredClone(page)
    pageAsRead(page, gb, graph, new Map([['soreness', { date: '2026-01-01', reason: 'Gone.' }]]))
    expect(page).toEqual(before)
  })

  it('shows only the searches for the channel’s own jurisdiction', () => {
    expect(pageAsRead(exampleTherapy(), us, graph, nothing).statusNotEstablished).toEqual([])
    expect(pageAsRead(exampleTherapy(), gb, graph, nothing).statusNotEstablished).toEqual(
      exampleTherapy().statusNotEstablished,
    )
  })

  it('drops the section that held nothing but another jurisdiction’s status', () => {
    const headings = (page: Therapy) => page.sections.map((section: Section) => section.heading)
    expect(headings(pageAsRead(exampleTherapy(), us, graph, nothing))).toContain(
      'Is it authorised?',
    )
    expect(headings(pageAsRead(exampleTherapy(), gb, graph, nothing))).toEqual([
      'What the evidence says',
      'Risks',
    ])
  })

  it('keeps a section that was empty before, for the rule that says so', () => {
    expect(read(richText())).toEqual(richText())
  })
})

describe('a regulatory claim of another jurisdiction', () => {
  const words = paragraph('Words that stay.')

  it.each<[string, RichText, RichText | undefined]>([
    ['its paragraph', richText(claimAlone('status-gb'), words), richText(words)],
    [
      'its list item',
      richText(list(claimAlone('status-gb'), claimAlone('status-us'))),
      richText(list(claimAlone('status-us'))),
    ],
    [
      'the list that nothing is left of',
      richText(words, list(claimAlone('status-gb'))),
      richText(words),
    ],
    [
      'the quotation that nothing is left of',
      richText(
        {
          type: 'blockquote',
          children: [{ type: 'paragraph', children: [reference('status-gb')] }],
        },
        words,
      ),
      richText(words),
    ],
    [
      'its emphasis too',
      richText(paragraph({ type: 'strong', children: [reference('status-gb')] }), words),
      richText(words),
    ],
    [
      'its table row',
      richText(
        table(
          ['Where', 'Status'],
          ['Britain', reference('status-gb')],
          ['America', reference('status-us')],
        ),
      ),
      richText(table(['Where', 'Status'], ['America', reference('status-us')])),
    ],
    [
      'the table whose rows are all gone',
      richText(words, table(['Where', 'Status'], ['Britain', reference('status-gb')])),
      richText(words),
    ],
    [
      'its heading, when nothing else stood under it',
      richText(
        heading(3, 'America'),
        claimAlone('status-us'),
        heading(3, 'Britain'),
        claimAlone('status-gb'),
      ),
      richText(heading(3, 'America'), claimAlone('status-us')),
    ],
    [
      'the headings of several ranks above it',
      richText(
        words,
        heading(3, 'Abroad'),
        heading(4, 'Britain'),
        claimAlone('status-gb'),
        heading(3, 'Here'),
        claimAlone('status-us'),
      ),
      richText(words, heading(3, 'Here'), claimAlone('status-us')),
    ],
    ['the whole section', richText(heading(3, 'Britain'), claimAlone('status-gb')), undefined],
  ])('takes %s along', (_, before, after) => {
    expect(read(before)).toEqual(after)
  })

  it('leaves its cell blank in a row that speaks of a claim that stays, and in the head', () => {
    const before = richText(
      table(
        ['Therapy', reference('status-gb'), 'America'],
        ['Injection', reference('status-gb'), reference('status-us')],
      ),
    )
    const cells: unknown[] = []
    visitCells(read(before), (children) => cells.push(children))
    expect(cells).toEqual([
      [{ type: 'text', value: 'Therapy' }],
      [],
      [{ type: 'text', value: 'America' }],
      [{ type: 'text', value: 'Injection' }],
      [],
      [reference('status-us')],
    ])
  })

  it('keeps a heading that has words of its own beside the claim', () => {
    const body = richText(heading(3, 'Britain'), words, claimAlone('status-gb'))
    expect(read(body)).toEqual(richText(heading(3, 'Britain'), words))
  })

  it('keeps a heading that had nothing under it before', () => {
    const body = richText(
      heading(3, 'Empty'),
      heading(3, 'Britain'),
      claimAlone('status-gb'),
      heading(3, 'America'),
      words,
    )
    expect(read(body)).toEqual(richText(heading(3, 'Empty'), heading(3, 'America'), words))
  })

  it('is left out rather than announced when it has fallen as well', () => {
    const fallen = new Map([['status-gb', { date: '2026-01-01', reason: 'Gone.' }]])
    expect(read(richText(claimAlone('status-gb'), words), fallen)).toEqual(richText(words))
  })
})

describe('a fallen claim', () => {
  const fallen = new Map([['soreness', { date: '2026-01-01', reason: 'Its study was retracted.' }]])
  const notice = {
    type: 'claimNotice',
    claim: 'soreness',
    date: '2026-01-01',
    reason: 'Its study was retracted.',
  } as const

  it('leaves a dated notice wherever it stood', () => {
    const before = richText(
      paragraph('We know that ', reference('soreness'), ' and more.'),
      list(claimAlone('soreness'), claimAlone('less-pain-at-six-months')),
      table(['Claim'], [reference('soreness')]),
    )
    const after = richText(
      paragraph('We know that ', notice, ' and more.'),
      list(paragraph(notice), claimAlone('less-pain-at-six-months')),
      table(['Claim'], [notice]),
    )
    expect(read(before, fallen)).toEqual(after)
  })

  it('leaves one also where no such claim is known any more', () => {
    const gone = new Map([['unheard-of', { date: '2026-01-01', reason: 'Withdrawn.' }]])
    expect(read(richText(claimAlone('unheard-of')), gone)).toEqual(
      richText(
        paragraph({
          type: 'claimNotice',
          claim: 'unheard-of',
          date: '2026-01-01',
          reason: 'Withdrawn.',
        }),
      ),
    )
  })

  it('leaves a claim that nobody knows for the rule that says so', () => {
    expect(read(richText(claimAlone('unheard-of')))).toEqual(richText(claimAlone('unheard-of')))
  })
})
