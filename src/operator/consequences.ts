import type { Cascade } from '../domain/release/index.ts'
import { releasedKinds } from '../domain/release/index.ts'
import { visible } from '../domain/audit/index.ts'
import type { Found, Withdrawal } from './desk.ts'

/** What a withdrawal would do, for the person who is about to do it, a line at a time. */
export function consequences(
  { subject, title }: Found,
  { kind, reason, supersededBy }: Withdrawal,
  { citedBy, withheld, notices }: Cascade,
): readonly string[] {
  const hasItem = releasedKinds.some((each) => subject.startsWith(`${each}/`))
  const instead = supersededBy === undefined ? '' : `, superseded by ${supersededBy}`
  return [
    `${subject}: ${title}`,
    `To be withdrawn (${kind}${instead}): ${reason}`,
    '',
    hasItem
      ? 'In the next release, seconds later, it is gone from every feed; a tombstone says when, why and of which kind.'
      : 'It is no item of any feed; from the next release, seconds later, nothing shows it any more.',
    ...listed('What refers to it:', [
      ...citedBy.map((each) => `${each.subject}${each.isLive ? '' : ' (not live)'}: ${each.title}`),
    ]),
    ...listed('Withheld with it, because they fail the gate without it:', [
      ...withheld.map((each) => `${each.subject}${inChannel(each.channel)}: ${each.reason}`),
    ]),
    ...listed('Pages that stay, with a dated notice in the place of what falls:', [
      ...notices.map((each) => `${each.page} in ${each.channel}, for ${each.claim}`),
    ]),
    ...(citedBy.length + withheld.length + notices.length === 0
      ? ['Nothing else refers to it or falls with it.']
      : []),
  ].map(visible)
}

function listed(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [title, ...items.map((item) => `  ${item}`)]
}

function inChannel(channel: string | undefined): string {
  return channel === undefined ? '' : ` in ${channel}`
}
