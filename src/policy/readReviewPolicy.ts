import { readFileSync } from 'node:fs'
import type { ReviewPolicyTable } from '../domain/model/index.ts'
import { SettingRefused } from '../env.ts'
import { parseReviewPolicy } from './parseReviewPolicy.ts'

/**
 * The installation's rules of review, from the JSON file that REVIEW_POLICY names; undefined, and so
 * the default ones, where it names none.
 *
 * @throws SettingRefused when the file cannot be read or is no such table: better no start than a
 *   text that goes live with fewer signatures than somebody meant
 */
export function readReviewPolicy(path: string | undefined): ReviewPolicyTable | undefined {
  if (path === undefined) return undefined
  const parsed = parseReviewPolicy(jsonIn(path))
  if (parsed.ok) return parsed.policy
  throw new SettingRefused(
    `REVIEW_POLICY: ${path} cannot be used. ${parsed.problems.join('; ')}. The README shows an example.`,
  )
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    throw new SettingRefused(`REVIEW_POLICY: ${path} cannot be read. ${problem}`)
  }
}
