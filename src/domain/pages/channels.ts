import type { Channel, Claim, Graph, Page } from '../model/index.ts'
import { claimsOn } from './claimReferences.ts'

/** A regulatory claim is shown in its own jurisdiction only, every other claim everywhere. */
export function isShownIn(claim: Claim, channel: Channel): boolean {
  return claim.claimKind !== 'regulatory' || claim.jurisdiction === channel.jurisdiction
}

/**
 * The channels a subject goes to, by key. A page: those it names and that exist. A claim: all of its
 * language, a regulatory one only where its jurisdiction is.
 */
export function channelsOf(subject: Page | Claim, graph: Graph): Channel[] {
  const channels = [...graph.channels.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1))
  return subject.kind === 'claim'
    ? channels.filter(
        (channel) => channel.language === subject.language && isShownIn(subject, channel),
      )
    : channels.filter(({ key }) => subject.channels.includes(key))
}

/** The claims that a page shows in a channel, in reading order. Keys the graph lacks are left out. */
export function claimsShown(page: Page, channel: Channel, graph: Graph): Claim[] {
  return claimsKnown(page, graph).filter((claim) => isShownIn(claim, channel))
}

/** The claims on a page, in reading order, live or not. Keys the graph lacks are left out. */
export function claimsKnown(page: Page, graph: Graph): Claim[] {
  return claimsOn(page).flatMap((key) => graph.claims.get(key)?.subject ?? [])
}

/** The therapies a page speaks of: its own for a therapy, the listed ones for an article. */
export function therapiesOf(page: Page): readonly string[] {
  return page.kind === 'therapy' ? [page.key] : page.therapies
}
