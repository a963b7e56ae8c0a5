import { identifierUrl, validIdentifiers } from '../../domain/evidence/index.ts'
import type { PartialDate, Study } from '../../domain/model/index.ts'
import { dateParts } from '../phrases/index.ts'
import { authorNames } from './authorNames.ts'
import { oncePerStudy } from './oncePerStudy.ts'
import { pageRange } from './pageRange.ts'

/** A source in Vancouver style: its words, and the address that ends them. */
export interface Reference {
  /** Ends in a full stop; does not hold the address. */
  readonly text: string
  /** Where a reader finds the source; absent where no identifier and no address is known. */
  readonly url?: string
}

/**
 * Formats a source after the ICMJE sample references (NLM, "Samples of Formatted References for
 * Authors of Journal Articles"). Journal titles stand as they are on record, not abbreviated.
 * Guidelines and regulatory documents are cited as web documents with the date they were read.
 */
export const vancouver = oncePerStudy(reference)

function reference(study: Study): Reference {
  const url = identifierUrl(study)
  const parts = isJournalArticle(study)
    ? [issuer(study), study.title, study.containerTitle, place(study), numbers(study)]
    : [issuer(study), study.title, published(study), numbers(study)]
  return {
    text: parts.flatMap((part) => (part ? [sentence(part)] : [])).join(' '),
    ...(url === undefined ? {} : { url }),
  }
}

/** The same as one line of plain text. */
export function vancouverText(study: Study): string {
  const { text, url } = vancouver(study)
  return url === undefined ? text : `${text} ${url}`
}

function isJournalArticle({ sourceType, containerTitle }: Study): boolean {
  return sourceType === 'study' && containerTitle !== undefined
}

function issuer({ authors, authorsComplete, publisher }: Study): string {
  const names = authorNames(authors, authorsComplete)
  return names === '' ? (publisher ?? '') : names
}

/** Year, volume, issue and pages: `2024;83(11):1572-83`. */
function place({ issued, volume, issue, page }: Study): string {
  // A volume says more than a month; without one the date is given as far as it is known.
  const date = issued === undefined ? '' : volume === undefined ? shortDate(issued) : year(issued)
  const part = `${volume ?? ''}${issue === undefined ? '' : `(${issue})`}`
  const pages = page === undefined ? '' : `:${pageRange(page)}`
  return date === '' ? `${part}${pages}` : `${date}${part === '' ? '' : `;${part}`}${pages}`
}

/** Date and publisher of what is no journal article, and when it was read. */
function published({ issued, accessed, publisher, authors, containerTitle }: Study): string {
  // A body that publishes what it wrote is named once, as the author.
  const isAuthor =
    authors.length === 0 || authors.some((name) => 'literal' in name && name.literal === publisher)
  const body = isAuthor ? undefined : publisher
  const where = [containerTitle, body].filter((part) => part !== undefined).join('. ')
  const when = issued === undefined ? '' : shortDate(issued)
  const read = accessed === undefined ? '' : `[cited ${shortDate(accessed)}]`
  const dated = [when, read].filter((part) => part !== '').join(' ')
  return [where, dated].filter((part) => part !== '').join('; ')
}

/** The identifiers other than the one that is the address. */
function numbers({ identifiers }: Study): string {
  const labels = { doi: 'doi:', pmid: 'PMID: ', pmcid: 'PMCID: ', nct: 'ClinicalTrials.gov ' }
  return validIdentifiers(identifiers)
    .slice(1)
    .filter(({ name }) => name !== 'pmcid')
    .map(({ name, value }) => `${labels[name]}${value}`)
    .join('; ')
}

function year(date: PartialDate): string {
  return String(dateParts(date).year)
}

const shortMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** `2021 Jun 3`, as far as it is known. */
function shortDate(date: PartialDate): string {
  const parts = dateParts(date)
  const month = parts.month === undefined ? undefined : shortMonths[parts.month - 1]
  return [parts.year, month, parts.day].filter((part) => part !== undefined).join(' ')
}

function sentence(text: string): string {
  return /[.?!]$/.test(text) ? text : `${text}.`
}
