import type { Finding } from '../../../src/domain/model/index.ts'
import { refusalOf } from '../support/newsroom.ts'
import type { RuleCase } from './ruleCases.ts'
import type { World } from './world.ts'

/**
 * Everything in which the program's answers differ from what the rule asks for: its finding beside
 * the text, and nobody else's error; a refused publication that names it. None, and the rule holds.
 */
export async function ruleDeviations(
  { people }: World,
  rule: string,
  { slug, isOnlyRead }: RuleCase,
  id: string,
): Promise<string[]> {
  const found: string[] = []
  const { body } = await people.editor.get(`/${slug}/${id}/review`)
  const findings = body['findings'] as readonly Finding[]
  if (!findings.some((finding) => finding.rule === rule)) found.push(`no finding of ${rule}`)
  if (isOnlyRead) return found
  const answer = await people.editor.patch(`/${slug}/${id}`, { _status: 'published' })
  if (answer.status !== 422) return [...found, `published with ${String(answer.status)}`]
  const { rules } = refusalOf(answer)
  if ([...new Set(rules)].join() !== rule) found.push(`refused by ${rules.join(', ')}`)
  return found
}
