import { isPartialDate } from '../evidence/index.ts'
import { icmjeReferences } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleNotice, exampleStudy } from './exampleSubjects.ts'
import { defineRule, type RuleHit } from './rule.ts'
import { without } from './without.ts'

/** A source can be referenced: title, who is behind it, and when it was issued. */
export const studyComplete = defineRule({
  id: 'study-complete',
  severity: 'error',
  concern: 'text',
  kinds: ['study'],
  authority: icmjeReferences,
  evaluate: (study) => {
    const hits: RuleHit[] = []
    if (study.title.trim() === '') {
      hits.push({
        place: 'title',
        message: `Study ${study.key} has no title, so no reference to it can be written.`,
        remedy: 'Enter the title as published.',
      })
    }
    if (study.authors.length === 0 && study.publisher === undefined) {
      hits.push({
        place: 'authors',
        message: `Study ${study.key} names neither an author nor a publisher.`,
        remedy: 'Enter at least the first author, or the body that published it.',
      })
    }
    // Regulators' pages change without a date of issue; the day they were read stands in for it.
    if (study.issued === undefined && study.sourceType !== 'regulatory-document') {
      hits.push({
        place: 'issued',
        message: `Study ${study.key} does not say when it was published.`,
        remedy: 'Enter at least the year of publication.',
      })
    }
    if (study.issued !== undefined && !isPartialDate(study.issued)) {
      hits.push({
        place: 'issued',
        message: `Study ${study.key} was issued on "${study.issued}", which is not a date.`,
        remedy: 'Write the date as 2021, 2021-06 or 2021-06-03.',
      })
    }
    return hits
  },
  examples: {
    fires: [
      {
        name: 'a study without a title',
        subject: exampleStudy({ title: ' ' }),
        graph: exampleGraph(),
      },
      {
        name: 'a study by nobody',
        subject: exampleStudy({ authors: [] }),
        graph: exampleGraph(),
      },
      {
        name: 'a study without a year',
        subject: without(exampleStudy(), 'issued'),
        graph: exampleGraph(),
      },
      {
        name: 'a study issued on a day that does not exist',
        subject: exampleStudy({ issued: '2021-02-30' }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      { name: 'a complete study', subject: exampleStudy(), graph: exampleGraph() },
      {
        name: 'a guideline with a publisher and no authors',
        subject: exampleStudy({
          sourceType: 'guideline',
          authors: [],
          publisher: 'Example Society',
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a regulatory document without a date of issue',
        subject: without(exampleNotice(), 'issued'),
        graph: exampleGraph(),
      },
    ],
  },
})
