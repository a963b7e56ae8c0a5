import type { Flaw } from './flaw.ts'
import { type Json, recordsOf, textOf } from '../unknownJson.ts'

/** The kinds that nobody may publish without a reviewer's signature. */
const reviewedKinds = ['therapy', 'article', 'claim']

/** Judges who signed an item: somebody did, by name and on a date, and signed this very text. */
export function judgeApprovals(item: Json): readonly Flaw[] {
  const approvals = recordsOf(item.approvals)
  const isReviewed = reviewedKinds.includes(textOf(item.kind) ?? '')
  if (approvals.length === 0) {
    return isReviewed ? [{ code: 'not-approved', message: 'Nobody has approved it.' }] : []
  }
  return approvals.flatMap((approval, index) => {
    const { name, at, contentHash } = approval
    const who = textOf(name)?.trim()
    const flaws: Flaw[] = []
    if (who === undefined || who === '') {
      flaws.push({ code: 'bad-approval', message: `Its approval ${String(index)} names nobody.` })
    }
    if (!isInstant(at)) {
      const message = `The approval by ${who ?? 'nobody'} is dated ${JSON.stringify(at)}, which is no instant.`
      flaws.push({ code: 'bad-approval', message })
    }
    if (contentHash !== item.contentHash || contentHash === undefined) {
      const message = `The approval by ${who ?? 'nobody'} is of ${JSON.stringify(contentHash)}; the text that stands here is ${JSON.stringify(item.contentHash)}.`
      flaws.push({ code: 'approval-of-other-text', message })
    }
    return flaws
  })
}

function isInstant(value: unknown): boolean {
  return (
    typeof value === 'string' &&
    /^\d{4}-\d{2}-\d{2}T/.test(value) &&
    !Number.isNaN(Date.parse(value))
  )
}
