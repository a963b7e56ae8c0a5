import type { Nodes } from 'mdast'
import type { Page } from '../model/index.ts'
import { contentOf } from './content.ts'
import { nodesIn, type Visit } from './nodes.ts'

/** One place where a claim stands on a page. */
export interface ClaimPlacement {
  /** Key of the claim. */
  readonly claim: string
  /** Index of the section it stands in. */
  readonly section: number
  /** The same as a place for findings, e.g. `sections.2.body`. */
  readonly place: string
  /** True if the claim is all that its paragraph or table cell holds. */
  readonly standsAlone: boolean
}

/** Every place where a claim stands, in reading order; a claim that stands twice occurs twice. */
export function claimReferences(page: Page): ClaimPlacement[] {
  return page.sections.flatMap((section, index) =>
    [...nodesIn(section.body)].flatMap((visit) =>
      visit.node.type === 'claimReference'
        ? [
            {
              claim: visit.node.claim,
              section: index,
              place: `sections.${String(index)}.body`,
              standsAlone: standsAlone(visit),
            },
          ]
        : [],
    ),
  )
}

/** The keys of the claims on a page, in reading order, each once. */
export function claimsOn(page: Page): string[] {
  return [...new Set(claimReferences(page).map(({ claim }) => claim))]
}

const inline: ReadonlySet<Nodes['type']> = new Set<Nodes['type']>([
  'delete',
  'emphasis',
  'link',
  'linkReference',
  'strong',
])

function standsAlone(reference: Visit): boolean {
  let block = reference.parent
  while (block !== undefined && inline.has(block.node.type)) block = block.parent
  if (block === undefined) return false
  if (block.node.type !== 'paragraph' && block.node.type !== 'tableCell') return false
  return contentOf(block).length === 1
}
