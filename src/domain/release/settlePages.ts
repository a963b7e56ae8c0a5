import type { Finding, Graph, Page, SubjectName } from '../model/index.ts'
import { subjectName } from '../model/index.ts'
import { channelsOf, claimsOn } from '../pages/index.ts'
import { evaluate, registry } from '../rules/index.ts'
import type { ChannelView } from './channelView.ts'
import { errorsIn } from './layer.ts'
import { pageAsRead } from './pageAsRead.ts'
import type { Prior } from './prior.ts'

/** What keeps a subject from a channel or, where none is named, from all. */
export interface Errors {
  readonly subject: SubjectName
  readonly channel?: string
  readonly inChannels?: readonly string[]
  readonly findings: readonly Finding[]
}

/** What became of the live pages of one kind. */
export interface SettledPages {
  /** By channel, as they are read there. */
  readonly pages: ReadonlyMap<string, readonly Page[]>
  readonly errors: readonly Errors[]
  readonly failedEverywhere: ReadonlyMap<string, unknown>
}

/**
 * Asks the gate about every live page in each of its channels, as its readers would find it there;
 * `graph` knows which claims stand. Of a page that need not be asked about only whether it stands is
 * told.
 */
export function settlePages(
  known: Iterable<{ readonly subject: Page; readonly isLive: boolean }>,
  views: readonly ChannelView[],
  graph: Graph,
  now: Date,
  prior: Prior,
): SettledPages {
  const pages = new Map<string, Page[]>()
  const errors: Errors[] = []
  const failedEverywhere = new Map<string, true>()
  for (const { subject: page, isLive } of known) {
    if (!isLive) continue
    const name = subjectName(page)
    if (!prior.isOpen(name)) {
      const isEverywhere = prior.withheld.get(name)?.some(({ channel }) => channel === undefined)
      if (isEverywhere === true) failedEverywhere.set(page.key, true)
      continue
    }
    const goesTo = new Set(channelsOf(page, graph).map(({ key }) => key))
    const signing = errorsIn(evaluate(page, graph, now, reviewRules))
    const failures = new Map<string, readonly Finding[]>()
    for (const view of views) {
      const { key } = view.channel
      if (!goesTo.has(key)) continue
      const { asRead, findings } = readIn(view, page, graph, now)
      if (signing.length + findings.length > 0) failures.set(key, [...signing, ...findings])
      else listIn(pages, key).push(asRead)
    }
    if (goesTo.size === 0) failures.set('', errorsIn(evaluate(page, graph, now)))
    if (failures.size >= goesTo.size) failedEverywhere.set(page.key, true)
    errors.push(...merged(name, failures, goesTo.size))
  }
  return { pages, errors, failedEverywhere }
}

/** Signatures cover the page as it was written; everything else is asked of the page as it is read. */
const reviewRules = registry.filter(({ concern }) => concern === 'review')
const readingRules = registry.filter(({ concern }) => concern !== 'review')

/**
 * A page in one channel. A claim that lacks something in this channel alone, such as a disclaimer, is
 * judged as part of the page first: a page that needs what the channel lacks cannot go there, and a
 * notice would hide that.
 */
function readIn(
  { channel, fallen, keptOut, absent }: ChannelView,
  page: Page,
  graph: Graph,
  now: Date,
): { readonly asRead: Page; readonly findings: readonly Finding[] } {
  const asRead = pageAsRead(page, channel, graph, fallen)
  const findings = errorsIn(evaluate(asRead, graph, now, readingRules))
  if (findings.length > 0 || !claimsOn(asRead).some((claim) => keptOut.has(claim))) {
    return { asRead, findings }
  }
  const noticed = pageAsRead(page, channel, graph, absent)
  return { asRead: noticed, findings: errorsIn(evaluate(noticed, graph, now, readingRules)) }
}

/** What fails in every channel it goes to is withheld as a whole. */
export function merged(
  subject: SubjectName,
  failures: ReadonlyMap<string, readonly Finding[]>,
  channels: number,
): Errors[] {
  if (failures.size === 0) return []
  if (failures.size >= channels) {
    return [{ subject, findings: distinct([...failures.values()].flat()) }]
  }
  return [...failures].map(([channel, findings]) => ({ subject, channel, findings }))
}

function distinct(findings: readonly Finding[]): readonly Finding[] {
  const byContent = new Map<string, Finding>()
  for (const finding of findings) {
    const content = JSON.stringify([finding.rule, finding.place, finding.message])
    if (!byContent.has(content)) byContent.set(content, finding)
  }
  return [...byContent.values()]
}

function listIn<T>(lists: Map<string, T[]>, key: string): T[] {
  const list = lists.get(key) ?? []
  lists.set(key, list)
  return list
}
