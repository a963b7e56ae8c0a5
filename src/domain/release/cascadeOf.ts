import type { Graph, SubjectName } from '../model/index.ts'
import { knownSubjects, subjectName } from '../model/index.ts'
import { nodesIn, subjectsNamedBy, titleOf } from '../pages/index.ts'
import { compareText } from './compareText.ts'
import { planRelease } from './planRelease.ts'
import type { ReleasePlan } from './releasePlan.ts'

/** What would follow from a change to one subject. */
export interface Cascade {
  readonly subject: SubjectName
  /** Everything in the graph that names the subject, by name. */
  readonly citedBy: readonly {
    readonly subject: SubjectName
    readonly title: string
    readonly isLive: boolean
  }[]
  /** What the next release would leave out and the last one could carry, by name and channel. */
  readonly withheld: readonly {
    readonly subject: SubjectName
    /** Absent: withheld from every channel it goes to. */
    readonly channel?: string
    readonly reason: string
  }[]
  /** Pages that would stay, with a dated notice in the place of a claim that falls. */
  readonly notices: readonly Notice[]
}

interface Notice {
  readonly page: SubjectName
  readonly claim: SubjectName
  readonly channel: string
}

/**
 * Compares the release that would be planned now with the one after a change: a withdrawal (see
 * withoutLive) or another text (see withLive) of the subject that it is about. Both graphs are the
 * whole content. What is withheld already is none of its consequences.
 */
export function cascadeOf(before: Graph, after: Graph, about: SubjectName, now: Date): Cascade {
  const [old, next] = [planRelease(before, now), planRelease(after, now)]
  const wasWithheld = new Set(old.withheld.map(placeOf))
  const hadNotice = new Set(noticesIn(old).map(noticeName))
  return {
    subject: about,
    citedBy: knownSubjects(before)
      .filter(({ subject }) => subjectsNamedBy(subject).includes(about))
      .map(({ subject, isLive }) => ({
        subject: subjectName(subject),
        title: titleOf(subject),
        isLive,
      }))
      .toSorted((one, other) => compareText(one.subject, other.subject)),
    withheld: next.withheld
      .filter((each) => !wasWithheld.has(placeOf(each)) && !wasWithheld.has(each.subject))
      .map(({ subject, channel, reason }) => ({
        subject,
        ...(channel === undefined ? {} : { channel }),
        reason,
      })),
    notices: noticesIn(next)
      .filter((notice) => !hadNotice.has(noticeName(notice)))
      .toSorted((one, other) => compareText(noticeName(one), noticeName(other))),
  }
}

function placeOf({ subject, channel }: { subject: SubjectName; channel?: string }): string {
  return channel === undefined ? subject : `${subject} ${channel}`
}

function noticesIn(plan: ReleasePlan): readonly Notice[] {
  return plan.channels.flatMap(({ channel, pages }) =>
    pages.flatMap((page) => {
      const claims = page.sections.flatMap(({ body }) =>
        [...nodesIn(body)].flatMap(({ node }) => (node.type === 'claimNotice' ? node.claim : [])),
      )
      return [...new Set(claims)].map((claim) => ({
        page: subjectName(page),
        claim: `claim/${claim}` as const,
        channel: channel.key,
      }))
    }),
  )
}

function noticeName({ page, claim, channel }: Notice): string {
  return `${page} ${claim} ${channel}`
}
