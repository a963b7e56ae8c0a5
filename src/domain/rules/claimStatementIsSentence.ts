import { citegate } from './authorities.ts'
import { exampleGraph } from './exampleGraph.ts'
import { exampleBenefit } from './exampleSubjects.ts'
import { defineRule } from './rule.ts'

// A closing bracket or quotation mark may follow the stop.
const finalStop = /[.!?。।؟][)\]»"'”’]*$/u

/**
 * A statement stands in the middle of other people's pages, so it is one line of text that begins
 * and ends by itself.
 */
export const claimStatementIsSentence = defineRule({
  id: 'claim-statement-is-sentence',
  severity: 'error',
  concern: 'text',
  kinds: ['claim'],
  authority: citegate('Words: a claim is one checkable statement'),
  evaluate: ({ key, statement }) => {
    const problem = problemOf(statement)
    return problem === undefined ? [] : [{ place: 'statement', ...problem(key) }]
  },
  examples: {
    fires: [
      {
        name: 'an empty statement',
        subject: exampleBenefit({ statement: ' ' }),
        graph: exampleGraph(),
      },
      {
        name: 'a statement without a final stop',
        subject: exampleBenefit({ statement: 'Pain was less after six months' }),
        graph: exampleGraph(),
      },
      {
        name: 'a statement on two lines',
        subject: exampleBenefit({ statement: 'Pain was less.\nSleep was better.' }),
        graph: exampleGraph(),
      },
      {
        name: 'a statement with a space after its stop',
        subject: exampleBenefit({ statement: 'Pain was less after six months. ' }),
        graph: exampleGraph(),
      },
    ],
    passes: [
      { name: 'a sentence with its stop', subject: exampleBenefit(), graph: exampleGraph() },
      {
        name: 'a sentence that ends in a bracket',
        subject: exampleBenefit({ statement: 'Pain was less (p < 0.01, one trial, n = 80.)' }),
        graph: exampleGraph(),
      },
    ],
  },
})

type Problem = (key: string) => { readonly message: string; readonly remedy: string }

function problemOf(statement: string): Problem | undefined {
  if (statement.trim() === '') {
    return (key) => ({
      message: `Claim ${key} has no statement.`,
      remedy: 'Write the statement as one sentence.',
    })
  }
  if (/[\n\r\u2028\u2029]/.test(statement)) {
    return (key) => ({
      message: `The statement of claim ${key} runs over more than one line; a claim is one sentence.`,
      remedy: 'Write it on one line, or make each line a claim of its own.',
    })
  }
  if (statement !== statement.trim()) {
    return (key) => ({
      message: `The statement of claim ${key} begins or ends with a space, which would show where it is set into a page.`,
      remedy: 'Delete the space.',
    })
  }
  if (!finalStop.test(statement)) {
    return (key) => ({
      message: `The statement of claim ${key} does not end with a full stop, so the text after it would run into it.`,
      remedy: 'End the sentence with its stop.',
    })
  }
  return undefined
}
