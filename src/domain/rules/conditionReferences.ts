import type { Claim, Page } from '../model/index.ts'

/** The conditions a claim or page names, each with its place for findings. */
export function conditionReferences(
  subject: Claim | Page,
): { readonly condition: string; readonly place: string }[] {
  if (subject.kind !== 'claim') {
    return subject.conditions.map((condition, index) => ({
      condition,
      place: `conditions.${String(index)}`,
    }))
  }
  return subject.condition === undefined
    ? []
    : [{ condition: subject.condition, place: 'condition' }]
}
