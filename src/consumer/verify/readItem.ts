import type { Root } from 'mdast'
import { type Json, recordOf, recordsOf, stringsIn, textOf } from '../unknownJson.ts'
import { expectedDisclaimers, type ExpectedDisclaimer } from './expectedDisclaimers.ts'
import { readFrontMatter } from '../frontMatter.ts'
import type { Flaw } from './flaw.ts'
import { disagreements } from './itemAgreement.ts'
import { judgeApprovals } from './judgeApprovals.ts'
import { judgeMarkdown, type MarkdownItem } from './judgeMarkdown.ts'
import { judgePart } from './judgeText.ts'
import type { ListedItem } from './readChannel.ts'
import type { ReleaseReader } from './releaseReader.ts'
import { type StatedClaim, statedClaims } from './statedClaims.ts'

/** What the rest of the release has to know of an item. */
export interface ReadItem {
  readonly data: Json
  readonly disclaimers: readonly Json[]
}

/**
 * Reads both forms of an item, and judges what can be judged by the item and its channel alone. Null
 * when there is no data to judge.
 */
export async function readItem(item: ListedItem, reader: ReleaseReader): Promise<ReadItem | null> {
  const markdown = await readMarkdownItem(item.markdown, reader)
  const data = await reader.json(item.json)
  if (data === undefined) return null
  const values = recordOf(data)
  reader.ledger.checked.items += 1
  reader.ledger.checked.approvals += recordsOf(values.approvals).length

  const texts = new Map<string, Root>()
  for (const { name, text } of stringsIn(values)) {
    if (name === 'markdown' && !texts.has(text)) texts.set(text, reader.prose(item.json, text))
  }
  const claims = statedClaims(values)
  const expected = judgeData(item, values, claims, texts, reader)
  if (markdown !== null) {
    const front = { path: item.markdown, values: markdown.front }
    const listed = { path: item.channel.indexPath, values: item.values }
    const json = { path: item.json, values }
    for (const { path, message } of disagreements(json, front, listed)) {
      reader.ledger.report(path, 'forms-differ', message)
    }
    report(item.markdown, judgeMarkdown(markdown, values, claims, expected), reader)
  }
  return { data: values, disclaimers: recordsOf(values.disclaimers) }
}

/** Reads an item in Markdown, also one that no index lists. */
export async function readMarkdownItem(
  path: string,
  reader: ReleaseReader,
): Promise<MarkdownItem | null> {
  const bytes = await reader.bytes(path)
  if (bytes === null) return null
  const text = Buffer.from(bytes).toString()
  const frontMatter = readFrontMatter(text)
  if (typeof frontMatter === 'string') {
    reader.ledger.report(path, 'front-matter', frontMatter)
    reader.prose(path, text)
    return null
  }
  return {
    front: frontMatter.values,
    body: reader.prose(path, frontMatter.body, frontMatter.dialect),
  }
}

function judgeData(
  { json, channel, kind }: ListedItem,
  values: Json,
  claims: readonly StatedClaim[],
  texts: ReadonlyMap<string, Root>,
  reader: ReleaseReader,
): readonly ExpectedDisclaimer[] {
  report(json, judgeApprovals(values), reader)
  // A study speaks for itself: no slot asks for it.
  if (channel.slots === null || kind === 'study') return []
  const { expected, flaws } = expectedDisclaimers(values, claims, channel.slots)
  reader.ledger.checked.disclaimers += expected.length
  report(json, [...flaws, ...judgeSections(values, claims, expected, texts)], reader)
  return expected
}

/** The sections of a page state the claims of the page, all of them and no others. */
function judgeSections(
  values: Json,
  claims: readonly StatedClaim[],
  expected: readonly ExpectedDisclaimer[],
  texts: ReadonlyMap<string, Root>,
): readonly Flaw[] {
  if (!Array.isArray(values.sections)) return []
  const stated = new Set<unknown>()
  const flaws = recordsOf(values.sections).flatMap((section) => {
    const keys: readonly unknown[] = Array.isArray(section.claims) ? section.claims : []
    for (const key of keys) stated.add(key)
    const own = claims.filter(({ key }) => keys.includes(key))
    const text = texts.get(textOf(section.markdown) ?? '')
    return text === undefined ? [] : judgePart(text, own, expected)
  })
  const onPage = new Set<unknown>(claims.map(({ key }) => key))
  const differing = [...onPage, ...stated]
    .filter((key) => !onPage.has(key) || !stated.has(key))
    .map(String)
  if (differing.length === 0) return flaws
  const message = `Its sections and its list of claims do not name the same claims: ${differing.join(', ')}.`
  return [...flaws, { code: 'claims-differ', message }]
}

function report(path: string, flaws: readonly Flaw[], { ledger }: ReleaseReader): void {
  for (const { code, message } of flaws) ledger.report(path, code, message)
}
