import type {
  Claim,
  Finding,
  Graph,
  Page,
  Subject,
  SubjectKind,
  SubjectName,
} from '../model/index.ts'
import { knownSubjects, subjectName } from '../model/index.ts'
import { channelsOf, isShownIn } from '../pages/index.ts'
import { viewOf } from './channelView.ts'
import type { ChannelView } from './channelView.ts'
import { compareText } from './compareText.ts'
import { settle, without } from './layer.ts'
import type { Layer } from './layer.ts'
import type { Prior } from './prior.ts'
import { nothingKnown } from './prior.ts'
import { releasedKinds } from './releasePlan.ts'
import type { ChannelPlan, ReleasedItem, ReleasePlan, Withheld } from './releasePlan.ts'
import { merged, settlePages } from './settlePages.ts'
import type { Errors } from './settlePages.ts'
import { openWithholding, withheldAs } from './withholding.ts'

/**
 * What the next release consists of: everything live that passes the gate on this day. Each kind
 * leans only on those settled before it, so one pass from the bottom is enough: conditions, studies,
 * disclaimers, claims, pages. A page is judged as its readers would find it, channel by channel, with
 * notices in the place of claims that have fallen. The same graph and day give the same plan.
 *
 * @param graph - the whole content; with `prior`, the open subjects and all that they lean on
 * @param prior - what is known already; what the plan says of subjects that are not open is taken
 *   from there, and pages among them are left out
 */
export function planRelease(graph: Graph, now: Date, prior: Prior = nothingKnown): ReleasePlan {
  const conditions = settle(graph.conditions, graph, now, prior)
  const onConditions = { ...graph, conditions: conditions.known }
  const studies = settle(graph.studies, onConditions, now, prior)
  const onStudies = { ...onConditions, studies: studies.known }
  const disclaimers = settle(graph.disclaimers, onStudies, now, prior)
  const onDisclaimers = { ...onStudies, disclaimers: disclaimers.known }
  const claims = settle(graph.claims, onDisclaimers, now, prior)
  const onClaims = { ...onDisclaimers, claims: claims.known }

  const views = [...graph.channels.values()]
    .toSorted((a, b) => compareText(a.key, b.key))
    .map((channel) => viewOf(channel, graph, claims, now))
  const therapies = settlePages(graph.therapies.values(), views, onClaims, now, prior)
  const onTherapies = {
    ...onClaims,
    therapies: without(graph.therapies, therapies.failedEverywhere),
  }
  const articles = settlePages(graph.articles.values(), views, onTherapies, now, prior)

  const failing: Errors[] = [
    ...errorsOf('condition', conditions),
    ...errorsOf('study', studies),
    ...errorsOf('disclaimer', disclaimers),
    ...claimErrors(claims, onClaims),
    ...therapies.errors,
    ...articles.errors,
  ]
  const errors = failing.filter(({ subject }) => prior.isOpen(subject))
  const withheld = errors.map((each) => withheldBy(each, graph, now)).toSorted(compareWithheld)
  return {
    channels: views.map((view) =>
      channelPlan(view, claims, [
        ...(therapies.pages.get(view.channel.key) ?? []),
        ...(articles.pages.get(view.channel.key) ?? []),
      ]),
    ),
    withheld,
    readmitted: readmitted(graph, new Set(withheld.map(({ subject }) => subject))).filter((name) =>
      prior.isOpen(name),
    ),
  }
}

function errorsOf(kind: SubjectKind, layer: Layer<Subject>): Errors[] {
  return [...layer.failed].map(([key, findings]) => ({
    subject: `${kind}/${key}` as const,
    findings,
  }))
}

function claimErrors(claims: Layer<Claim>, graph: Graph): Errors[] {
  const kept = [...claims.known.values()].flatMap(({ subject }) => {
    const findings = claims.keptOut.get(subject.key)
    if (findings === undefined) return []
    const byChannel = new Map<string, Finding[]>()
    for (const finding of findings) {
      const channel = finding.channel ?? ''
      byChannel.set(channel, [...(byChannel.get(channel) ?? []), finding])
    }
    const channels = [...byChannel.keys()]
    return merged(subjectName(subject), byChannel, channelsOf(subject, graph).length).map((each) =>
      each.channel === undefined ? { ...each, inChannels: channels } : each,
    )
  })
  return [...errorsOf('claim', claims), ...kept]
}

function withheldBy(
  { subject, channel, inChannels, findings }: Errors,
  graph: Graph,
  now: Date,
): Withheld {
  const { date, reason, isRecorded } = withheldAs(findings, graph.log.get(subject), now)
  return {
    subject,
    ...(channel === undefined ? {} : { channel }),
    ...(inChannels === undefined ? {} : { inChannels }),
    findings,
    since: date,
    reason,
    isRecorded,
  }
}

function channelPlan(view: ChannelView, claims: Layer<Claim>, pages: readonly Page[]): ChannelPlan {
  const { channel, keptOut, absent } = view
  const shown = [...claims.known.values()].flatMap(({ subject, isLive }) =>
    isLive &&
    subject.language === channel.language &&
    isShownIn(subject, channel) &&
    !keptOut.has(subject.key)
      ? subject
      : [],
  )
  const cited = new Set(shown.flatMap(({ citations }) => citations.map(({ study }) => study)))
  const items: ReleasedItem[] = [
    ...pages.map(({ kind, key }) => ({ kind, key })),
    ...shown.map(({ kind, key }) => ({ kind, key })),
    ...[...cited].map((key) => ({ kind: 'study' as const, key })),
  ]
  return {
    channel,
    items: items.toSorted(compareItems),
    pages: pages.toSorted(compareItems),
    fallenClaims: new Map([...absent].toSorted(([one], [other]) => compareText(one, other))),
  }
}

function readmitted(graph: Graph, withheld: ReadonlySet<SubjectName>): readonly SubjectName[] {
  const live = knownSubjects(graph).flatMap(({ subject, isLive }) =>
    isLive ? subjectName(subject) : [],
  )
  return live
    .filter((name) => !withheld.has(name) && openWithholding(graph.log.get(name)) !== undefined)
    .toSorted(compareText)
}

function compareItems(one: ReleasedItem, other: ReleasedItem): number {
  return (
    releasedKinds.indexOf(one.kind) - releasedKinds.indexOf(other.kind) ||
    compareText(one.key, other.key)
  )
}

function compareWithheld(one: Withheld, other: Withheld): number {
  return (
    compareText(one.subject, other.subject) || compareText(one.channel ?? '', other.channel ?? '')
  )
}
