import { isIdentified } from '../evidence/index.ts'
import { icmjeReferences } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleNotice, exampleStudy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'
import { without } from './without.ts'

/** No source goes live that a reader cannot find. */
export const studyHasIdentifier = defineRule({
  id: 'study-has-identifier',
  severity: 'error',
  concern: 'text',
  kinds: ['study'],
  authority: icmjeReferences,
  evaluate: (study) =>
    isIdentified(study)
      ? []
      : [
          {
            place: 'identifiers',
            message:
              study.sourceType === 'study'
                ? `Study ${study.key} has no valid DOI, PMID, PMCID or ClinicalTrials.gov number, so nobody can find it.`
                : `Document ${study.key} has neither a valid identifier nor a URL with the date it was read, so nobody can find it.`,
            remedy:
              study.sourceType === 'study'
                ? 'Enter its DOI, PMID, PMCID or ClinicalTrials.gov number.'
                : 'Enter its URL and the date on which you read it, or an identifier.',
          },
        ],
  examples: {
    fires: [
      {
        name: 'a study without identifiers',
        subject: exampleStudy({ identifiers: {} }),
        graph: exampleGraph(),
      },
      {
        name: 'a study with a placeholder PMID',
        subject: exampleStudy({ identifiers: { pmid: '12345678' } }),
        graph: exampleGraph(),
      },
      {
        name: 'a study with a URL and a date, which is enough for documents only',
        subject: exampleNotice({ sourceType: 'study' }),
        graph: exampleGraph(),
      },
      {
        name: 'a guideline with a URL that nobody dated',
        subject: without(exampleNotice({ sourceType: 'guideline' }), 'accessed'),
        graph: exampleGraph(),
      },
    ],
    passes: [
      { name: 'a study with a DOI', subject: exampleStudy(), graph: exampleGraph() },
      {
        name: 'a study with a PMCID',
        subject: exampleStudy({ identifiers: { pmcid: 'PMC90000213' } }),
        graph: exampleGraph(),
      },
      {
        name: 'a regulatory document with a URL and the date it was read',
        subject: exampleNotice(),
        graph: exampleGraph(),
      },
    ],
  },
})
