import { z } from 'zod'

const cslDate = z.object({ 'date-parts': z.array(z.array(z.int()).min(1).max(3)).length(1) })
const cslName = z.union([
  z.object({ family: z.string(), given: z.string().optional() }),
  z.object({ literal: z.string() }),
])

/** The part of CSL-JSON (schema 1.0.2) that a feed uses. */
export const cslItem = z
  .object({
    id: z.string(),
    type: z.enum(['article-journal', 'article', 'report', 'webpage']),
    title: z.string(),
    author: z.array(cslName).optional(),
    'container-title': z.string().optional(),
    publisher: z.string().optional(),
    issued: cslDate.optional(),
    accessed: cslDate.optional(),
    volume: z.string().optional(),
    issue: z.string().optional(),
    page: z.string().optional(),
    DOI: z.string().optional(),
    PMID: z.string().optional(),
    PMCID: z.string().optional(),
    URL: z.string().optional(),
    status: z.string().optional().describe('Set when the source was corrected or retracted.'),
    custom: z
      .object({
        nct: z.string().optional().describe('ClinicalTrials.gov number.'),
        authorsComplete: z.literal(false).optional(),
      })
      .optional(),
  })
  .meta({ id: 'CslItem', description: 'A source in CSL-JSON.' })

export type CslItem = z.infer<typeof cslItem>
