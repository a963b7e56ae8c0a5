import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bibtexFile } from '../../../../src/feeds/forms/index.ts'
import type { CslItem } from '../../../../src/feeds/index.ts'
import { bodies, feedInput } from '../exampleFeed.ts'
import { hostileText } from './hostileText.ts'

const article = (more: Partial<CslItem> = {}): CslItem => ({
  ...{ id: 'sham-trial', type: 'article-journal', title: 'A trial' },
  ...more,
})
const written = (...items: readonly CslItem[]) => bibtexFile('us-en', items).body

/** What another program reads in a file. */
function read(body: string): readonly Record<string, unknown>[] {
  return plugins.input.chain(body, { forceType: '@bibtex/text', generateGraph: false })
}

describe('a bibliography as BibTeX', () => {
  it('has every source of the channel, under its key', () => {
    const body = bodies(feedInput()).get('us-en/references.bib') ?? ''
    const references = JSON.parse(
      bodies(feedInput()).get('us-en/references.json') ?? '',
    ) as CslItem[]
    const found = read(body).map(({ id, title, DOI }) => ({ id, title, DOI }))
    expect(found).toEqual(references.map(({ id, title, DOI }) => ({ id, title, DOI })))
    expect(found.length).toBeGreaterThan(3)
  })

  it.each<[string, Partial<CslItem>, string]>([
    ['a journal', { 'container-title': 'Pain & Practice' }, '  journal = {Pain \\& Practice}'],
    ['a report', { type: 'report', publisher: 'NICE' }, '  institution = {NICE}'],
    ['a web page', { type: 'webpage', publisher: 'FDA' }, '  publisher = {FDA}'],
    ['a year', { issued: { 'date-parts': [[2021]] } }, '  year = {2021}'],
    ['a day', { issued: { 'date-parts': [[2021, 6, 3]] } }, '  day = {3}'],
    ['a month', { issued: { 'date-parts': [[2021, 6, 3]] } }, '  month = jun'],
    ['pages', { page: '1572-1583' }, '  pages = {1572--1583}'],
    ['pages of a supplement', { page: 'S12-S15' }, '  pages = {S12--S15}'],
    ['an issue', { issue: '3' }, '  number = {3}'],
    ['a DOI', { DOI: '10.1002/(sici)1_a<b>' }, '  doi = {10.1002/(sici)1_a<b>}'],
    ['a PMID', { PMID: '123' }, '  pmid = {123}'],
    ['a PMCID', { PMCID: 'PMC1' }, '  pmcid = {PMC1}'],
    ['a trial number', { custom: { nct: 'NCT03737461' } }, '  nct = {NCT03737461}'],
    [
      'an address',
      { URL: 'https://x.example/a_b?c=%20#{d}' },
      '  url = {https://x.example/a_b?c=%20#%7Bd%7D}',
    ],
    [
      'the day it was read',
      { accessed: { 'date-parts': [[2026, 1, 5]] } },
      '  urldate = {2026-01-05}',
    ],
    ['that it was retracted', { status: 'retracted' }, '  note = {Retracted}'],
    [
      'authors',
      { author: [{ family: 'Example', given: 'Ada' }, { literal: 'Group for A and B, Inc.' }] },
      '  author = {Example, Ada and {Group for A and B, Inc.}}',
    ],
    [
      'names that look like several',
      { author: [{ family: 'Rock and Sons', given: 'A, B' }] },
      '  author = {{Rock and Sons}, {A, B}}',
    ],
    [
      'that there are more authors',
      { author: [{ family: 'Example' }], custom: { authorsComplete: false } },
      '  author = {Example and others}',
    ],
    [
      'specials of TeX',
      { title: '5 % of $x_1^2$ & #~\\' },
      '  title = {{5 \\% of \\$x\\_1\\textasciicircum{}2\\$ \\& \\#\\textasciitilde{}\\textbackslash{}}}',
    ],
    ['braces in pairs', { title: 'A {b}' }, '  title = {{A \\{b\\}}}'],
    [
      'braces that are not in pairs',
      { title: 'A } b {' },
      '  title = {{A \\textbraceright{} b \\textbraceleft{}}}',
    ],
    ['what TeX would draw together', { title: "a -- b ``c''" }, "  title = {{a -{}- b `{}`c'{}'}}"],
    [
      'clinical signs',
      { title: '≥ 10⁹/L of IL-1β (5–10\u00A0mg)' },
      '  title = {{≥ 10⁹/L of IL-1β (5–10\u00A0mg)}}',
    ],
  ])('says %s', (_, more, line) => {
    expect(written(article(more)).split(/,?\n/)).toContain(line)
  })

  it.each<[CslItem['type'], string]>([
    ['article-journal', '@article{'],
    ['article', '@misc{'],
    ['report', '@techreport{'],
    ['webpage', '@misc{'],
  ])('has %s as %s', (type, start) => {
    expect(written(article({ type }))).toContain(`${start}sham-trial,\n`)
  })

  it('is read back by another program, whatever the texts hold', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, literal) => {
        const hostile = article({ title, author: [{ literal }], publisher: literal })
        const found = read(written(hostile, article({ id: 'after' })))
        expect(found.map(({ id }) => id)).toEqual(['sham-trial', 'after'])
      }),
    )
  })

  it('gives titles back as they were, white space and control characters apart', () => {
    const printable = hostileText.map((text) =>
      text
        .toWellFormed()
        .replace(/[\p{Cc}\p{Zl}]/gu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    fc.assert(
      fc.property(printable, (text) => {
        const title = `T ${text} T`.replace(/ +/g, ' ')
        const [first] = read(written(article({ title })))
        const plain = (words: unknown) =>
          String(words).replace(/<\/?(?:i|b|sub|sup|span)[^>]*>/g, '')
        expect(plain(first?.title).normalize('NFC')).toBe(title.normalize('NFC'))
      }),
    )
  })
})
