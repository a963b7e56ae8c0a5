import type {
  Channel,
  Graph,
  LogAction,
  LogEntry,
  NewLogEntry,
  Subject,
} from '../../../../src/domain/model/index.ts'
import { subjectName } from '../../../../src/domain/model/index.ts'
import { planRelease } from '../../../../src/domain/release/index.ts'
import type { ReleasePlan } from '../../../../src/domain/release/index.ts'
import { appendEntry, contentHash, policyFor } from '../../../../src/domain/review/index.ts'
import {
  exampleArticle,
  exampleBenefit,
  exampleChannel,
  exampleCondition,
  exampleDisclaimer,
  exampleEditor,
  exampleHarm,
  exampleNotice,
  exampleNow as now,
  exampleRabbitStudy,
  exampleReviewer,
  exampleSecondReviewer,
  exampleStatus,
  exampleStudy,
  exampleTherapy,
  graphOf,
} from '../../../../src/domain/rules/index.ts'

export const us = exampleChannel()
export const gb = exampleChannel({
  key: 'gb-en',
  title: 'Great Britain, English',
  jurisdiction: 'gb',
})

export const world: readonly Subject[] = [
  exampleStudy(),
  exampleRabbitStudy(),
  exampleNotice(),
  exampleCondition(),
  exampleDisclaimer(),
  exampleBenefit(),
  exampleHarm(),
  exampleStatus(),
  exampleTherapy(),
  exampleArticle(),
]

/** The example world after everything in it was signed and published, and what happened since. */
export class Story {
  readonly #live = new Map<string, Subject>()
  readonly #drafts = new Map<string, Subject>()
  readonly #log: LogEntry[] = []
  readonly #channels: readonly Channel[]

  constructor(subjects: readonly Subject[] = world, channels: readonly Channel[] = [us, gb]) {
    this.#channels = channels
    for (const subject of subjects) this.#live.set(subjectName(subject), subject)
    for (const subject of subjects) this.signed(subject).then('publish', subject)
  }

  /** Writes a log entry; nothing else changes. */
  then(action: LogAction, subject: Subject, extra: Partial<NewLogEntry> = {}): this {
    const isApproval = action === 'approve'
    this.#log.push(
      appendEntry(this.#log.at(-1), {
        at: '2026-01-05T09:00:00.000Z',
        subject: subjectName(subject),
        action,
        contentHash: contentHash(subject, this.graph()),
        actor: isApproval ? exampleReviewer : exampleEditor,
        ...(isApproval ? { meaning: 'approved-for-publication', policy: policyFor(subject) } : {}),
        ...extra,
      }),
    )
    return this
  }

  signed(subject: Subject): this {
    if (policyFor(subject).approvals === 0) return this.then('edit', subject)
    return this.then('edit', subject)
      .then('submit', subject)
      .then('approve', subject)
      .then('approve', subject, { actor: exampleSecondReviewer })
  }

  /** Puts another text in the place of a live one, with its edit in the log. */
  changed(subject: Subject, changed: readonly string[] = ['status']): this {
    this.#live.set(subjectName(subject), subject)
    return this.then('edit', subject, { changed })
  }

  withdrawn(subject: Subject, reason: string, day: string): this {
    this.then('withdraw', subject, { reason, at: `${day}T09:00:00.000Z` })
    this.#live.delete(subjectName(subject))
    this.#drafts.set(subjectName(subject), subject)
    return this
  }

  graph(): Graph {
    return graphOf({
      live: [...this.#live.values()],
      drafts: [...this.#drafts.values()],
      channels: this.#channels,
      log: this.#log,
    })
  }

  plan(at = now): ReleasePlan {
    return planRelease(this.graph(), at)
  }
}
