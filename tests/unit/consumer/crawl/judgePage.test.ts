import { describe, expect, it } from 'vitest'
import { judgeFallen, judgeWithdrawn } from '../../../../src/consumer/crawl/judgeWithdrawn.ts'
import { judgePage } from '../../../../src/consumer/crawl/judgePage.ts'
import { readPage } from '../../../../src/consumer/crawl/readPage.ts'
import { alternate, body, feed, item, pageOf } from './examplePage.ts'

const codes = (html: string) => judgePage(readPage(html), item).map(({ code }) => code)

/** Changes exactly one thing, and fails when it is not there. */
function changed(from: string | RegExp, to: string): string {
  const other = body.replace(from, to)
  expect(other).not.toBe(body)
  return other
}

const top = /<blockquote>\s*<p>This page is an.*?<\/blockquote>/s
const beside = /<blockquote>\s*<p>The evidence for this is weak.*?<\/blockquote>/s
const end = /<blockquote>\s*<p>This page informs.*?<\/blockquote>/s
const taken = (block: RegExp) => block.exec(body)?.[0] ?? ''

describe('a page of an item', () => {
  it.each([
    ['as the library writes it', body],
    ['in one line', body.replace(/\s*\n\s*/g, ' ')],
    ['with bent quotation marks and no-break spaces', body.replaceAll(' 10', '\u00a010')],
    ['among words of the site', `<p>Welcome.</p>${body}<p>Call us.</p>`],
    ['with its disclaimers as other elements', body.replaceAll('blockquote', 'aside')],
    ['with unclosed elements', body.replaceAll('</p>', '').replaceAll('</li>', '')],
  ])('is as the release says %s', (_, text) => {
    expect(codes(pageOf(text))).toEqual([])
  })

  it.each<[string, () => string, readonly string[]]>([
    ['without the disclaimer at its top', () => changed(top, ''), ['disclaimer-missing']],
    ['without the one beside a claim', () => changed(beside, ''), ['disclaimer-missing']],
    ['without the one at its end', () => changed(end, ''), ['disclaimer-missing']],
    [
      'with altered words in a disclaimer',
      () => changed('does not replace advice from', 'may replace advice from'),
      ['disclaimer-altered'],
    ],
    [
      'with the top disclaimer at its end',
      () => `${changed(top, '')}${taken(top)}`,
      ['disclaimer-misplaced'],
    ],
    [
      'with the end disclaimer at its top',
      () => `${taken(end)}${changed(end, '')}`,
      ['disclaimer-misplaced'],
    ],
    [
      'with the one of a claim a paragraph later',
      () => changed(beside, `<p>In other news.</p>${taken(beside)}`),
      ['disclaimer-misplaced'],
    ],
    [
      'with a disclaimer that is not displayed',
      () => changed(end, taken(end).replace('<blockquote', '<blockquote style="Display : NONE"')),
      ['disclaimer-hidden'],
    ],
    [
      'with a disclaimer behind a click',
      () => changed(end, `<details><summary>More</summary>${taken(end)}</details>`),
      ['disclaimer-hidden'],
    ],
    [
      'with a disclaimer in a comment',
      () => changed(end, `<!-- ${taken(end)} -->`),
      ['disclaimer-missing'],
    ],
    [
      'with a disclaimer only in a template',
      () => changed(top, `<template>${taken(top)}</template>`),
      ['disclaimer-missing'],
    ],
    [
      'without the notice in the place of a claim',
      () => changed(/<p><em>A statement that stood here.*?<\/p>/s, ''),
      ['notice-missing'],
    ],
    [
      'with another number in a claim',
      () => changed('had less pain after six months', 'had less pain after two months'),
      ['text-differs'],
    ],
    ['with a raised digit on the line', () => changed('10⁹', '109'), ['text-differs']],
    ['with a dose that lost its sign', () => changed('adults > 18', 'adults 18'), ['text-differs']],
    ['without the cells of a table', () => changed(/<table>.*?<\/table>/s, ''), ['text-differs']],
    ['without any of its text', () => '', expect.arrayContaining(['text-differs']) as string[]],
  ])('is reported %s', (_, text, expected) => {
    expect(codes(pageOf(text()))).toEqual(expected)
  })

  it('is stale when it declares another content hash or review', () => {
    const hash = (value: string) => `<meta name="citegate:content-hash" content="${value}">`
    expect(codes(pageOf(body, hash(item.contentHash)))).toEqual([])
    expect(codes(pageOf(body, hash('cg1-0')))).toEqual(['stale-version'])
    const reviewed = (date: unknown) =>
      `<script type="application/ld+json">${JSON.stringify({ '@graph': [{ lastReviewed: date }] })}</script>`
    expect(codes(pageOf(body, reviewed(item['lastReviewed'])))).toEqual([])
    expect(codes(pageOf(body, reviewed('2020-01-01')))).toEqual(['stale-version'])
    expect(codes(pageOf(body, '<script type="application/ld+json">{</script>'))).toEqual([])
  })

  it('names what is missing in words', () => {
    const [flaw] = judgePage(readPage(pageOf(changed(beside, ''))), item)
    expect(flaw?.message).toMatch(/the disclaimer uncertain, which belongs beside its claims/)
  })
})

describe('a page of a withdrawn item', () => {
  const [gone] = feed.withdrawn
  if (gone === undefined) throw new Error('The example has one.')
  const verdict = (html: string) => judgeWithdrawn(readPage(html), gone).map(({ code }) => code)

  it.each<[string, string, readonly string[]]>([
    ['still shows it', pageOf(body), ['withdrawn-shown']],
    ['shows it under the reason', pageOf(`<p>${gone.reason}</p>${body}`), ['withdrawn-shown']],
    ['says only that it is gone', pageOf('<p>Gone.</p>'), ['withdrawn-shown']],
    ['says why', pageOf(`<p>Withdrawn on 1 May. ${gone.reason}</p>`), []],
    ['hides why', pageOf(`<p hidden>${gone.reason}</p>`), ['withdrawn-shown']],
  ])('that %s', (_, html, expected) => {
    expect(verdict(html)).toEqual(expected)
  })
})

describe('a statement that fell', () => {
  const claim = feed.fallen[0]?.item
  const verdict = (text: string) =>
    judgeFallen(readPage(pageOf(text, alternate)), feed).map(({ code }) => code)

  it.each<[string, string, readonly string[]]>([
    ['in a paragraph', `<p>Good news! ${String(claim?.title)}</p>`, ['withdrawn-claim-shown']],
    ['beside its reason', `<li>${String(claim?.title)}<p>${String(claim?.reason)}</p></li>`, []],
    ['nowhere', '<p>No news.</p>', []],
    ['hidden', `<p hidden>${String(claim?.title)}</p>`, []],
  ])('%s', (_, text, expected) => {
    expect(verdict(text)).toEqual(expected)
  })
})
