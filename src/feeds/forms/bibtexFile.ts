import type { FeedFile } from '../model/index.ts'
import { bibtexPath, contentTypes } from '../model/index.ts'
import type { CslItem } from '../schemas/index.ts'

/** A bibliography as BibTeX, in the order it comes in; each source under its key in the feed. */
export function bibtexFile(channel: string, references: readonly CslItem[]): FeedFile {
  const body = references.map(bibtexEntry).join('\n')
  return { path: bibtexPath(channel), contentType: contentTypes.bibtex, body }
}

function bibtexEntry(item: CslItem): string {
  const fields = fieldsOf(item).flatMap(([name, value]) =>
    value === undefined ? [] : [`  ${name} = ${value}`],
  )
  return `@${entryTypes[item.type]}{${item.id},\n${fields.join(',\n')}\n}\n`
}

const entryTypes: Readonly<Record<CslItem['type'], string>> = {
  'article-journal': 'article',
  article: 'misc',
  report: 'techreport',
  webpage: 'misc',
}

/** `doi`, `url` and `urldate` are those of BibLaTeX, which classic styles read too; see natbib. */
function fieldsOf(item: CslItem): readonly (readonly [name: string, value: string | undefined])[] {
  const [year, month, day] = item.issued?.['date-parts'][0] ?? []
  return [
    ['author', authors(item)],
    // In two braces: no style may lower the case of a gene, a product or a unit.
    ['title', braced(`{${tex(item.title)}}`)],
    ['journal', item['container-title'] && braced(tex(item['container-title']))],
    [item.type === 'report' ? 'institution' : 'publisher', optionalTex(item.publisher)],
    ['year', year === undefined ? undefined : braced(String(year))],
    ['month', months[(month ?? 0) - 1]],
    ['day', day === undefined ? undefined : braced(String(day))],
    ['volume', optionalTex(item.volume)],
    ['number', optionalTex(item.issue)],
    ['pages', item.page && braced(tex(item.page).replace(/(?<=\w)[-–](?=\w)/g, '--'))],
    ['doi', optionalVerbatim(item.DOI)],
    ['pmid', optionalVerbatim(item.PMID)],
    ['pmcid', optionalVerbatim(item.PMCID)],
    ['nct', optionalVerbatim(item.custom?.nct)],
    ['url', optionalVerbatim(item.URL)],
    ['urldate', date(item.accessed)],
    ['note', item.status && braced(tex(statuses[item.status] ?? item.status))],
  ]
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** BibTeX has no field for it, and whoever cites the source has to know. */
const statuses: Readonly<Record<string, string>> = {
  corrected: 'Corrected',
  concern: 'Under an expression of concern',
  retracted: 'Retracted',
}

function authors({ author = [], custom }: CslItem): string | undefined {
  if (author.length === 0) return undefined
  const names = author.map((name) => {
    if ('literal' in name) return `{${tex(name.literal)}}`
    const parts = [name.family, name.given].filter((part) => part !== undefined)
    return parts.map(namePart).join(', ')
  })
  return braced([...names, ...(custom?.authorsComplete === false ? ['others'] : [])].join(' and '))
}

/** A comma and the word "and" part names from each other, unless they stand in braces. */
function namePart(part: string): string {
  return /,|\band\b|^others$/i.test(part) ? `{${tex(part)}}` : tex(part)
}

function date(parts: CslItem['accessed']): string | undefined {
  const [numbers] = parts?.['date-parts'] ?? []
  return numbers && braced(numbers.map((number) => String(number).padStart(2, '0')).join('-'))
}

function braced(value: string): string {
  return `{${value}}`
}

function optionalTex(value: string | undefined): string | undefined {
  return value === undefined ? undefined : braced(tex(value))
}

function optionalVerbatim(value: string | undefined): string | undefined {
  return value === undefined ? undefined : braced(verbatim(value))
}

/**
 * Text as TeX reads it, in UTF-8. BibTeX counts braces that are escaped too: where they are not in
 * pairs they are written by their names. What would be drawn together (`--`, two quotation marks) is
 * kept apart.
 */
function tex(text: string): string {
  const braces = hasPairedBraces(text) ? pairedBraces : loneBraces
  return text
    .replace(/[\t\n\v\f\r ]+/g, ' ')
    .replace(/\p{Cc}/gu, '\uFFFD')
    .replace(
      /[\\{}$&%#_^~]/g,
      (character) => braces[character] ?? texSpecials[character] ?? character,
    )
    .replace(/-(?=-)/g, '-{}')
    .replace(/(['`?!])(?=['`])/g, '$1{}')
}

function hasPairedBraces(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (character === '{') depth += 1
    if (character === '}') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}

const pairedBraces: Readonly<Record<string, string>> = { '{': '\\{', '}': '\\}' }
const loneBraces: Readonly<Record<string, string>> = {
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
}

const texSpecials: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
}

/** Addresses and numbers are taken as they stand; what would end the field is percent-encoded. */
function verbatim(value: string): string {
  return value.replace(/[\s{}\\]/gu, (character) => encodeURIComponent(character))
}
