import { z } from 'zod'
import {
  approvalMeanings,
  certainties,
  claimKinds,
  directions,
  healthAspects,
  regulatoryStatuses,
  slotPlaces,
  stances,
} from '../../domain/model/index.ts'
import { feedKinds } from '../model/index.ts'
import { cslItem } from './csl.ts'

/** The parts that several kinds of feed file are made of. */

export const key = z.string().min(1).describe('Stable public name, unique per kind, never reused.')
export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const contentHash = z
  .string()
  .regex(/^cg\d+-[0-9a-f]{64}$/)
  .describe('Names exactly the text that was signed: scheme number and SHA-256 of its projection.')
export const version = z.int().min(1).describe('How often the subject was published.')
export const feedKind = z.enum(feedKinds)

export const licence = z
  .object({ name: z.string(), url: z.url() })
  .meta({ id: 'Licence', description: 'Terms under which the feed may be used.' })

export const publisher = z
  .object({ name: z.string(), url: z.url() })
  .meta({ id: 'Publisher', description: 'Who answers for the feed.' })

export const approval = z
  .object({
    name: z.string(),
    credentials: z.string().optional(),
    orcid: z.string().optional(),
    meaning: z.enum(approvalMeanings),
    at: z.iso.datetime(),
    contentHash,
    fictitious: z.boolean().describe('True for people of the demonstration content.'),
  })
  .meta({ id: 'Approval', description: 'A signature on exactly the text with this content hash.' })

export const disclaimer = z
  .object({
    key,
    slot: z.string().describe('The slot of the channel that it fills.'),
    place: z.enum(slotPlaces),
    claims: z.array(key).describe('The claims that made it necessary; none: the whole page.'),
    text: z.string(),
    markdown: z.string(),
  })
  .meta({ id: 'Disclaimer' })

export const citation = z
  .object({
    study: key,
    stance: z.enum(stances),
    locator: z.string().optional(),
    quote: z.string().optional(),
    reference: z.string().describe('The source in Vancouver style.'),
    url: z.url().optional(),
  })
  .meta({ id: 'Citation' })

export const namedSubject = z.object({ key, title: z.string().optional() })

/** What a claim says and what it rests on, in a page as on its own. */
export const claimContent = {
  statement: z.string(),
  claimKind: z.enum(claimKinds),
  direction: z.enum(directions),
  certainty: z.enum(certainties).optional().describe('GRADE certainty of evidence.'),
  certaintyReason: z.string().optional(),
  therapy: namedSubject,
  condition: namedSubject.optional(),
  population: z.string().optional(),
  outcome: z.string().optional(),
  comparator: z.string().optional(),
  followUpMonths: z.number().optional(),
  jurisdiction: z.string().optional(),
  regulatoryStatus: z.enum(regulatoryStatuses).optional(),
  citations: z.array(citation).describe('Supporting first, then contradicting, then background.'),
}

const signed = {
  contentHash,
  lastReviewed: isoDate.optional(),
  reviewDue: isoDate.optional(),
  approvals: z.array(approval),
}

export const pageClaim = z
  .object({ key, version, url: z.url(), ...claimContent, ...signed })
  .meta({ id: 'Claim', description: 'A checkable medical statement and its evidence.' })

export const section = z
  .object({
    heading: z.string(),
    aspect: z.enum(healthAspects).describe('schema.org HealthAspectEnumeration.'),
    markdown: z.string().describe('The section without its heading, footnotes included.'),
    claims: z.array(key).describe('The claims that stand in it, in reading order.'),
  })
  .meta({ id: 'Section' })

export const claimNotice = z
  .object({ claim: key, date: isoDate, reason: z.string(), text: z.string() })
  .meta({ id: 'ClaimNotice', description: 'Stands where a claim stood that fell.' })

export const statusNotEstablished = z
  .object({
    therapy: namedSubject,
    jurisdiction: z.string(),
    searchedOn: isoDate,
    text: z.string(),
  })
  .meta({ id: 'StatusNotEstablished' })

export const condition = z
  .object({ key, name: z.string(), icd10: z.string().optional(), mesh: z.string().optional() })
  .meta({ id: 'Condition' })

export const media = z
  .object({ sha256, url: z.url(), contentType: z.string(), bytes: z.int() })
  .meta({ id: 'Media' })

/** What every item carries, whatever its kind. */
export const itemContent = {
  $schema: z.url(),
  key,
  version,
  channel: key,
  language: z.string(),
  title: z.string(),
  url: z.url(),
  markdownUrl: z.url(),
  ...signed,
  fictitiousSigners: z.boolean(),
  notice: z.string().optional().describe('Says so when people named in the item do not exist.'),
  disclaimers: z.array(disclaimer),
  references: z.array(cslItem),
  jsonLd: z.record(z.string(), z.unknown()).describe('The item in schema.org terms.'),
  publisher,
  licence,
}
