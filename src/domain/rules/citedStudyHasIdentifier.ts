import { isIdentified } from '../evidence/index.ts'
import { icmjeReferences } from './authorities.ts'
import { citedStudies } from './citedStudies.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleBenefit, exampleNotice, exampleStatus, exampleStudy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'
import { without } from './without.ts'

/** A reader can find every cited source: DOI, PMID, PMCID, NCT, or URL and date for a document. */
export const citedStudyHasIdentifier = defineRule({
  id: 'cited-study-has-identifier',
  severity: 'error',
  concern: 'text',
  kinds: ['claim'],
  authority: icmjeReferences,
  evaluate: (claim, { graph }) =>
    citedStudies(claim, graph).flatMap(({ place, known: { subject: study } }) =>
      isIdentified(study)
        ? []
        : [
            {
              place,
              message: `Claim ${claim.key} cites study ${study.key}, which no valid identifier leads to, so nobody can check it.`,
              remedy:
                'Give the study its DOI, PMID, PMCID or ClinicalTrials.gov number; a guideline or regulatory document may have its URL and the date it was read.',
            },
          ],
    ),
  examples: {
    fires: [
      {
        name: 'a claim citing a study without identifiers',
        subject: exampleBenefit(),
        graph: exampleGraph({ live: [exampleStudy({ identifiers: {} })] }),
      },
      {
        name: 'a claim citing a study with a placeholder DOI',
        subject: exampleBenefit(),
        graph: exampleGraph({ live: [exampleStudy({ identifiers: { doi: '10.1234/abcd' } })] }),
      },
      {
        name: 'a claim citing a study known by its URL only',
        subject: exampleBenefit(),
        graph: exampleGraph({
          live: [
            exampleStudy({
              identifiers: {},
              url: 'https://journal.example/article',
              accessed: '2026-01-05',
            }),
          ],
        }),
      },
      {
        name: 'a claim citing a regulatory document that nobody dated',
        subject: exampleStatus(),
        graph: exampleGraph({ live: [without(exampleNotice(), 'accessed')] }),
      },
    ],
    passes: [
      {
        name: 'a claim citing a study with a DOI',
        subject: exampleBenefit(),
        graph: exampleGraph(),
      },
      {
        name: 'a claim citing a study with a trial registration',
        subject: exampleBenefit(),
        graph: exampleGraph({ live: [exampleStudy({ identifiers: { nct: 'NCT09000213' } })] }),
      },
      {
        name: 'a claim citing a regulatory document with its URL and the date it was read',
        subject: exampleStatus(),
        graph: exampleGraph(),
      },
    ],
  },
})
