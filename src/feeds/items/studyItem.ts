import type { RootContent } from 'mdast'
import { identifierUrl, oxfordLevel } from '../../domain/evidence/index.ts'
import type { Claim, Stance, Study } from '../../domain/model/index.ts'
import { citedWork } from '../linkedData/index.ts'
import type { ItemPaths } from '../model/index.ts'
import { toCsl, vancouver, vancouverText } from '../references/index.ts'
import { publisherContent } from './frontMatter.ts'
import type { ItemContext } from './itemContext.ts'
import type { ItemParts } from './itemParts.ts'
import { honestyBlocks, itemAddresses, itemFront } from './itemParts.ts'
import { itemUrls } from './itemUrls.ts'
import { medicalWebPage } from './jsonLd.ts'
import { honesty, signedContent } from './signatures.ts'
import { sourceNotice } from './withFootnotes.ts'
import { bullets, facts, heading, link, paragraph } from './words.ts'

/** A study: its bibliography, what is on record of it, and the live claims that cite it here. */
export function studyItem(study: Study, context: ItemContext): ItemParts {
  const { design, includedDesign } = study
  const addresses = itemAddresses(study, context)
  const title = study.title
  const citedBy = citationsOf(study, context)
  return {
    data: {
      ...addresses,
      kind: 'study',
      key: study.key,
      channel: context.channel.key,
      language: context.channel.language,
      title,
      ...signedContent(study, context),
      ...honesty([study], context),
      ...publisherContent(context),
      disclaimers: [],
      references: [toCsl(study)],
      reference: vancouverText(study),
      sourceType: study.sourceType,
      identifiers: { ...study.identifiers },
      sourceUrl: identifierUrl(study),
      accessed: study.accessed,
      design,
      includedDesign,
      oxfordLevel: design === undefined ? undefined : oxfordLevel(design, includedDesign),
      sampleSize: study.sampleSize,
      population: study.population,
      intervention: study.intervention,
      comparator: study.comparator,
      followUpMonths: study.followUpMonths,
      primaryOutcomeMet: study.primaryOutcomeMet,
      result: study.result,
      harms: study.harms,
      funding: study.funding,
      status: study.status,
      statusChecked: study.statusChecked,
      noticeDoi: study.noticeDoi,
      jurisdiction: study.jurisdiction,
      citedBy: citedBy.map(({ claim, stance, urls }) => ({
        claim: claim.key,
        statement: claim.statement,
        stance,
        url: urls.json,
      })),
      jsonLd: {
        ...medicalWebPage(
          { subject: study, url: addresses.url, title, spokenFor: [study], cited: [] },
          context,
        ),
        mainEntity: citedWork(study),
      },
    },
    front: itemFront({ subject: study, title, disclaimers: [], spokenFor: [study] }, context),
    blocks: [
      ...honestyBlocks([study], context),
      referenceParagraph(study),
      ...notice(study, context),
      heading(context.phrases.headings.record),
      ...studyFacts(study, context),
      heading(context.phrases.headings.citedBy),
      ...citedByBlocks(citedBy, context),
    ],
    media: [],
  }
}

function referenceParagraph(study: Study): RootContent {
  const { text, url } = vancouver(study)
  return url === undefined ? paragraph(text) : paragraph(`${text} `, link(url, url))
}

function notice(study: Study, context: ItemContext): readonly RootContent[] {
  const words = sourceNotice(study, context)
  if (words === undefined) return []
  return [paragraph({ type: 'strong', children: [{ type: 'text', value: words }] })]
}

function studyFacts(study: Study, { phrases }: ItemContext): readonly RootContent[] {
  const { labels } = phrases
  const { design, includedDesign, followUpMonths, sampleSize, primaryOutcomeMet } = study
  const checked = phrases.statusChecked(study.statusChecked)
  return facts([
    [labels.sourceType, phrases.sourceTypes[study.sourceType]],
    [
      labels.design,
      design === undefined
        ? undefined
        : `${phrases.design(design, includedDesign)}, ${phrases.oxfordLevel(oxfordLevel(design, includedDesign))}`,
    ],
    [labels.sampleSize, sampleSize === undefined ? undefined : String(sampleSize)],
    [labels.population, study.population],
    [labels.intervention, study.intervention],
    [labels.comparator, study.comparator],
    [labels.followUp, followUpMonths === undefined ? undefined : phrases.months(followUpMonths)],
    [
      labels.primaryOutcomeMet,
      primaryOutcomeMet === undefined ? undefined : primaryOutcomeMet ? phrases.yes : phrases.no,
    ],
    [labels.result, study.result],
    // Silence is not safety: a study whose record holds no harms says that, never "none".
    [
      labels.harms,
      study.harms ?? (study.sourceType === 'study' ? phrases.harmsNotReported : undefined),
    ],
    [labels.funding, study.funding],
    [
      labels.jurisdiction,
      study.jurisdiction === undefined ? undefined : phrases.jurisdiction(study.jurisdiction),
    ],
    [labels.status, `${phrases.studyStatuses[study.status]} (${checked})`],
  ])
}

interface Cited {
  readonly claim: Claim
  readonly stance: Stance
  /** Address of each form of the claim. */
  readonly urls: ItemPaths
}

function citationsOf(study: Study, context: ItemContext): readonly Cited[] {
  return context
    .citing(study.key)
    .flatMap((claim) =>
      claim.citations
        .filter((citation) => citation.study === study.key)
        .map(({ stance }) => ({ claim, stance, urls: itemUrls(claim, context) })),
    )
}

function citedByBlocks(cited: readonly Cited[], { phrases }: ItemContext): readonly RootContent[] {
  if (cited.length === 0) return [paragraph(phrases.citedByNone)]
  return bullets(
    cited.map(({ claim, stance, urls }) => [
      link(urls.markdown, claim.statement),
      ` (${phrases.citedAs[stance]})`,
    ]),
  )
}
