import { z } from 'zod'
import { sourceTypes, stances, studyDesigns, studyStatuses } from '../../domain/model/index.ts'
import {
  claimContent,
  claimNotice,
  condition,
  isoDate,
  itemContent,
  key,
  media,
  namedSubject,
  pageClaim,
  section,
  statusNotEstablished,
} from './common.ts'

const pageContent = {
  ...itemContent,
  summary: z.string(),
  translationOf: key.optional(),
  conditions: z.array(condition),
  sections: z.array(section),
  claims: z.array(pageClaim).describe('Every claim on the page, in the order of their keys.'),
  statusNotEstablished: z.array(statusNotEstablished),
  notices: z.array(claimNotice),
  media: z.array(media),
}

export const therapyItem = z.object({
  ...pageContent,
  kind: z.literal('therapy'),
  alternateNames: z.array(z.string()),
})

export const articleItem = z.object({
  ...pageContent,
  kind: z.literal('article'),
  therapies: z.array(namedSubject),
})

export const claimItem = z.object({
  ...itemContent,
  ...claimContent,
  kind: z.literal('claim'),
  translationOf: key.optional(),
})

export const studyItem = z.object({
  ...itemContent,
  kind: z.literal('study'),
  sourceType: z.enum(sourceTypes),
  reference: z.string().describe('The source in Vancouver style.'),
  identifiers: z.object({
    doi: z.string().optional(),
    pmid: z.string().optional(),
    pmcid: z.string().optional(),
    nct: z.string().optional(),
  }),
  sourceUrl: z.url().optional().describe('Where the source is found.'),
  accessed: isoDate.optional(),
  design: z.enum(studyDesigns).optional(),
  includedDesign: z.enum(studyDesigns).optional(),
  oxfordLevel: z.int().min(1).max(5).optional().describe('OCEBM 2011 level of evidence.'),
  sampleSize: z.int().optional(),
  population: z.string().optional(),
  intervention: z.string().optional(),
  comparator: z.string().optional(),
  followUpMonths: z.number().optional(),
  primaryOutcomeMet: z.boolean().optional(),
  result: z.string().optional(),
  harms: z.string().optional().describe('Absent: not reported in the record, which is not "none".'),
  funding: z.string().optional(),
  status: z.enum(studyStatuses),
  statusChecked: isoDate.optional(),
  noticeDoi: z.string().optional(),
  jurisdiction: z.string().optional(),
  citedBy: z
    .array(z.object({ claim: key, statement: z.string(), stance: z.enum(stances), url: z.url() }))
    .describe('The live claims of the channel that cite it.'),
})

export type TherapyItem = z.infer<typeof therapyItem>
export type ArticleItem = z.infer<typeof articleItem>
export type ClaimItem = z.infer<typeof claimItem>
export type StudyItem = z.infer<typeof studyItem>
export type FeedItem = TherapyItem | ArticleItem | ClaimItem | StudyItem
export type PageClaim = z.infer<typeof pageClaim>
export type ItemContent = z.infer<z.ZodObject<typeof itemContent>>
