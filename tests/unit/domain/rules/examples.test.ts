import { describe, expect, it } from 'vitest'
import { evaluate, exampleNow, registry } from '../../../../src/domain/rules/index.ts'

describe.each(registry)('$id', (rule) => {
  it.each(rule.examples.fires)('fires on $name', ({ subject, graph, now }) => {
    const findings = evaluate(subject, graph, now ?? exampleNow)
    expect(findings.map(({ rule: id }) => id)).toContain(rule.id)
  })

  it.each(rule.examples.passes)('passes $name', ({ subject, graph, now }) => {
    const findings = evaluate(subject, graph, now ?? exampleNow)
    expect(findings.map(({ rule: id }) => id)).not.toContain(rule.id)
  })

  it('has an authority, and examples of both kinds about the subjects it looks at', () => {
    const { fires, passes } = rule.examples
    expect(rule.authority.label).not.toBe('')
    expect(fires.length).toBeGreaterThanOrEqual(2)
    expect(passes.length).toBeGreaterThanOrEqual(2)
    for (const { subject } of [...fires, ...passes]) expect(rule.kinds).toContain(subject.kind)
  })

  it('says what is wrong and what to do in sentences', () => {
    for (const { subject, graph, now } of rule.examples.fires) {
      for (const hit of rule.evaluate(subject, { graph, now: now ?? exampleNow })) {
        expect(hit.place).not.toBe('')
        expect(hit.message).toMatch(/^\S.*\.$/su)
        expect(hit.remedy).toMatch(/^[A-Z].*\.$/su)
      }
    }
  })
})
