import { personThen } from './auditTable.ts'
import type { CitedThen, LiveThen } from './asOf.ts'
import { isRecord } from './isRecord.ts'
import { visible } from './visible.ts'

/**
 * What was live on a day, for people, a line at a time; no text can make a line of its own.
 *
 * @param isFull - with everything a page said, not only its title and summary
 */
export function liveInWords(live: LiveThen, isFull: boolean): readonly string[] {
  const { subject, published, version, words, evidence, signatures, policy, withheld } = live
  const times = version === 1 ? '' : `, for the ${String(version)}. time`
  const verb = published.action === 'publish' ? 'published' : 'reinstated'
  return [
    `${subject}: ${verb} ${minute(published.at)} by ${personThen(published.by)}${times}`,
    ...(withheld === undefined
      ? []
      : [`  Withheld from the feed since ${minute(withheld.since)}: ${withheld.reason}`]),
    ...textLines(words, isFull).map((line) => `  ${line}`),
    ...evidence.map((cited) => `  ${citedInWords(cited)}`),
    ...signatures.map(
      ({ actor, at, meaning }) =>
        `  Signed ${minute(at)} by ${personThen(actor)}: ${meaning.replaceAll('-', ' ')}`,
    ),
    ...(policy === undefined
      ? []
      : [
          `  Policy: ${String(policy.approvals)} ${policy.approvals === 1 ? 'signature' : 'signatures'} of ${policy.roles.join(' or ')}`,
        ]),
    `  Hash: ${live.contentHash}`,
  ].map(visible)
}

function minute(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`
}

function citedInWords({ study, stance, locator, facts }: CitedThen): string {
  const where = locator === undefined ? '' : `, ${locator}`
  const told = factsIn(facts)
  return `Cites ${study} (${stance}${where}): ${told.length === 0 ? 'nothing known of it' : told.join(', ')}`
}

function factsIn(facts: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(facts).flatMap(([name, value]) =>
    isRecord(value) ? factsIn(value) : [`${name} ${String(value)}`],
  )
}

const missing =
  'Its text is missing from the texts of record, or damaged: run npm run audit:verify.'

function textLines(words: LiveThen['words'], isFull: boolean): readonly string[] {
  if (words === undefined) return [missing]
  const brief = ['title', 'name', 'statement', 'certainty', 'summary', 'status'].flatMap((name) => {
    const value = words[name]
    return typeof value === 'string' ? [`${name}: ${value}`] : []
  })
  if (!isFull) return brief
  const sections = Array.isArray(words['sections']) ? words['sections'].filter(isRecord) : []
  return [
    ...brief,
    ...sections.flatMap(({ heading, body }) => [`## ${String(heading)}`, ...blocksIn(body)]),
    ...blocksIn(words['body']),
  ]
}

/** The blocks of a rich text as plain words; a claim stands as its name. */
function blocksIn(tree: unknown): readonly string[] {
  if (!isRecord(tree) || !Array.isArray(tree['children'])) return []
  return tree['children'].map(wordsIn).filter((block) => block !== '')
}

function wordsIn(node: unknown): string {
  if (!isRecord(node)) return ''
  if (node['type'] === 'claimReference') return `[claim/${String(node['claim'])}]`
  if (node['type'] === 'image') return `[image: ${String(node['alt'])}]`
  if (typeof node['value'] === 'string') return node['value']
  const children = Array.isArray(node['children']) ? node['children'].map(wordsIn) : []
  return children.join(isBlock(node) ? ' ' : '')
}

function isBlock({ type }: Readonly<Record<string, unknown>>): boolean {
  return ['list', 'listItem', 'table', 'tableRow', 'blockquote'].includes(String(type))
}
