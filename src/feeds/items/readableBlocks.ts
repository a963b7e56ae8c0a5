import type { Nodes, RootContent } from 'mdast'
import type { Claim, RichText } from '../../domain/model/index.ts'
import { nodesIn } from '../../domain/pages/index.ts'
import { Refused, noticeDirective } from '../tree/index.ts'
import { markedClaim } from './claimInPlace.ts'
import type { ItemContext } from './itemContext.ts'
import { text } from './words.ts'

/** One block of a text as it is read in a channel, with the claims that stand in it. */
export interface ReadableBlock {
  readonly block: RootContent
  /** Keys, in reading order. */
  readonly claims: readonly string[]
}

/** Puts the words of claims and notices in their places. */
export function readableBlocks(body: RichText, context: ItemContext): readonly ReadableBlock[] {
  return body.children.flatMap((block) => {
    const claims = claimsIn(block)
    return read(block, context).map((node) => ({ block: node as RootContent, claims }))
  })
}

function read(node: Nodes, context: ItemContext): readonly Nodes[] {
  if (node.type === 'claimReference')
    return [markedClaim(publishedClaim(node.claim, context), context)]
  if (node.type === 'claimNotice') {
    const words = text(claimNoticeText(node, context))
    return [noticeDirective(node, [{ type: 'emphasis', children: [words] }])]
  }
  if (!('children' in node)) return [node]
  return [{ ...node, children: node.children.flatMap((child) => read(child, context)) } as Nodes]
}

/** The plan sees to it that a page shows only claims that go out with it. */
function publishedClaim(key: string, context: ItemContext): Claim {
  const claim = context.graph.claims.get(key)?.subject
  if (claim === undefined || !context.goesOut(claim)) {
    throw new Refused('sections', `The claim ${key} does not go out in ${context.channel.key}.`)
  }
  return claim
}

function claimsIn(block: RootContent): readonly string[] {
  return [...nodesIn({ type: 'root', children: [block] })].flatMap(({ node }) =>
    node.type === 'claimReference' ? [node.claim] : [],
  )
}

/** What stands in the place of a claim that fell. */
export function claimNoticeText(
  { date, reason }: { readonly date: string; readonly reason: string },
  { phrases }: ItemContext,
): string {
  return phrases.claimRemoved({
    date: phrases.date(date),
    reason: /[.?!]$/.test(reason) ? reason : `${reason}.`,
  })
}
