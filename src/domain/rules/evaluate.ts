import { subjectName, type Finding, type Graph, type Subject } from '../model/index.ts'
import { registry } from './registry.ts'
import type { AnyRule } from './rule.ts'

/**
 * Asks every rule about a subject in its surroundings on a day. Returns all findings, errors before
 * warnings, otherwise in the order of the registry and of the subject; none means nothing is wrong.
 * It neither throws nor changes anything.
 */
export function evaluate(
  subject: Subject,
  graph: Graph,
  now: Date,
  rules: readonly AnyRule[] = registry,
): Finding[] {
  const name = subjectName(subject)
  const context = { graph, now }
  const findings = rules.flatMap((rule) =>
    rule.evaluate(subject, context).map((hit): Finding => ({
      ...hit,
      rule: rule.id,
      severity: rule.severity,
      concern: rule.concern,
      authority: rule.authority,
      subject: name,
    })),
  )
  return [...findings.filter(isError), ...findings.filter((finding) => !isError(finding))]
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error'
}
