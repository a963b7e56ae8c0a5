import type { Notice } from '../../domain/notices/index.ts'
import { shortLine } from './plainLine.ts'

const longestReason = 500

/** A notice in words, one line. */
export function sentenceOf(notice: Notice): string {
  const by = shortLine(notice.by ?? 'Somebody', 120)
  const reason = notice.reason === undefined ? '' : ` ${shortLine(notice.reason, longestReason)}`
  switch (notice.kind) {
    case 'withheld':
      return `It fails the gate and is out of the feed.${reason}`
    case 'schedule-failed':
      return `It was to be published${on(notice.publishAt)} and was not.${reason}`
    case 'changes-requested':
      return `${by} asks for changes.${reason}`
    case 'assigned':
      return `${by} asks you to review it${notice.due === undefined ? '' : ` by ${notice.due}`}.`
    case 'submitted':
      return `${by} submitted it for your review.`
    case 'overdue':
      return `Your review was asked for by ${notice.due ?? 'a day that has passed'}.`
    case 'comment': {
      const place = notice.place === undefined ? '' : ` on ${shortLine(notice.place, 80)}`
      return `${by}${place}:${reason}`
    }
    case 'review-due':
      return `Its review is due${notice.due === undefined ? '' : ` on ${notice.due}`}: sign it again, or ask for changes.`
    case 'approved':
      return `${by} approved it. ${signatures(notice.missing ?? 0)}`
  }
}

function on(instant: string | undefined): string {
  return instant === undefined
    ? ''
    : ` on ${instant.slice(0, 10)} at ${instant.slice(11, 16)} (UTC)`
}

function signatures(missing: number): string {
  if (missing === 0) return 'Its signatures are complete.'
  return missing === 1
    ? 'One more signature is missing.'
    : `${String(missing)} more signatures are missing.`
}
