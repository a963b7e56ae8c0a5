import type { RootContent } from 'mdast'
import type { HealthAspect, Page } from '../../domain/model/index.ts'
import type { ItemContext } from './itemContext.ts'
import { disclaimerBlocks } from './disclaimersShown.ts'
import type { ShownDisclaimer } from './disclaimersShown.ts'
import { readableBlocks } from './readableBlocks.ts'
import { paragraph } from './words.ts'

/** A section as it is read in a channel. */
export interface ReadSection {
  readonly heading: string
  readonly aspect: HealthAspect
  readonly blocks: readonly RootContent[]
  /** Keys of the claims in it, in reading order, each once. */
  readonly claims: readonly string[]
  /** Place in the page, for refusals. */
  readonly place: string
}

/** What a page says of a status that nobody has stated, in the words of the feed. */
export interface StatedStatus {
  readonly therapy: { readonly key: string; readonly title: string }
  readonly jurisdiction: string
  readonly searchedOn: string
  readonly text: string
}

const accessAspect: HealthAspect = 'GettingAccessHealthAspect'

/**
 * The sections of a page with claims, disclaimers and regulatory status in their places.
 */
export function pageSections(
  page: Page,
  disclaimers: readonly ShownDisclaimer[],
  context: ItemContext,
): readonly ReadSection[] {
  const beside = disclaimers.filter(({ place }) => place === 'beside-claim')
  const status = statusesNotEstablished(page, context).map(({ text }) => paragraph(text))
  const access = page.sections.findIndex(({ aspect }) => aspect === accessAspect)
  const sections = page.sections.map(({ heading, aspect, body }, index): ReadSection => {
    const read = readableBlocks(body, context)
    return {
      heading,
      aspect,
      blocks: [
        ...read.flatMap(({ block, claims }) => [
          block,
          ...disclaimerBlocks(
            beside.filter((shown) => shown.claims.some((claim) => claims.includes(claim))),
            context,
          ),
        ]),
        ...(index === access ? status : []),
      ],
      claims: [...new Set(read.flatMap(({ claims }) => claims))],
      place: `sections.${String(index)}.body`,
    }
  })
  const own: ReadSection = {
    heading: context.phrases.headings.regulatoryStatus,
    aspect: accessAspect,
    blocks: access === -1 ? status : [],
    claims: [],
    place: 'statusNotEstablished',
  }
  return [...sections, own].filter(({ blocks }) => blocks.length > 0)
}

/** The statuses that the page, as it is read here, says are not established. */
export function statusesNotEstablished(
  page: Page,
  { therapy: live, phrases }: ItemContext,
): readonly StatedStatus[] {
  return page.statusNotEstablished.map(({ therapy, jurisdiction, searchedOn }) => {
    const title = live(therapy)?.title ?? therapy
    return {
      therapy: { key: therapy, title },
      jurisdiction,
      searchedOn,
      text: phrases.notEstablished({
        therapy: title,
        jurisdiction: phrases.jurisdiction(jurisdiction),
        searchedOn: phrases.date(searchedOn),
      }),
    }
  })
}
