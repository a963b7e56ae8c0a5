import { identifierProblems, type IdentifierProblem } from '../evidence/index.ts'
import { icmjeReferences } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleNotice, exampleStudy } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

/** Each identifier that is given leads somewhere: a wrong PMID beside a right DOI misleads readers. */
export const studyIdentifiersValid = defineRule({
  id: 'study-identifiers-valid',
  severity: 'error',
  concern: 'text',
  kinds: ['study'],
  authority: icmjeReferences,
  evaluate: (study) =>
    identifierProblems(study.identifiers).map((problem) => ({
      place: `identifiers.${problem.name}`,
      message: `Study ${study.key} has the ${problem.label} "${problem.value}", which ${what(problem)}.`,
      remedy: remedyFor(problem),
    })),
  examples: {
    fires: [
      {
        name: 'a study whose DOI has no prefix',
        subject: exampleStudy({ identifiers: { doi: 'sham-trial.2021' } }),
        graph: exampleGraph(),
      },
      {
        name: 'a study with a placeholder NCT number beside a good DOI',
        subject: exampleStudy({
          identifiers: { doi: '10.900000/sham-trial.2021', nct: 'NCT00000000' },
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a study whose DOI is written as a link',
        subject: exampleStudy({
          identifiers: { doi: 'https://doi.org/10.900000/sham-trial.2021' },
        }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      { name: 'a study with a DOI', subject: exampleStudy(), graph: exampleGraph() },
      {
        name: 'a study with all four identifiers',
        subject: exampleStudy({
          identifiers: {
            doi: '10.900000/(SICI)2021<1::AID-EX1>3.0.CO;2-X',
            pmid: '90000213',
            pmcid: 'PMC90000213',
            nct: 'NCT09000213',
          },
        }),
        graph: exampleGraph(),
      },
      {
        name: 'a document without identifiers, which is another rule’s matter',
        subject: exampleNotice(),
        graph: exampleGraph(),
      },
    ],
  },
})

function what(problem: IdentifierProblem): string {
  switch (problem.problem) {
    case 'malformed':
      return `has not the shape of one (${problem.shape})`
    case 'placeholder':
      return 'is a placeholder and names no publication'
    case 'not-canonical':
      return 'is not in the form the feed uses'
  }
}

function remedyFor(problem: IdentifierProblem): string {
  return problem.problem === 'not-canonical'
    ? `Write it as ${problem.canonical}.`
    : `Correct the ${problem.label} from the publication itself, or remove it.`
}
