import type { Nodes, RootContent } from 'mdast'
import type { Article, Claim, Page, Therapy } from '../../domain/model/index.ts'
import { claimsShown, nodesIn, therapiesOf } from '../../domain/pages/index.ts'
import { compareText } from '../model/index.ts'
import { toCsl } from '../references/index.ts'
import type { ArticleItem, TherapyItem } from '../schemas/index.ts'
import { Refused } from '../tree/index.ts'
import { studiesCited } from './citedStudy.ts'
import { pageClaim } from './claimContent.ts'
import { disclaimerBlocks, disclaimerContent, disclaimersShown } from './disclaimersShown.ts'
import { publisherContent } from './frontMatter.ts'
import type { ItemContext } from './itemContext.ts'
import type { ItemParts } from './itemParts.ts'
import { honestyBlocks, itemAddresses, itemFront } from './itemParts.ts'
import { aboutTherapies, healthAspectParts, medicalWebPage } from './jsonLd.ts'
import { markdownOf } from './markdownOf.ts'
import { pageSections, statusesNotEstablished } from './pageSections.ts'
import { claimNoticeText } from './readableBlocks.ts'
import { honesty, signedContent } from './signatures.ts'
import { withFootnotes } from './withFootnotes.ts'
import { heading } from './words.ts'

/**
 * A therapy or an article. `live` is the text that was signed; `page` is the same as it is read in
 * this channel, with notices where claims fell.
 */
export function pageItem(live: Page, page: Page, context: ItemContext): ItemParts {
  const claims = [...new Set(claimsShown(page, context.channel, context.graph))].sort((a, b) =>
    compareText(a.key, b.key),
  )
  const shown = disclaimersShown(page, context)
  const spokenFor = [live, ...claims, ...shown.map(({ disclaimer }) => disclaimer)]
  const sections = pageSections(page, shown, context)
  const cited = studiesCited(claims, context)
  const { title, summary } = page
  const addresses = itemAddresses(live, context)
  const media = mediaIn(page)

  const content = {
    ...addresses,
    key: live.key,
    channel: context.channel.key,
    language: page.language,
    title,
    summary,
    translationOf: page.translationOf,
    ...signedContent(live, context),
    ...honesty(spokenFor, context),
    ...publisherContent(context),
    conditions: page.conditions.flatMap((key) => {
      const condition = context.condition(key)
      if (condition === undefined) return []
      return [{ key, name: condition.name, icd10: condition.icd10, mesh: condition.mesh }]
    }),
    disclaimers: disclaimerContent(shown, context),
    sections: sections.map((section) => ({
      heading: section.heading,
      aspect: section.aspect,
      markdown: markdownOf(withFootnotes(section.blocks, context), section.place, context),
      claims: [...section.claims],
    })),
    claims: claims.map((claim) => pageClaim(claim, context)),
    statusNotEstablished: statusesNotEstablished(page, context).map((status) => ({ ...status })),
    notices: noticesIn(page, context),
    references: cited.map(toCsl),
    media: media.map((sha256) => mediaContent(sha256, context)),
    jsonLd: {
      ...medicalWebPage(
        { subject: live, url: addresses.url, title, summary, spokenFor, cited },
        context,
      ),
      ...aboutTherapies(therapiesOf(page), page.conditions, context),
      ...healthAspectParts(sections, claims, context),
    },
  }

  const at = (place: 'top' | 'end') =>
    disclaimerBlocks(
      shown.filter((one) => one.place === place),
      context,
    )
  const blocks: readonly RootContent[] = [
    ...at('top'),
    ...honestyBlocks(spokenFor, context),
    ...sections.flatMap((section) => [heading(section.heading), ...section.blocks]),
    ...at('end'),
  ]
  return {
    data:
      page.kind === 'therapy' ? therapyData(page, content) : articleData(page, content, context),
    front: itemFront(
      {
        subject: live,
        title,
        summary,
        disclaimers: shown.map(({ disclaimer }) => disclaimer.key),
        spokenFor,
        ...certaintyOf(claims),
      },
      context,
    ),
    blocks: withFootnotes(blocks, context),
    media,
  }
}

type PageContent = Omit<TherapyItem, 'kind' | 'alternateNames'>

function therapyData({ alternateNames }: Therapy, content: PageContent): TherapyItem {
  return { ...content, kind: 'therapy', alternateNames: [...alternateNames] }
}

function articleData(
  { therapies }: Article,
  content: PageContent,
  context: ItemContext,
): ArticleItem {
  return {
    ...content,
    kind: 'article',
    therapies: therapies.map((key) => ({ key, title: context.therapy(key)?.title })),
  }
}

function certaintyOf(claims: readonly Claim[]): { certainty?: Readonly<Record<string, string>> } {
  const rated = claims.flatMap(({ key, certainty }) =>
    certainty === undefined ? [] : [[key, certainty] as const],
  )
  return rated.length === 0 ? {} : { certainty: Object.fromEntries(rated) }
}

function nodesOf(page: Page): readonly Nodes[] {
  return page.sections.flatMap(({ body }) => [...nodesIn(body)].map(({ node }) => node))
}

function noticesIn(page: Page, context: ItemContext): TherapyItem['notices'] {
  return nodesOf(page).flatMap((node) =>
    node.type === 'claimNotice'
      ? [
          {
            claim: node.claim,
            date: node.date,
            reason: node.reason,
            text: claimNoticeText(node, context),
          },
        ]
      : [],
  )
}

const mediaPrefix = 'media:'

function mediaIn(page: Page): readonly string[] {
  const digests = nodesOf(page).flatMap((node) =>
    node.type === 'image' && node.url.startsWith(mediaPrefix)
      ? [node.url.slice(mediaPrefix.length)]
      : [],
  )
  return [...new Set(digests)].sort(compareText)
}

function mediaContent(sha256: string, context: ItemContext): TherapyItem['media'][number] {
  const file = context.mediaFile(sha256)
  const url = context.mediaUrl(sha256)
  if (file === undefined || url === undefined) {
    throw new Refused('media', `The file media:${sha256} is missing.`)
  }
  return { sha256, url, contentType: file.contentType, bytes: file.bytes }
}
