import { exampleGraph } from './exampleGraph.ts'
import { exampleCondition } from './exampleSubjects.ts'
import { defineRule, type RuleHit } from './rule.ts'
import { without } from './without.ts'

/** Machines can tell which condition is meant: an ICD-10 code or a MeSH descriptor. */
export const conditionHasCode = defineRule({
  id: 'condition-has-code',
  severity: 'warning',
  concern: 'text',
  kinds: ['condition'],
  authority: {
    label: 'schema.org MedicalEntity, code (WHO ICD-10, NLM MeSH)',
    url: 'https://schema.org/code',
  },
  evaluate: ({ key, icd10, mesh }) => {
    const hits: RuleHit[] = []
    if (icd10 === undefined && mesh === undefined) {
      hits.push({
        place: 'icd10',
        message: `Condition ${key} has neither an ICD-10 code nor a MeSH descriptor.`,
        remedy: 'Enter at least one of the two.',
      })
    }
    if (icd10 !== undefined && !/^[A-Z]\d[\dA-Z](?:\.[\dA-Z]{1,4})?$/.test(icd10)) {
      hits.push({
        place: 'icd10',
        message: `Condition ${key} has the ICD-10 code "${icd10}", which has not the shape of one.`,
        remedy: 'Write it as in the classification, e.g. M54.5.',
      })
    }
    if (mesh !== undefined && !/^[CD]\d{6,9}$/.test(mesh)) {
      hits.push({
        place: 'mesh',
        message: `Condition ${key} has the MeSH descriptor "${mesh}", which has not the shape of one.`,
        remedy: 'Enter the unique id, e.g. D017116, not the heading or the tree number.',
      })
    }
    return hits
  },
  examples: {
    fires: [
      {
        name: 'a condition without codes',
        subject: without(exampleCondition(), 'icd10'),
        graph: exampleGraph(),
      },
      {
        name: 'a condition with a name where the code belongs',
        subject: exampleCondition({ icd10: 'back pain' }),
        graph: exampleGraph(),
      },
      {
        name: 'a condition with a MeSH tree number',
        subject: exampleCondition({ mesh: 'C23.888.592' }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      {
        name: 'a condition with an ICD-10 code',
        subject: exampleCondition(),
        graph: exampleGraph(),
      },
      {
        name: 'a condition with a MeSH descriptor only',
        subject: without(exampleCondition({ mesh: 'D017116' }), 'icd10'),
        graph: exampleGraph(),
      },
    ],
  },
})
