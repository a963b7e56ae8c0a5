import { describe, expect, it } from 'vitest'
import { evaluate, exampleGraph, exampleNow, registry } from '../../../../src/domain/rules/index.ts'
import type { Concern, Severity } from '../../../../src/domain/model/index.ts'
import { knownSubjects } from '../../../../src/domain/model/index.ts'

/** What the registry holds apart from the rules on review, which have their own list. */
const contentRules: readonly [id: string, Severity, Concern][] = [
  ['study-complete', 'error', 'text'],
  ['study-has-identifier', 'error', 'text'],
  ['study-identifiers-valid', 'error', 'text'],
  ['claim-statement-is-sentence', 'error', 'text'],
  ['claim-names-known-therapy', 'error', 'text'],
  ['claim-has-supporting-citation', 'error', 'text'],
  ['cited-study-exists', 'error', 'text'],
  ['cited-study-has-identifier', 'error', 'text'],
  ['cited-study-is-live', 'error', 'surroundings'],
  ['no-retracted-source', 'error', 'text'],
  ['source-under-notice', 'warning', 'text'],
  ['benefit-not-preclinical-only', 'error', 'text'],
  ['certainty-stated', 'error', 'text'],
  ['harm-certainty-stated', 'warning', 'text'],
  ['certainty-within-designs', 'error', 'text'],
  ['regulatory-claim-complete', 'error', 'text'],
  ['page-complete', 'error', 'text'],
  ['page-channels-known', 'error', 'text'],
  ['claims-on-page-known', 'error', 'text'],
  ['claims-on-page-live', 'error', 'surroundings'],
  ['claims-in-page-language', 'error', 'text'],
  ['benefit-page-has-harms', 'error', 'text'],
  ['regulatory-status-per-channel', 'error', 'text'],
  ['status-not-established-holds', 'error', 'text'],
  ['regulatory-claim-stands-alone', 'error', 'text'],
  ['article-therapies-known', 'error', 'text'],
  ['article-therapies-live', 'warning', 'surroundings'],
  ['heading-levels', 'error', 'text'],
  ['condition-has-name', 'error', 'text'],
  ['condition-has-code', 'warning', 'text'],
  ['conditions-known', 'error', 'text'],
  ['conditions-live', 'error', 'surroundings'],
  ['disclaimer-complete', 'error', 'text'],
  ['disclaimer-slots-filled', 'error', 'surroundings'],
  ['image-has-alternative-text', 'error', 'text'],
  ['hidden-characters', 'error', 'text'],
]

describe('registry', () => {
  it('holds these rules on text and surroundings', () => {
    const held = registry
      .filter(({ concern }) => concern !== 'review')
      .map(({ id, severity, concern }) => [id, severity, concern])
    expect(held).toEqual(contentRules)
  })

  it('names every rule once, in kebab-case', () => {
    const ids = registry.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
  })

  it('is content with everything in the example world', () => {
    const findings = knownSubjects(exampleGraph())
      .flatMap(({ subject }) => evaluate(subject, exampleGraph(), exampleNow))
      .filter(({ concern }) => concern !== 'review')
    expect(findings).toEqual([])
  })
})
