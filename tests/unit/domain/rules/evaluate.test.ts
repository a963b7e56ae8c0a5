import { describe, expect, it } from 'vitest'
import {
  defineRule,
  evaluate,
  exampleBenefit,
  exampleGraph,
  exampleNow,
  exampleStudy,
} from '../../../../src/domain/rules/index.ts'
import type { Severity } from '../../../../src/domain/model/index.ts'

function ruleOn(id: string, severity: Severity, ...places: string[]) {
  return defineRule({
    id,
    severity,
    concern: 'text',
    kinds: ['claim'],
    authority: { label: 'A test' },
    evaluate: () => places.map((place) => ({ place, message: 'Wrong.', remedy: 'Mend it.' })),
    examples: { fires: [], passes: [] },
  })
}

const rules = [
  ruleOn('first', 'warning', 'a'),
  ruleOn('second', 'error', 'b', 'c'),
  ruleOn('third', 'error', 'd'),
]

describe('evaluate', () => {
  it('puts errors before warnings and otherwise keeps the order of rules and places', () => {
    const findings = evaluate(exampleBenefit(), exampleGraph(), exampleNow, rules)
    expect(findings.map(({ rule, place }) => `${rule} ${place}`)).toEqual([
      'second b',
      'second c',
      'third d',
      'first a',
    ])
  })

  it('says whose finding it is, by which rule, how grave and on what authority', () => {
    expect(evaluate(exampleBenefit(), exampleGraph(), exampleNow, rules)[0]).toEqual({
      rule: 'second',
      severity: 'error',
      concern: 'text',
      subject: 'claim/less-pain-at-six-months',
      place: 'b',
      message: 'Wrong.',
      remedy: 'Mend it.',
      authority: { label: 'A test' },
    })
  })

  it('does not ask a rule about kinds of subjects it does not know', () => {
    expect(evaluate(exampleStudy(), exampleGraph(), exampleNow, rules)).toEqual([])
  })

  it('collects every finding on an empty claim, so that its author sees the whole list', () => {
    const claim = exampleBenefit({ statement: '', therapy: '', citations: [] })
    const ids = evaluate(claim, exampleGraph(), exampleNow).map(({ rule }) => rule)
    expect(ids).toEqual(
      expect.arrayContaining([
        'claim-statement-is-sentence',
        'claim-names-known-therapy',
        'claim-has-supporting-citation',
      ]),
    )
  })
})
