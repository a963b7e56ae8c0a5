import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RichText } from '../../../../src/domain/model/index.ts'
import { claimReferences, claimsOn, isBlank, nodesIn } from '../../../../src/domain/pages/index.ts'
import {
  claimAlone,
  exampleSection,
  exampleTherapy,
  image,
  list,
  paragraph,
  reference,
  richText,
  table,
} from '../../../../src/domain/rules/index.ts'

type Block = RichText['children'][number]

function pageOf(...bodies: Parameters<typeof richText>[]) {
  return exampleTherapy({
    sections: bodies.map((blocks) => exampleSection({ body: richText(...blocks) })),
  })
}

describe('claimsOn', () => {
  it('lists claims as they are read, through lists and tables, each once', () => {
    const page = pageOf(
      [
        paragraph('First ', reference('a'), ' then ', reference('b')),
        list(claimAlone('c'), claimAlone('a')),
      ],
      [table(['x', reference('d')], [reference('e'), reference('b')]), claimAlone('f')],
    )
    expect(claimsOn(page)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('keeps reading order, however claims are spread over blocks and sections', () => {
    const forms = fc.constantFrom('paragraph', 'list', 'table', 'section')
    const placements = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), forms), {
      maxLength: 20,
      selector: ([claim]) => claim,
    })
    fc.assert(
      fc.property(placements, (placed) => {
        const bodies: Parameters<typeof richText>[] = [[]]
        for (const [claim, form] of placed) {
          if (form === 'section') bodies.push([])
          bodies.at(-1)?.push(blockOf(form, claim))
        }
        expect(claimsOn(pageOf(...bodies))).toEqual(placed.map(([claim]) => claim))
      }),
    )
  })

  it('walks a text nested a hundred thousand deep', () => {
    let block = claimAlone('deep')
    for (let depth = 0; depth < 100_000; depth += 1) {
      block = { type: 'blockquote', children: [block] }
    }
    expect(claimsOn(pageOf([block]))).toEqual(['deep'])
  })
})

describe('claimReferences', () => {
  it('gives every place, also of a claim that stands twice', () => {
    const page = pageOf([claimAlone('a')], [paragraph('Again: ', reference('a'))])
    expect(claimReferences(page)).toEqual([
      { claim: 'a', section: 0, place: 'sections.0.body', standsAlone: true },
      { claim: 'a', section: 1, place: 'sections.1.body', standsAlone: false },
    ])
  })

  it.each<[string, Block, boolean]>([
    ['a paragraph', claimAlone('a'), true],
    ['a paragraph with spaces', paragraph(' ', reference('a'), '\n'), true],
    ['bold type in a paragraph', paragraph({ type: 'strong', children: [reference('a')] }), true],
    ['a list item', list(claimAlone('a')), true],
    ['a table cell', table(['Status', reference('a')]), true],
    ['a sentence', paragraph('So: ', reference('a')), false],
    [
      'bold type in a sentence',
      paragraph('So: ', { type: 'strong', children: [reference('a')] }),
      false,
    ],
    ['a paragraph with another claim', paragraph(reference('a'), reference('b')), false],
    ['a paragraph with an image', paragraph(reference('a'), image('A needle')), false],
    ['a heading', { type: 'heading', depth: 3, children: [reference('a')] }, false],
  ])('says whether a claim stands alone in %s', (_, block, standsAlone) => {
    const page = exampleTherapy({
      sections: [exampleSection({ body: { type: 'root', children: [block] } })],
    })
    expect(claimReferences(page)[0]).toMatchObject({ claim: 'a', standsAlone })
  })
})

describe('isBlank', () => {
  it.each([
    ['nothing', richText(), true],
    ['an empty paragraph', richText(paragraph()), true],
    ['spaces in a list', richText(list(paragraph(' \n\u00a0'))), true],
    ['a rule', richText({ type: 'thematicBreak' }), true],
    ['a word', richText(paragraph('Yes.')), false],
    ['a claim', richText(claimAlone('a')), false],
    ['an image', richText(paragraph(image(null))), false],
    ['a superscript', richText(paragraph({ type: 'superscript', value: '9' })), false],
  ])('judges %s', (_, text, expected) => {
    expect(isBlank(text)).toBe(expected)
  })
})

describe('nodesIn', () => {
  it('gives parents before their children, with the way up', () => {
    const visits = [...nodesIn(richText(list(paragraph('one'))))]
    expect(visits.map(({ node }) => node.type)).toEqual([
      'root',
      'list',
      'listItem',
      'paragraph',
      'text',
    ])
    expect(visits.at(-1)?.parent?.parent?.node.type).toBe('listItem')
  })
})

function blockOf(form: string, claim: string): ReturnType<typeof paragraph> {
  if (form === 'list') return list(claimAlone(claim))
  if (form === 'table') return table(['Finding'], [reference(claim)])
  return paragraph('Thus: ', reference(claim))
}
