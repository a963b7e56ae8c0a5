import type { RootContent } from 'mdast'
import { oxfordLevel } from '../../domain/evidence/index.ts'
import type { Claim, Stance, Study } from '../../domain/model/index.ts'
import { stances } from '../../domain/model/index.ts'
import { shortName, toCsl } from '../references/index.ts'
import { citedStudy, studiesCited } from './citedStudy.ts'
import { claimContent } from './claimContent.ts'
import { sourceReference, markedClaim } from './claimInPlace.ts'
import { disclaimerBlocks, disclaimerContent, disclaimersShown } from './disclaimersShown.ts'
import { publisherContent } from './frontMatter.ts'
import type { ItemContext } from './itemContext.ts'
import type { ItemParts } from './itemParts.ts'
import { honestyBlocks, itemAddresses, itemFront } from './itemParts.ts'
import { aboutTherapies, medicalWebPage, statedClaim } from './jsonLd.ts'
import { honesty, signedContent, signerName } from './signatures.ts'
import { withFootnotes } from './withFootnotes.ts'
import { bullets, facts, heading, paragraph } from './words.ts'

/** A claim on its own: what it says, how certain that is, and every source for and against it. */
export function claimItem(claim: Claim, context: ItemContext): ItemParts {
  const shown = disclaimersShown(claim, context)
  const spokenFor = [claim, ...shown.map(({ disclaimer }) => disclaimer)]
  const cited = studiesCited([claim], context)
  const addresses = itemAddresses(claim, context)
  const title = claim.statement
  const at = (...places: readonly string[]) =>
    disclaimerBlocks(
      shown.filter(({ place }) => places.includes(place)),
      context,
    )
  const blocks: readonly RootContent[] = [
    ...at('top'),
    ...honestyBlocks(spokenFor, context),
    paragraph(markedClaim(claim, context)),
    ...at('beside-claim'),
    ...claimFacts(claim, context),
    ...stances.flatMap((stance) => evidence(claim, stance, context)),
    ...reviewedBy(claim, context),
    ...at('end'),
  ]
  return {
    data: {
      ...addresses,
      kind: 'claim',
      key: claim.key,
      channel: context.channel.key,
      language: claim.language,
      translationOf: claim.translationOf,
      title,
      ...claimContent(claim, context),
      ...signedContent(claim, context),
      ...honesty(spokenFor, context),
      ...publisherContent(context),
      disclaimers: disclaimerContent(shown, context),
      references: cited.map(toCsl),
      jsonLd: {
        ...medicalWebPage({ subject: claim, url: addresses.url, title, spokenFor, cited }, context),
        ...aboutTherapies(
          [claim.therapy],
          claim.condition === undefined ? [] : [claim.condition],
          context,
        ),
        ...statedClaim(claim, context),
      },
    },
    front: itemFront(
      {
        subject: claim,
        title,
        ...(claim.certainty === undefined ? {} : { certainty: claim.certainty }),
        disclaimers: shown.map(({ disclaimer }) => disclaimer.key),
        spokenFor,
      },
      context,
    ),
    blocks: withFootnotes(blocks, context),
    media: [],
  }
}

function claimFacts(
  claim: Claim,
  { phrases, therapy, condition }: ItemContext,
): readonly RootContent[] {
  const { labels } = phrases
  return facts([
    [labels.kind, phrases.claimKinds[claim.claimKind]],
    // A status is not evidence for or against a therapy.
    [
      labels.direction,
      claim.claimKind === 'regulatory' ? undefined : phrases.directions[claim.direction],
    ],
    [labels.therapy, therapy(claim.therapy)?.title ?? claim.therapy],
    [
      labels.condition,
      claim.condition === undefined
        ? undefined
        : (condition(claim.condition)?.name ?? claim.condition),
    ],
    [
      labels.certainty,
      claim.certainty === undefined ? undefined : phrases.certainties[claim.certainty],
    ],
    [labels.certaintyReason, claim.certaintyReason],
    [labels.population, claim.population],
    [labels.outcome, claim.outcome],
    [labels.comparator, claim.comparator],
    [
      labels.followUp,
      claim.followUpMonths === undefined ? undefined : phrases.months(claim.followUpMonths),
    ],
    [
      labels.jurisdiction,
      claim.jurisdiction === undefined ? undefined : phrases.jurisdiction(claim.jurisdiction),
    ],
    [
      labels.regulatoryStatus,
      claim.regulatoryStatus === undefined
        ? undefined
        : phrases.regulatoryStatuses[claim.regulatoryStatus],
    ],
  ])
}

/** The sources with one stance, each with what it found. */
function evidence(claim: Claim, stance: Stance, context: ItemContext): readonly RootContent[] {
  const { labels, evidence: headings } = context.phrases
  const citations = claim.citations.filter((citation) => citation.stance === stance)
  if (citations.length === 0) return []
  return [
    heading(headings[stance]),
    ...bullets(
      citations.map(({ study: key, locator, quote }) => {
        const study = citedStudy(key, context)
        const details = [
          study.result,
          locator === undefined ? undefined : `${labels.locator}: ${locator}.`,
          quote === undefined ? undefined : `${labels.quote}: “${quote}”`,
        ].filter((detail) => detail !== undefined)
        const method = methodOf(study, context)
        return [
          shortName(study),
          sourceReference(key),
          `${method === '' ? '' : ` (${method})`}${details.length === 0 ? '' : `: ${details.join(' ')}`}`,
        ]
      }),
    ),
  ]
}

/** How a source came to its result: design, level and size. */
function methodOf(study: Study, { phrases }: ItemContext): string {
  const { design, includedDesign, sampleSize } = study
  return [
    design === undefined ? phrases.sourceTypes[study.sourceType] : phrases.designs[design],
    design === undefined ? undefined : phrases.oxfordLevel(oxfordLevel(design, includedDesign)),
    sampleSize === undefined
      ? undefined
      : `${phrases.labels.sampleSize.toLowerCase()} ${String(sampleSize)}`,
  ]
    .filter((part) => part !== undefined)
    .join('; ')
}

function reviewedBy(claim: Claim, context: ItemContext): readonly RootContent[] {
  const { phrases } = context
  const { approvals } = context.standing(claim)
  if (approvals.length === 0) return []
  return [
    heading(phrases.headings.reviewedBy),
    ...bullets(
      approvals.map((approval) => [
        `${signerName(approval, context)}: ${phrases.meanings[approval.meaning]}, ${phrases.date(approval.at)}`,
      ]),
    ),
  ]
}
